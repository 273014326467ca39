package org.dualflow.validation.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import org.dualflow.measure.Law;
import org.dualflow.measure.LineLaw;
import org.dualflow.measure.Wasserstein;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Initial;
import org.dualflow.model.Model;
import org.dualflow.model.TransportModel;
import org.dualflow.run.Discretisation;
import org.dualflow.run.Progress;
import org.dualflow.run.Simulation;
import org.dualflow.run.Solution;
import org.dualflow.validation.agreement.Agreement;
import org.dualflow.validation.agreement.AgreementReport;
import org.dualflow.validation.agreement.LineDistance;
import org.dualflow.validation.agreement.Reading;
import org.dualflow.validation.agreement.Refinement;
import org.dualflow.validation.agreement.StateDistance;
import org.dualflow.validation.claim.Ladder;
import org.dualflow.validation.exact.ExactSolution;
import org.dualflow.validation.io.CaseReader.ReadCase;
import org.dualflow.validation.io.CaseSolver;
import org.dualflow.validation.io.Certification;
import org.dualflow.validation.io.Distances;
import org.dualflow.validation.io.Reference;
import org.dualflow.validation.io.ResultWriter;
import org.dualflow.validation.io.Setup;
import org.dualflow.validation.report.AgreementPage;
import org.dualflow.validation.report.LadderPage;
import org.dualflow.validation.report.Provenance;
import org.dualflow.validation.report.RunResult;
import org.dualflow.validation.report.Summary;
import org.dualflow.validation.study.ConvergenceTable;
import org.dualflow.validation.study.Level;
import org.dualflow.validation.study.OrderExpectation;
import org.dualflow.validation.study.Resolution;

/**
 * One problem and everything that the harness can say about it: solved, refined, compared, certified, reported.
 *
 * <pre>{@code
 * Experiment slab = Experiment.of("slab", Transports.constant(line, 1), Initial.of(new UniformLaw(-1, 0)))
 *         .exact("translation", t -> new UniformLaw(-1 + t, t));
 * RunResult run = slab.run(Grid.of(TransportScheme.upwind(), 400), Particles.quantiles(1000, ParticleScheme.euler(0.01)));
 * ConvergenceTable table = slab.converge(
 *         Ladder.cells(4, 100, 200, 400, 800),
 *         n -> Grid.of(TransportScheme.upwind(), n),
 *         "W1",
 *         OrderExpectation.exactly(1, 0.1, "densities of bounded variation"));
 * slab.write(Path.of("results", "slab"), table);
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param name short, for files
 * @param title one line for people
 * @param setup equations, start, reference and certificate
 * @param start initial time
 * @param end final time
 * @param every time between outputs of {@link #run}
 */
public record Experiment(String name, String title, Setup setup, double start, double end, double every) {

    /** States that {@link #run} keeps for pictures besides the first. */
    private static final int KEPT = 100;

    /** Solves one simulation in several ways. */
    @FunctionalInterface
    public interface Solver {
        /** The solutions, in the order of the ways. */
        List<Solution> solve(Simulation simulation, List<Discretisation> ways);
    }

    /** A model from time 0 to 1, recorded at 200 instants; no reference, the certificate that the model alone tells. */
    public static Experiment of(String name, Model model, Initial initial) {
        Reference.Source none = (start, end) -> Optional.empty();
        return new Experiment(name, name, new Setup(model, initial, none), 0, 1, 1.0 / 200);
    }

    /** An exact solution and what it solves, from time 0 to {@code end}. */
    public static Experiment of(ExactSolution solution, double end) {
        Setup setup = new Setup(solution.model(), solution.initial(), Reference.Source.of(solution));
        return new Experiment(solution.name(), solution.name(), setup, 0, end, end / 200);
    }

    /** What a case file says. */
    public static Experiment of(ReadCase read) {
        var file = read.file();
        return new Experiment(file.name(), file.title(), read.setup(), file.start(), file.end(), file.every());
    }

    /** With a line for people. */
    public Experiment titled(String line) {
        return new Experiment(name, line, setup, start, end, every);
    }

    /** With another final time, recorded at 200 instants. */
    public Experiment until(double time) {
        return new Experiment(name, title, setup, start, time, (time - start) / 200);
    }

    /** With another time between outputs. */
    public Experiment every(double interval) {
        return new Experiment(name, title, setup, start, end, interval);
    }

    /**
     * Measured against an exact law.
     *
     * @param source how it is known, one phrase
     * @param law the law of the only species at a time, a {@link LineLaw} on a line
     */
    public Experiment exact(String source, DoubleFunction<? extends Law> law) {
        Reference known = Reference.of(source, law);
        return with(new Setup(
                setup.model(),
                setup.initial(),
                (from, to) -> Optional.of(known),
                setup.certification(),
                setup.equations()));
    }

    /**
     * With a certificate of grids for a model of one species on a line or a circle whose field depends on the solution.
     *
     * @param growth the sum of a one-sided Lipschitz constant of the field in x and a Lipschitz constant of μ → b[μ] in W₁
     */
    public Experiment certified(double growth) {
        if (!(setup.model() instanceof TransportModel transport)) {
            throw new IllegalArgumentException("model = " + setup.model().name() + ": a transport model is allowed");
        }
        return with(new Setup(
                transport,
                setup.initial(),
                setup.reference(),
                Certification.growing(transport, growth),
                setup.equations()));
    }

    /** With equations in TeX, which the report shows. */
    public Experiment equations(String... tex) {
        return with(setup.withEquations(List.of(tex)));
    }

    private Experiment with(Setup other) {
        return new Experiment(name, title, other, start, end, every);
    }

    /** Solves in each way, silently; with errors against the reference, distances from each other, a grid's certificate. */
    public RunResult run(Discretisation... ways) {
        return run(Progress.SILENT, ways);
    }

    /**
     * As {@link #run(Discretisation...)}, told how far it has come after every step.
     *
     * @param progress sees the steps of one way after the other; may show them, may stop them
     */
    public RunResult run(Progress progress, Discretisation... ways) {
        Simulation simulation = new Simulation(setup.model(), setup.initial(), start, end, every, KEPT);
        CaseSolver solver =
                new CaseSolver(name, title, setup, simulation, Arrays.asList(ways), List.of(), List.of(), name);
        return solver.solve(provenance("run"), progress);
    }

    /**
     * Refines one way to solve the problem and fits the order of its error at the final time.
     *
     * @param ladder how many cells, particles or steps
     * @param way the discretisation of a size
     * @param metric {@code W1} or {@code W2} with cells read as atoms, {@code SW1} in more dimensions, or {@code L1} of cell masses
     * @param expectation order, and why
     * @throws IllegalStateException if there is no reference
     * @throws org.dualflow.time.StepFailure if a level fails
     */
    public ConvergenceTable converge(
            Ladder ladder, IntFunction<Discretisation> way, String metric, OrderExpectation expectation) {
        return converge(ladder, way, metric, "atoms", expectation, (simulation, ways) -> ways.stream()
                .map(simulation::solve)
                .toList());
    }

    /**
     * As {@link #converge(Ladder, IntFunction, String, OrderExpectation)}.
     *
     * @param reading how W₁ and W₂ read cells, {@code atoms} or {@code slabs}
     * @param solver solves the levels, and may show how far it has come
     */
    public ConvergenceTable converge(
            Ladder ladder,
            IntFunction<Discretisation> way,
            String metric,
            String reading,
            OrderExpectation expectation,
            Solver solver) {
        Reference reference = setup.reference()
                .until(start, end)
                .orElseThrow(() -> new IllegalStateException("experiment " + name + ": no reference is known"));
        List<Discretisation> ways = new ArrayList<>();
        ladder.sizes().forEach(size -> ways.add(way.apply(size)));
        List<Solution> solutions = solver.solve(toTheEnd(), ways);
        List<Level> levels = new ArrayList<>();
        for (int k = 0; k < solutions.size(); k++) {
            Solution solution = solutions.get(k);
            solution.failure().ifPresent(failure -> {
                throw failure;
            });
            double h = ladder.resolution() == Resolution.WIDTH
                    ? Distances.width(solution)
                    : ladder.extent() / ladder.sizes().get(k);
            double error = Distances.toReference(solution, reference, metric, reading);
            levels.add(new Level(h, error, 0, solution.seconds()));
        }
        return new ConvergenceTable(title, metric + " error", ladder.resolution(), levels, expectation);
    }

    /**
     * Compares grid and particles at the final time; {@link Agreement#examine()} gives the verdict.
     *
     * @param grid what is refined of the grid; all with the same finest level
     * @param particles what is refined of the particles; all with the same finest level
     */
    public Agreement agreement(List<Refinement> grid, List<Refinement> particles) {
        Domain domain = setup.model().species().get(0).domain();
        boolean line = domain.dimension() == 1 && !domain.side(0).isPeriodic();
        Optional<StateDistance.Error> error = setup.reference()
                .until(start, end)
                .filter(reference -> reference.isLaw() && line)
                .map(reference -> new LineDistance(Wasserstein.W1, Reading.ATOMS).from((LineLaw) reference.law(end)));
        return new Agreement(toTheEnd(), 0, StateDistance.of(setup.model()), grid, particles, error);
    }

    private Simulation toTheEnd() {
        return new Simulation(setup.model(), setup.initial(), start, end, end - start, 1);
    }

    /** Fills a result folder with a run: report, series, states, pictures, {@code summary.json}. */
    public void write(Path folder, RunResult result) throws IOException {
        ResultWriter.write(folder, result);
    }

    /** Fills a result folder with convergence tables. */
    public void write(Path folder, ConvergenceTable... tables) throws IOException {
        LadderPage page = new LadderPage();
        for (int k = 0; k < tables.length; k++) {
            page.add(name + "-ladder-" + (k + 1), tables[k]);
        }
        Provenance provenance = provenance("converge");
        ResultWriter.write(
                folder,
                page.report(title, "Case " + name + ", convergence ladders", provenance),
                Summary.ofClaims(name, "completed", provenance, page.lines()));
    }

    /** Fills a result folder with an agreement. */
    public void write(Path folder, AgreementReport report) throws IOException {
        Provenance provenance = provenance("agree");
        String species = setup.model().species().get(0).name();
        ResultWriter.write(
                folder,
                AgreementPage.of(name, title, report, provenance),
                Summary.ofAgreement(name, provenance, species, report));
    }

    private Provenance provenance(String what) {
        return Provenance.now(what + " " + name + ", by the library", 1, List.of());
    }
}
