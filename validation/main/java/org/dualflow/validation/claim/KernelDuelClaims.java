package org.dualflow.validation.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dualflow.field.SpectralKernel;
import org.dualflow.field.Waves;
import org.dualflow.fv.Limiter;
import org.dualflow.fv.TransportScheme;
import org.dualflow.gan.KernelGan;
import org.dualflow.gan.Mobility;
import org.dualflow.gan.Regulariser;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.ConditionedLaw;
import org.dualflow.measure.LineLaw;
import org.dualflow.measure.NormalLaw;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.measure.QuantileFunction;
import org.dualflow.measure.Wasserstein;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.State;
import org.dualflow.movement.DualFlow;
import org.dualflow.movement.DualScheme;
import org.dualflow.movement.DuelEvolution;
import org.dualflow.movement.KernelDuel;
import org.dualflow.movement.LineEnergy;
import org.dualflow.movement.SmoothEnergy;
import org.dualflow.particle.ParticleScheme;
import org.dualflow.run.Grid;
import org.dualflow.run.Particles;
import org.dualflow.time.Evolution;
import org.dualflow.validation.study.ConvergenceTable;
import org.dualflow.validation.study.OrderExpectation;
import org.dualflow.validation.study.Resolution;

/** The kernel GAN as a dual flow. */
final class KernelDuelClaims {

    private static final double END = 2;
    private static final LineLaw START = new ConditionedLaw(new NormalLaw(0.2, 0.5), -4, 4);
    private static final Domain BOX = Domain.line(-4, 4, Boundary.PERIODIC);
    private static final KernelGan GAN = KernelGan.of(
                    BOX,
                    new ParticleMeasure(new double[][] {{-1, 0.4, 1.1}}, new double[] {0.5, 0.2, 0.3}),
                    Waves.lattice(new SpectralKernel(SpectralKernel.Shape.GAUSSIAN, 0.7), BOX))
            .withMobility(new Mobility(0.5, 0.5))
            .withDiscriminatorRate(1.5)
            .withPenalty(Regulariser.MEAN, 0.4);

    /** Errors that methods state count up to here: who states more explains nothing. */
    private static final double MOST_STATED = 0.02;

    private KernelDuelClaims() {}

    static List<Claim> all() {
        return List.of(orders(), threeWays());
    }

    private static Evolution particles(int n, double step) {
        return Particles.quantiles(n, ParticleScheme.rungeKutta4(step)).begin(GAN, GAN.initial(START), 0);
    }

    private static DuelEvolution<LineEnergy, SmoothEnergy> duel(DualScheme scheme, int n, double step) {
        double[] none = new double[2 * GAN.waves().size()];
        return DuelEvolution.of(GAN, scheme, step, START.quantiles(n).x(0), none, 0);
    }

    private static Claim orders() {
        int n = 60;
        Ladder ladder = new Ladder(Resolution.MOVEMENT_STEP, List.of(20, 40, 80, 160, 320), END);
        return new BoundClaim(
                "kernel-duel-movement-orders",
                "the kernel GAN on a line by minimising movements, " + n
                        + " particles, half of the mobility shared, penalty on data and" + " generated law",
                "product distance of both players from the same particles with 1000 Runge–Kutta steps at t = " + END
                        + ", in " + ladder.sizes() + " steps of every scheme that needs no monotone game",
                "order 1 within 0.07",
                "Two flows of smooth vector fields on R^n, since places stay apart: each movement is the implicit or explicit Euler step of one"
                        + " player in its metric, and extragradient steps are explicit ones of a field changed by O(τ).",
                Claim.Suite.FAST,
                progress -> {
                    KernelDuel duel = new KernelDuel(GAN);
                    DualFlow<LineEnergy, SmoothEnergy> flow = duel.players(n);
                    Evolution exact = particles(n, END / 1000);
                    exact.advanceTo(END);
                    List<double[]> goal = List.of(
                            sorted(exact.state()),
                            duel.coordinates(exact.state().scalars()));
                    List<ConvergenceTable> tables = new ArrayList<>();
                    for (DualScheme scheme : List.of(
                            DualScheme.EXPLICIT,
                            DualScheme.SIMULTANEOUS,
                            DualScheme.ALTERNATING,
                            DualScheme.EXTRAGRADIENT)) {
                        tables.add(new ConvergenceTable(
                                scheme.name(),
                                "product distance",
                                ladder.resolution(),
                                ladder.climb(
                                        steps -> {
                                            var run = duel(scheme, n, END / steps);
                                            run.advanceTo(END);
                                            List<double[]> place = List.of(
                                                    run.movement().first(),
                                                    run.movement().second());
                                            return ErrorSample.exact(flow.distance(place, goal));
                                        },
                                        progress),
                                OrderExpectation.exactly(1, 0.07, "implicit, explicit Euler")));
                    }
                    return ClaimResult.of(tables, List.of());
                });
    }

    private static double[] sorted(State state) {
        double[] x = ((ParticleMeasure) state.measure(0)).x(0).clone();
        Arrays.sort(x);
        return x;
    }

    private static Claim threeWays() {
        int n = 400;
        int cells = 400;
        int perUnit = 100;
        return new BoundClaim(
                "kernel-duel-three-ways",
                "one trajectory of the kernel GAN on a line by finite volumes (MUSCL), particles and minimising movements, half of the mobility"
                        + " shared, penalty on data and generated law",
                "W₁ of the generated laws of each pair at t = 0.5, 1, 1.5, 2 over the sum of the stated errors; with "
                        + cells + " cells, " + n + " particles, τ = 1/" + perUnit,
                "at most 1, where a stated error counts up to " + MOST_STATED,
                "Stated errors. Grid: the distance from half as many cells, three times the error of a second-order scheme. Particles: the distance"
                        + " from half as many, as much as the error of a first-order one (quantile points are 1/(4n) away in every density), and"
                        + " that of steps twice as long. Movements: those of the particles' start, and the distance from steps twice as long,"
                        + " the error of a first-order scheme; doubled, as are all, for what is not yet asymptotic.",
                Claim.Suite.FAST,
                progress -> {
                    Evolution coarseGrid = grid(cells / 2);
                    Evolution fineGrid = grid(cells);
                    Evolution few = particles(n / 2, 0.02);
                    Evolution slow = particles(n, 0.04);
                    Evolution many = particles(n, 0.02);
                    var large = duel(DualScheme.ALTERNATING, n, 2.0 / perUnit);
                    var small = duel(DualScheme.ALTERNATING, n, 1.0 / perUnit);
                    WorstOf worst = new WorstOf();
                    for (int k = 1; k <= 4; k++) {
                        double t = 0.5 * k;
                        for (Evolution run : List.of(coarseGrid, fineGrid, few, slow, many, large, small)) {
                            run.advanceTo(t);
                        }
                        double start = distance(many, few);
                        double gridError = stated(2 * distance(fineGrid, coarseGrid));
                        double cloudError = stated(2 * (start + distance(many, slow)));
                        double movedError = stated(2 * (start + distance(small, large))
                                + small.movement().bound());
                        String two = "distance over the stated errors";
                        worst.share(two, distance(fineGrid, many), gridError + cloudError);
                        worst.share(two, distance(fineGrid, small), gridError + movedError);
                        worst.share(two, distance(many, small), cloudError + movedError);
                    }
                    return ClaimResult.of(List.of(), worst.bounds());
                });
    }

    /** As far as it counts. */
    private static double stated(double error) {
        return Math.min(error, MOST_STATED);
    }

    private static Evolution grid(int cells) {
        return Grid.of(TransportScheme.muscl(Limiter.VAN_LEER), cells).begin(GAN, GAN.initial(START), 0);
    }

    /** Cells read as slabs. */
    private static double distance(Evolution a, Evolution b) {
        return Wasserstein.W1.between(reading(a), reading(b));
    }

    private static QuantileFunction reading(Evolution run) {
        return run.state().measure(0) instanceof CellMeasure cells
                ? QuantileFunction.ofSlabs(cells)
                : QuantileFunction.ofAtoms(run.state().measure(0));
    }
}
