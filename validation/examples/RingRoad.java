import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dualflow.field.VelocityField;
import org.dualflow.fv.TransportScheme;
import org.dualflow.measure.DensityLaw;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Coupling;
import org.dualflow.model.Initial;
import org.dualflow.model.Observable;
import org.dualflow.model.Species;
import org.dualflow.model.State;
import org.dualflow.model.TransportModel;
import org.dualflow.particle.ParticleScheme;
import org.dualflow.run.Grid;
import org.dualflow.run.Particles;
import org.dualflow.validation.agreement.AgreementReport;
import org.dualflow.validation.agreement.Refinement;
import org.dualflow.validation.claim.Ladder;
import org.dualflow.validation.experiment.Experiment;
import org.dualflow.validation.io.Certification;
import org.dualflow.validation.io.Extension;
import org.dualflow.validation.io.ModelEntry;
import org.dualflow.validation.io.Reference;
import org.dualflow.validation.io.Setup;
import org.dualflow.validation.io.schema.Key;
import org.dualflow.validation.io.schema.NumberKind;
import org.dualflow.validation.io.schema.RecordKind;
import org.dualflow.validation.report.RunResult;
import org.dualflow.validation.study.ConvergenceTable;
import org.dualflow.validation.study.OrderExpectation;
import org.dualflow.validation.study.Resolution;

/**
 * An equation of one's own, judged: traffic on a ring road, ∂t ρ + ∂x(ρ V) = 0, where drivers slow down for the traffic ahead,
 *
 * <pre>  V(x) = v - b ∫ (1 + sin(y - x)) ρ(dy),      x on the circle [-π, π],</pre>
 *
 * a nonlocal field that looks ahead: the traffic a quarter of the road ahead counts twice, that a quarter behind not at all.
 *
 * <p><b>Exact solution.</b> V has one Fourier mode, so Poisson kernels stay Poisson kernels (Ott, Antonsen, Chaos 18 (2008) 037113,
 * doi:10.1063/1.2930766): ρ = (1 - r²)/(2π (1 - 2r cos(x - ψ) + r²)) with r' = -(b/2) r (1 - r²) and ψ' = v - b. Hence 1/r² - 1
 * grows like e^{bt}: looking ahead dissolves the jam.
 *
 * <p>{@code java -cp validation/target/dualflow.jar validation/examples/RingRoad.java [FOLDER]}
 */
public final class RingRoad implements Extension {

    /** The equation. */
    record Traffic(double v, double b) implements TransportModel {

        @Override
        public String name() {
            return "ring-road";
        }

        @Override
        public List<Species> species() {
            return List.of(new Species("cars", Domain.line(-Math.PI, Math.PI, Boundary.PERIODIC)));
        }

        @Override
        public List<Observable> observables() {
            return List.of(new Observable("jam", state -> {
                var field = new LookAhead(0, 0);
                field.freeze(0, state);
                return Math.hypot(field.cos, field.sin);
            }));
        }

        @Override
        public Coupling couple() {
            return new LookAhead(v, b);
        }
    }

    /** Two sums over all cars, then V at a batch of points. */
    static final class LookAhead implements Coupling, VelocityField {
        private final double v;
        private final double b;
        private double cos;
        private double sin;

        LookAhead(double v, double b) {
            this.v = v;
            this.b = b;
        }

        @Override
        public void freeze(double t, State state) {
            cos = 0;
            sin = 0;
            state.measure(0).forEachBlock((x, w, n) -> {
                for (int i = 0; i < n; i++) {
                    cos += w[i] * Math.cos(x[0][i]);
                    sin += w[i] * Math.sin(x[0][i]);
                }
            });
        }

        @Override
        public VelocityField field(int s) {
            return this;
        }

        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public void fill(int component, double[][] x, int n, double[] out) {
            for (int i = 0; i < n; i++) {
                out[i] = v - b * (1 + sin * Math.cos(x[0][i]) - cos * Math.sin(x[0][i]));
            }
        }
    }

    /** The exact law at time t from r₀ and ψ₀ = 0. */
    static DensityLaw exact(Traffic road, double r0, double t) {
        double r = 1 / Math.sqrt(1 + (1 / (r0 * r0) - 1) * Math.exp(road.b() * t));
        double psi = (road.v() - road.b()) * t;
        return new DensityLaw(x -> (1 - r * r) / (1 - 2 * r * Math.cos(x - psi) + r * r), -Math.PI, Math.PI);
    }

    /** |V'| ≤ b, and 1 + sin has Lipschitz constant 1: two solutions drift apart no faster than e^{2bt} in W₁. */
    static Experiment experiment(Traffic road, double r0) {
        return Experiment.of("ring-road", road, Initial.of(exact(road, r0, 0)))
                .titled("Traffic that looks ahead on a ring road")
                .exact("Poisson kernels (Ott, Antonsen 2008)", t -> exact(road, r0, t))
                .certified(2 * road.b());
    }

    static RunResult run(Experiment experiment) {
        return experiment.run(
                Grid.of(TransportScheme.weno5(), 200), Particles.quantiles(1000, ParticleScheme.rungeKutta4(0.01)));
    }

    /**
     * Why order 2 with a scheme of order 5: a coupling reads a cell as an atom at its point, so that ∫ e^{iy} ρ(dy) comes out too large by the
     * factor (h/2)/sin(h/2) = 1 + h²/24 + …. The numbers follow the exact solution of a road with that much more look-ahead.
     */
    static ConvergenceTable converge(Experiment experiment) {
        return experiment.converge(
                Ladder.cells(2 * Math.PI, 80, 120, 160, 240, 320),
                n -> Grid.of(TransportScheme.weno5(), n),
                "L1",
                OrderExpectation.exactly(
                        2, 0.1, "cells as atoms: the look-ahead is too strong by the factor 1 + h²/24"));
    }

    static AgreementReport agree(Experiment experiment) {
        Refinement cells = Refinement.ofNumber(
                        "cells and their step",
                        Resolution.WIDTH,
                        200,
                        5,
                        n -> Grid.of(TransportScheme.weno5(), n),
                        OrderExpectation.atLeast(1, 0.25, "cells read as atoms"))
                .orElseThrow();
        Refinement number = Refinement.ofNumber(
                        "number",
                        Resolution.PARTICLES,
                        1000,
                        5,
                        n -> Particles.quantiles(n, ParticleScheme.rungeKutta4(0.01)),
                        OrderExpectation.atLeast(1, 0.25, "quantiles of a law on an interval"))
                .orElseThrow();
        return experiment.agreement(List.of(cells), List.of(number)).examine();
    }

    /** Case files may say {@code model: ring-road}. */
    @Override
    public List<ModelEntry> models() {
        return List.of(new ModelEntry(
                "ring-road",
                "Traffic on a ring road; drivers slow down for the traffic ahead.",
                RecordKind.of(
                        Key.optional("speed", NumberKind.positive(), 2.0, "speed v on an empty road"),
                        Key.optional("caution", NumberKind.positive(), 1.0, "strength b of the look-ahead")),
                RecordKind.of(Key.required("jam", NumberKind.above(0, 0.9), "r at the start")),
                (parameters, initial, problems) -> {
                    var road = new Traffic(parameters.number("speed"), parameters.number("caution"));
                    double r0 = initial.number("jam");
                    Reference reference = Reference.of("Poisson kernels", t -> exact(road, r0, t));
                    return Optional.of(new Setup(
                            road,
                            Initial.of(exact(road, r0, 0)),
                            (start, end) -> start == 0 ? Optional.of(reference) : Optional.empty(),
                            Certification.growing(road, 2 * road.b())));
                }));
    }

    /** Prints the verdicts and writes three reports. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args.length > 0 ? args[0] : "results/ring-road");
        Experiment experiment = experiment(new Traffic(2, 1), 0.5);
        RunResult run = run(experiment);
        ConvergenceTable table = converge(experiment);
        AgreementReport agreement = agree(experiment);
        System.out.println("errors " + run.errors() + ", certificate " + run.certificates());
        System.out.println(table.verdict() + ": " + table.fit().describe() + ", expected "
                + table.expectation().describe());
        System.out.println(agreement.agreement() + ": " + agreement.distance() + " apart, at most "
                + agreement.explained() + " explained");
        experiment.write(folder.resolve("run"), run);
        experiment.write(folder.resolve("converge"), table);
        experiment.write(folder.resolve("agree"), agreement);
    }
}
