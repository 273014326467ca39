package org.dualflow.validation.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.dualflow.run.Discretisation;
import org.dualflow.run.Simulation;
import org.dualflow.run.Solution;
import org.dualflow.validation.io.CaseFile;
import org.dualflow.validation.io.CaseReader.ReadCase;
import org.dualflow.validation.io.Discretisations;
import org.dualflow.validation.io.Distances;
import org.dualflow.validation.io.LadderSpec;
import org.dualflow.validation.io.Reference;
import org.dualflow.validation.io.schema.BadCaseException;
import org.dualflow.validation.io.schema.CaseProblem;
import org.dualflow.validation.report.LadderPage;
import org.dualflow.validation.report.Provenance;
import org.dualflow.validation.study.ConvergenceTable;
import org.dualflow.validation.study.Level;
import org.dualflow.validation.study.OrderExpectation;
import org.dualflow.validation.study.Resolution;
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
        Reference reference = reference(read);
        Path folder = output.folder(read.file().name() + "-converge");
        Provenance provenance = Provenance.now(source.command("converge"), 1, RunCommand.seeds(read));
        LadderPage page = new LadderPage();
        for (LadderSpec ladder : read.file().converge()) {
            page.add(
                    read.file().name() + "-" + ladder.refine() + "-" + ladder.metric(),
                    table(read, levels == null ? ladder : ladder.withLevels(levels), reference, err));
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

    private Reference reference(ReadCase read) throws BadCaseException {
        CaseFile file = read.file();
        String where = source.path().toString();
        if (file.converge().isEmpty()) {
            throw new BadCaseException(
                    List.of(new CaseProblem(where, 0, "converge", "missing", "at least one ladder must be given")));
        }
        return read.setup()
                .reference()
                .until(file.start(), file.end())
                .orElseThrow(() -> new BadCaseException(List.of(new CaseProblem(
                        where, 0, "initial", "a start without a known solution", "a start with one is allowed"))));
    }

    private static ConvergenceTable table(ReadCase read, LadderSpec ladder, Reference reference, PrintWriter err) {
        CaseFile file = read.file();
        boolean cells = ladder.refine().equals("cells");
        List<Discretisation> all = new ArrayList<>();
        for (int k = 0; k < ladder.levels(); k++) {
            int size = ladder.size(k);
            all.add(
                    cells
                            ? Discretisations.grid(file.grid().orElseThrow().withCells(size))
                            : Discretisations.particles(
                                    file.particles().orElseThrow().withCount(size), file));
        }
        Simulation simulation = new Simulation(
                read.setup().model(), read.setup().initial(), file.start(), file.end(), file.end() - file.start(), 1);
        List<Solution> solutions = Ladders.solve(simulation, all, file.name(), err);
        Ladders.requireCompleted(solutions);
        List<Level> measured = new ArrayList<>();
        for (int k = 0; k < solutions.size(); k++) {
            double h = cells ? Distances.width(solutions.get(k)) : 1.0 / ladder.size(k);
            double error = Distances.toReference(solutions.get(k), reference, ladder.metric(), ladder.reading());
            measured.add(new Level(h, error, 0, solutions.get(k).seconds()));
        }
        OrderExpectation expectation = ladder.atLeast()
                ? OrderExpectation.atLeast(ladder.order(), ladder.tolerance(), ladder.reason())
                : OrderExpectation.exactly(ladder.order(), ladder.tolerance(), ladder.reason());
        return new ConvergenceTable(
                file.title() + ", " + ladder.refine(),
                ladder.metric() + " error",
                cells ? Resolution.WIDTH : Resolution.PARTICLES,
                measured,
                expectation);
    }
}
