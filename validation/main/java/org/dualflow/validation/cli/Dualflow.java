package org.dualflow.validation.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dualflow.validation.io.schema.BadCaseException;
import org.dualflow.validation.io.schema.Nearest;
import org.dualflow.validation.report.Provenance;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/**
 * The program. Exit codes: 0 success, 1 a claim or invariant failed, 2 bad input, 3 internal error.
 */
@Command(
        name = "dualflow",
        description = "Mean-field adversarial dynamics, solved on a grid and with particles, with a verdict.",
        mixinStandardHelpOptions = true,
        versionProvider = Dualflow.Version.class,
        subcommands = {
            RunCommand.class,
            ConvergeCommand.class,
            AgreeCommand.class,
            JudgeCommand.class,
            VerifyCommand.class,
            SweepCommand.class,
            ListCommand.class,
            ExplainCommand.class
        },
        footer = {"", "Exit codes: 0 success, 1 a claim or invariant failed, 2 bad input, 3 internal error."})
public final class Dualflow implements Runnable {

    /** Everything was as it should be. */
    public static final int SUCCESS = 0;
    /** A claim or an invariant failed. */
    public static final int FAILED = 1;
    /** The input was refused. */
    public static final int BAD_INPUT = 2;
    /** The program is at fault. */
    public static final int INTERNAL_ERROR = 3;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show the stack trace of an internal error.")
    private boolean debug;

    @CommandLine.Spec
    private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    /** Runs the program and ends the virtual machine. */
    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        System.exit(commandLine().execute(args));
    }

    /** The program as an object, for tests. */
    public static CommandLine commandLine() {
        Dualflow program = new Dualflow();
        return new CommandLine(program)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Dualflow::badParameter)
                .setExecutionExceptionHandler(program::broken);
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "no command: " + String.join(", ", spec.subcommands().keySet()) + " is allowed");
        }
    }

    private static int badParameter(ParameterException e, String[] args) {
        PrintWriter err = e.getCommandLine().getErr();
        err.println("command line: " + String.valueOf(e.getMessage()).replaceAll("\\s+", " ") + ": " + nearest(e)
                + "what dualflow " + path(e.getCommandLine()) + "--help shows is allowed");
        return BAD_INPUT;
    }

    /** The option or command that was probably meant. */
    private static String nearest(ParameterException e) {
        if (!(e instanceof CommandLine.UnmatchedArgumentException unmatched)
                || unmatched.getUnmatched().isEmpty()) {
            return "";
        }
        String wrong = unmatched.getUnmatched().get(0);
        CommandLine command = e.getCommandLine();
        return Nearest.question(
                wrong,
                wrong.startsWith("-")
                        ? command.getCommandSpec().optionsMap().keySet()
                        : command.getSubcommands().keySet());
    }

    private static String path(CommandLine command) {
        return command.getParent() == null ? "" : command.getCommandName() + " ";
    }

    private int broken(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (e instanceof BadCaseException bad) {
            bad.problems().forEach(err::println);
            return BAD_INPUT;
        }
        if (e instanceof IOException || e instanceof UncheckedIOException) {
            err.println("results cannot be written: "
                    + String.valueOf(e.getMessage()).replaceAll("\\s+", " ")
                    + ": a disk with room, and a folder that may be written to, are needed");
            return BAD_INPUT;
        }
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace, true));
        if (debug) {
            err.print(trace);
        } else {
            err.println("internal error: " + e.getClass().getSimpleName() + ": "
                    + String.valueOf(e.getMessage()).replaceAll("\\s+", " ") + details(trace.toString()));
        }
        return INTERNAL_ERROR;
    }

    private static String details(String trace) {
        try {
            Path file = Files.createTempFile("dualflow-error-", ".txt");
            Files.writeString(file, Provenance.buildLabel() + "\n" + trace);
            return " (details in " + file + ", or with --debug)";
        } catch (IOException e) {
            return " (details with --debug)";
        }
    }

    /** Version, revision, runtime. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "dualflow " + Provenance.buildLabel(),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version")
            };
        }
    }
}
