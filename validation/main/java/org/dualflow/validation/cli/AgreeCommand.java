package org.dualflow.validation.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import org.dualflow.measure.LineLaw;
import org.dualflow.measure.Wasserstein;
import org.dualflow.run.Discretisation;
import org.dualflow.run.Simulation;
import org.dualflow.validation.agreement.Agreement;
import org.dualflow.validation.agreement.AgreementReport;
import org.dualflow.validation.agreement.Reading;
import org.dualflow.validation.agreement.Refinement;
import org.dualflow.validation.io.CaseFile;
import org.dualflow.validation.io.CaseReader.ReadCase;
import org.dualflow.validation.io.Discretisations;
import org.dualflow.validation.io.GridSpec;
import org.dualflow.validation.io.ParticleSpec;
import org.dualflow.validation.io.Reference;
import org.dualflow.validation.io.ResultWriter;
import org.dualflow.validation.io.schema.BadCaseException;
import org.dualflow.validation.io.schema.CaseProblem;
import org.dualflow.validation.report.AgreementPage;
import org.dualflow.validation.report.ClaimLine;
import org.dualflow.validation.report.Json;
import org.dualflow.validation.report.Provenance;
import org.dualflow.validation.report.Summary;
import org.dualflow.validation.study.OrderExpectation;
import org.dualflow.validation.study.Resolution;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Compares grid and particles. */
@Command(
        name = "agree",
        mixinStandardHelpOptions = true,
        description = "Compare grid and particles, and say which part of the difference is whose error.")
final class AgreeCommand implements Callable<Integer> {

    private static final int FEWEST_LEVELS = 4;
    private static final int MOST_LEVELS = 12;
    private static final int FEWEST_CELLS = 16;
    private static final OrderExpectation EXPECTED = OrderExpectation.atLeast(
            0.5,
            0.25,
            "order at least 1/2 for any measure in a one-sided Lipschitz field"
                    + " (Delarue, Lagoutière, Vauchelet 2017)");

    private static final OrderExpectation IN_TIME = OrderExpectation.atLeast(
            1,
            0.25,
            "every method in time has order 1 or more; a contact with a wall, a release from it or a collision costs at most"
                    + " O(Δt) once");

    @Option(
            names = "--levels",
            paramLabel = "N",
            defaultValue = "6",
            description = "Levels of every ladder; the finest is the case itself (default: ${DEFAULT-VALUE}).")
    private int levels;

    @Mixin
    private CaseOptions source = new CaseOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        PrintWriter out = spec.commandLine().getOut();
        if (levels < FEWEST_LEVELS || levels > MOST_LEVELS) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--levels = " + levels + ": " + FEWEST_LEVELS + " to " + MOST_LEVELS + " is allowed");
        }
        ReadCase read = source.read();
        CaseFile file = read.file();
        if (file.grid().isEmpty() || file.particles().isEmpty()) {
            throw new BadCaseException(List.of(new CaseProblem(
                    source.path().toString(),
                    0,
                    file.grid().isEmpty() ? "grid" : "particles",
                    "missing",
                    "both sections must be given to compare them")));
        }
        if (file.grid().get().cells().get(0) < FEWEST_CELLS) {
            throw new BadCaseException(List.of(new CaseProblem(
                    source.path().toString(),
                    0,
                    "grid.cells",
                    file.grid().get().cells().toString(),
                    "at least " + FEWEST_CELLS + " is allowed, to halve them often enough")));
        }
        if (read.setup().model().species().get(0).domain().dimension() > 1) {
            throw new BadCaseException(List.of(new CaseProblem(
                    source.path().toString(), 0, "model", "in more than 1 dimension", "a model on a line is allowed")));
        }
        Path folder = output.folder(file.name() + "-agree");
        Provenance provenance = Provenance.now(source.command("agree"), 1, RunCommand.seeds(read));
        AgreementReport report = agreement(read).examine();
        ClaimLine line = AgreementPage.line(report);
        boolean good = line.passes();
        Map<String, Object> summary =
                new LinkedHashMap<>(Summary.ofClaims(file.name(), "completed", provenance, List.of(line)));
        String species = read.setup().model().species().get(0).name();
        summary.put("agreement", Map.of(report.metric() + ":" + species, report.distance()));
        ResultWriter.write(folder, AgreementPage.of(file.name(), file.title(), report, provenance), summary)
                .ifPresent(err::println);
        if (output.json()) {
            out.print(Json.indented(summary));
        } else {
            out.print(AgreementPage.table(report).toText());
            out.println();
            out.println(line.verdict() + ": " + AgreementPage.explanation(report));
            out.println("Results: " + folder.resolve("report.html"));
        }
        out.flush();
        return good ? Dualflow.SUCCESS : Dualflow.FAILED;
    }

    /**
     * Cells, particles and their time steps, each on a ladder that ends in the run of the case, all else fixed. Without a
     * {@code grid.step} the Courant number ties the grid's step to its cells, and both are one part.
     */
    private Agreement agreement(ReadCase read) {
        CaseFile file = read.file();
        GridSpec grid = file.grid().orElseThrow();
        ParticleSpec cloud = file.particles().orElseThrow();
        Simulation simulation = new Simulation(
                read.setup().model(), read.setup().initial(), file.start(), file.end(), file.end() - file.start(), 1);
        List<Refinement> ofGrid = new ArrayList<>();
        ofGrid.addAll(numbers(
                grid.step().isPresent() ? "cells" : "cells and their step",
                Resolution.WIDTH,
                grid.cells().get(0),
                n -> Discretisations.grid(grid.withCells(n))));
        grid.step()
                .ifPresent(step -> ofGrid.add(steps("grid step", step, dt -> Discretisations.grid(grid.withStep(dt)))));
        List<Refinement> ofCloud = new ArrayList<>(numbers(
                "number",
                Resolution.PARTICLES,
                cloud.count(),
                n -> Discretisations.particles(cloud.withCount(n), file)));
        ofCloud.add(steps(
                "particle step",
                cloud.step().orElse(file.defaultStep()),
                dt -> Discretisations.particles(cloud.withStep(dt), file)));
        return new Agreement(
                simulation,
                0,
                Wasserstein.W1,
                Reading.ATOMS,
                ofGrid,
                ofCloud,
                read.setup()
                        .reference()
                        .until(file.start(), file.end())
                        .filter(Reference::isLaw)
                        .map(r -> (LineLaw) r.law(file.end())));
    }

    /** Nothing if so few cells or particles cannot be halved often enough. */
    private List<Refinement> numbers(String name, Resolution resolution, int finest, IntFunction<Discretisation> at) {
        List<Double> h = new ArrayList<>();
        for (int k = levels - 1; k >= 0; k--) {
            int n = Math.max(2, (int) Math.round(finest / Math.pow(2, k)));
            if (h.isEmpty() || 1.0 / n < h.get(h.size() - 1)) {
                h.add(1.0 / n);
            }
        }
        return h.size() < FEWEST_LEVELS
                ? List.of()
                : List.of(
                        new Refinement(name, resolution, h, width -> at.apply((int) Math.round(1 / width)), EXPECTED));
    }

    private Refinement steps(String name, double finest, DoubleFunction<Discretisation> at) {
        List<Double> h = new ArrayList<>();
        for (int k = levels - 1; k >= 0; k--) {
            h.add(finest * Math.pow(2, k));
        }
        return new Refinement(name, Resolution.TIME_STEP, h, at, IN_TIME);
    }
}
