package org.dualflow.validation.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.dualflow.validation.claim.Ladder;
import org.dualflow.validation.experiment.Experiment;
import org.dualflow.validation.io.CaseFile;
import org.dualflow.validation.io.CaseReader.ReadCase;
import org.dualflow.validation.io.Discretisations;
import org.dualflow.validation.io.LadderSpec;
import org.dualflow.validation.io.schema.BadCaseException;
import org.dualflow.validation.io.schema.CaseProblem;
import org.dualflow.validation.report.LadderPage;
import org.dualflow.validation.report.Provenance;
import org.dualflow.validation.study.ConvergenceTable;
import org.dualflow.validation.study.OrderExpectation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the convergence ladders of a case. */
@Command(
        name = "converge",
        mixinStandardHelpOptions = true,
        description = "Refine a case, fit the order of its error and compare it with theory.")
final class ConvergeCommand implements Callable<Integer> {

    private static final int MOST_LEVELS = 20;

    @Mixin
    private CaseOptions source = new CaseOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(names = "--levels", paramLabel = "N", description = "Levels of every ladder (default: as the case says).")
    private @Nullable Integer levels;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        if (levels != null && (levels < 3 || levels > MOST_LEVELS)) {
            throw new ParameterException(
                    spec.commandLine(), "--levels = " + levels + ": 3 to " + MOST_LEVELS + " is allowed");
        }
        ReadCase read = source.read();
        requireReference(read);
        Path folder = output.folder(read.file().name() + "-converge");
        Provenance provenance = Provenance.now(source.command("converge"), 1, RunCommand.seeds(read));
        LadderPage page = new LadderPage();
        for (LadderSpec ladder : read.file().converge()) {
            page.add(
                    read.file().name() + "-" + ladder.refine() + "-" + ladder.metric(),
                    table(read, levels == null ? ladder : ladder.withLevels(levels), err));
        }
        String name = read.file().name();
        return output.finish(
                folder,
                page,
                read.file().title(),
                "Case " + name + ", convergence ladders",
                name,
                provenance,
                spec.commandLine());
    }

    private void requireReference(ReadCase read) throws BadCaseException {
        CaseFile file = read.file();
        if (file.converge().isEmpty()) {
            throw refused("converge", "missing", "at least one ladder must be given");
        }
        if (read.setup().reference().until(file.start(), file.end()).isEmpty()) {
            throw refused("initial", "a start without a known solution", "a start with one is allowed");
        }
    }

    private BadCaseException refused(String key, String value, String allowed) {
        return new BadCaseException(List.of(new CaseProblem(source.path().toString(), 0, key, value, allowed)));
    }

    private static ConvergenceTable table(ReadCase read, LadderSpec spec, PrintWriter err) {
        CaseFile file = read.file();
        boolean cells = spec.refine().equals("cells");
        Integer[] sizes = IntStream.range(0, spec.levels()).mapToObj(spec::size).toArray(Integer[]::new);
        Ladder ladder = cells
                ? Ladder.cells(
                        read.setup().model().species().get(0).domain().side(0).length(), sizes)
                : Ladder.particles(sizes);
        OrderExpectation expectation = spec.atLeast()
                ? OrderExpectation.atLeast(spec.order(), spec.tolerance(), spec.reason())
                : OrderExpectation.exactly(spec.order(), spec.tolerance(), spec.reason());
        return Experiment.of(read)
                .titled(file.title() + ", " + spec.refine())
                .converge(
                        ladder,
                        size -> cells
                                ? Discretisations.grid(file.grid().orElseThrow().withCells(size))
                                : Discretisations.particles(
                                        file.particles().orElseThrow().withCount(size), file),
                        spec.metric(),
                        spec.reading(),
                        expectation,
                        (simulation, ways) -> Ladders.solve(simulation, ways, file.name(), err));
    }
}
