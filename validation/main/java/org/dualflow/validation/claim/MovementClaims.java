package org.dualflow.validation.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.dualflow.measure.NormalLaw;
import org.dualflow.movement.DualMovement;
import org.dualflow.movement.DualScheme;
import org.dualflow.movement.InteractionEnergy;
import org.dualflow.movement.InternalEnergy;
import org.dualflow.movement.LearningRate;
import org.dualflow.movement.LineEnergy;
import org.dualflow.movement.Mover;
import org.dualflow.movement.Potential;
import org.dualflow.movement.PotentialEnergy;
import org.dualflow.movement.QuadraticSaddle;
import org.dualflow.movement.QuantileSpace;
import org.dualflow.movement.SumEnergy;
import org.dualflow.particle.IsotonicRegression;
import org.dualflow.validation.exact.SaddleFlow;
import org.dualflow.validation.study.ConvergenceTable;
import org.dualflow.validation.study.OrderExpectation;
import org.dualflow.validation.study.Resolution;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.hipparchus.util.FastMath;

/** Movements of measures on the line. */
final class MovementClaims {

    private static final double ULP = 0x1p-52;
    private static final long SEED = 20261125;

    private MovementClaims() {}

    static List<Claim> all() {
        return List.of(sticky(), meanKept(), measures(), diffusion(), counts());
    }

    private static Claim sticky() {
        int n = 300;
        double end = 0.7;
        return new BoundClaim(
                "movement-sticky-exact",
                "movements of atoms that attract each other by |x|, 300 of random weights (seed " + SEED + ")",
                "largest distance at t = " + end
                        + ", in 1, 7 and 100 steps, from the isotonic regression of x + (mass above - mass below) t, over 64 ε per step;"
                        + " number of different places",
                "at most 1 (round-off: 16 ε, four times); at least one pair has met, not all",
                "On places in order the energy is linear, so a movement is the projection P(x - τ∇E) on the cone; P(P(x - τ∇E) - τ∇E) ="
                        + " P(x - 2τ∇E), since what has met stays together (Natile, Savaré, SIAM J. Math. Anal. 41, 2009,"
                        + " doi:10.1137/090750809): no error in τ.",
                Claim.Suite.FAST,
                progress -> {
                    SplittableRandom random = new SplittableRandom(SEED);
                    double[] w = random.doubles(n, 0.1, 1).toArray();
                    double all = Arrays.stream(w).sum();
                    double[] start = random.doubles(n, -1, 1).sorted().toArray();
                    double[] exact = new double[n];
                    int[] order = new int[n];
                    double below = 0;
                    for (int i = 0; i < n; i++) {
                        w[i] /= all;
                        exact[i] = start[i] + (1 - 2 * below - w[i]) * end;
                        below += w[i];
                        order[i] = i;
                    }
                    new IsotonicRegression(order).project(exact, w);
                    QuantileSpace line = QuantileSpace.line(w);
                    LineEnergy energy = InteractionEnergy.pointy(w, 1);
                    WorstOf largest = new WorstOf();
                    for (int steps : new int[] {1, 7, 100}) {
                        double[] x = start.clone();
                        Mover<LineEnergy> mover = line.mover();
                        for (int k = 0; k < steps; k++) {
                            mover.move(energy, x.clone(), end / steps, x);
                        }
                        double worst = 0;
                        for (int i = 0; i < n; i++) {
                            worst = FastMath.max(worst, FastMath.abs(x[i] - exact[i]));
                        }
                        largest.share("distance over 64 ε steps", worst, 64 * steps * ULP);
                    }
                    List<Bound> bounds = new ArrayList<>(largest.bounds());
                    long places = Arrays.stream(exact).distinct().count();
                    bounds.add(new Bound("different places", places, 2, n - 1));
                    return ClaimResult.of(List.of(), bounds);
                });
    }

    private static Claim meanKept() {
        int n = 60;
        int steps = 20;
        return new BoundClaim(
                "movement-mean-kept",
                "movements of internal and interaction energies, 60 particles of random weights (seed " + SEED
                        + "), τ = 0.05",
                "change of the mean in " + steps + " steps, over the sum of the certified bounds and n steps ε = "
                        + n * steps * ULP,
                "at most 1",
                "The energies do not see translations, so the mean of the exact minimiser is that of the start; a mean differs by at most the"
                        + " distance W₂.",
                Claim.Suite.FAST,
                progress -> {
                    SplittableRandom random = new SplittableRandom(SEED);
                    double[] w = random.doubles(n, 0.1, 1).toArray();
                    double all = Arrays.stream(w).sum();
                    for (int i = 0; i < n; i++) {
                        w[i] /= all;
                    }
                    double[] start = random.doubles(n, -1, 1).sorted().toArray();
                    QuantileSpace line = QuantileSpace.line(w);
                    WorstOf worst = new WorstOf();
                    for (LineEnergy energy : List.of(
                            InternalEnergy.entropy(line),
                            InternalEnergy.power(line, 2),
                            InteractionEnergy.quadratic(w, 2),
                            InteractionEnergy.pointy(w, 1),
                            InteractionEnergy.pointy(w, -1))) {
                        double[] x = start.clone();
                        Mover<LineEnergy> mover = line.mover();
                        double sum = n * steps * ULP;
                        for (int k = 0; k < steps; k++) {
                            sum += mover.move(energy, x.clone(), 0.05, x).bound();
                        }
                        double change = 0;
                        for (int i = 0; i < n; i++) {
                            change += w[i] * (x[i] - start[i]);
                        }
                        worst.share("change of the mean over its bound", FastMath.abs(change), sum);
                    }
                    return ClaimResult.of(List.of(), worst.bounds());
                });
    }

    private static Claim measures() {
        double l = 0.5;
        double spread = FastMath.sqrt(2 * 1.25);
        SaddleFlow exact = new SaddleFlow(l);
        Ladder ladder = new Ladder(Resolution.MOVEMENT_STEP, List.of(50, 100, 200, 400, 800), FastMath.PI);
        return new BoundClaim(
                "dual-flow-measures-orders",
                "the game ∬ x²/4 + x y - y²/4 of two measures of four atoms, to half a turn, by every scheme",
                "(W₂² + W₂²)^½ from the exact measures at t = π in " + ladder.sizes() + " steps",
                "order 1, of BDF2 2, within 0.03, with the constant within 3 %",
                "Means move as in dual-flow-saddle-orders; centred parts are multiplied by 1 - lτ, 1/(1 + lτ), 1 - lτ + l²τ² instead of"
                        + " e^{-lτ}: l²/2 π e^{-lπ} τ times the spread, for BDF2 l² |3/4 - lπ/3| e^{-lπ} τ². Both parts are orthogonal.",
                Claim.Suite.FAST,
                progress -> {
                    List<ConvergenceTable> tables = new ArrayList<>();
                    for (DualScheme scheme : DualScheme.values()) {
                        boolean second = scheme == DualScheme.BDF2;
                        double centred = spread
                                * FastMath.exp(-l * FastMath.PI)
                                * (second
                                        ? l * l * FastMath.abs(0.75 - l * FastMath.PI / 3)
                                        : 0.5 * l * l * FastMath.PI);
                        tables.add(new ConvergenceTable(
                                scheme.name(),
                                "W₂",
                                ladder.resolution(),
                                ladder.climb(steps -> measuresError(exact, scheme, steps), progress),
                                OrderExpectation.exactly(second ? 2 : 1, 0.03, "series of the logarithm of the step")
                                        .withConstant(
                                                second ? 2 : 1,
                                                FastMath.hypot(centred, exact.errorAtPi(scheme)),
                                                0.03)));
                    }
                    return ClaimResult.of(tables, List.of());
                });
    }

    private static ErrorSample measuresError(SaddleFlow exact, DualScheme scheme, int steps) {
        double[] centred = {-1.5, -0.5, 0.5, 1.5};
        double[] x = Arrays.stream(centred).map(c -> 1 + c).toArray();
        QuantileSpace line = QuantileSpace.line(4);
        var flow = QuadraticSaddle.ofMeasures(line, line, exact.l());
        var run = new DualMovement<>(flow, scheme, LearningRate.constant(FastMath.PI / steps), x, centred);
        run.run(steps);
        double shrunk = FastMath.exp(-exact.l() * FastMath.PI);
        var mean = exact.at(FastMath.PI);
        double[] exactX =
                Arrays.stream(centred).map(c -> mean.getReal() + shrunk * c).toArray();
        double[] exactY = Arrays.stream(centred)
                .map(c -> mean.getImaginary() + shrunk * c)
                .toArray();
        return ErrorSample.exact(flow.distance(List.of(run.first(), run.second()), List.of(exactX, exactY)));
    }

    private static final int PARTICLES = 100;
    private static final double END = 0.5;

    private static LineEnergy freeEnergy(QuantileSpace line) {
        return new SumEnergy(
                new PotentialEnergy(line.weights(), Potential.quadratic(1, 0)), InternalEnergy.entropy(line));
    }

    private static double[] normal(int n) {
        return new NormalLaw(2, 0.5).quantiles(n).x(0);
    }

    private static double[] euler(int steps) {
        QuantileSpace line = QuantileSpace.line(PARTICLES);
        double[] x = normal(PARTICLES);
        Mover<LineEnergy> mover = line.mover();
        for (int k = 0; k < steps; k++) {
            mover.move(freeEnergy(line), x.clone(), END / steps, x);
        }
        return x;
    }

    /**
     * The particles where an integrator of ordinary differential equations takes them: x_i' = -x_i + 1/(x_i - x_{i-1}) - 1/(x_{i+1} - x_i),
     * the steepest descent of Σ x²/2 m - m log of the gaps, written out here.
     */
    private static double[] flow() {
        var equation = new OrdinaryDifferentialEquation() {
            @Override
            public int getDimension() {
                return PARTICLES;
            }

            @Override
            public double[] computeDerivatives(double t, double[] x) {
                double[] speed = new double[PARTICLES];
                double below = 0;
                for (int i = 0; i < PARTICLES; i++) {
                    double above = i + 1 < PARTICLES ? 1 / (x[i + 1] - x[i]) : 0;
                    speed[i] = below - above - x[i];
                    below = above;
                }
                return speed;
            }
        };
        return new DormandPrince853Integrator(1e-12, END, 1e-12, 1e-12)
                .integrate(equation, new ODEState(0, normal(PARTICLES)), END)
                .getPrimaryState();
    }

    private static double[] bdf2(int steps) {
        QuantileSpace line = QuantileSpace.line(PARTICLES);
        double[] before = normal(PARTICLES);
        double[] x = before.clone();
        Mover<LineEnergy> mover = line.mover();
        LineEnergy energy = freeEnergy(line);
        mover.move(energy, before, END / steps, x);
        for (int k = 1; k < steps; k++) {
            double[] from = new double[PARTICLES];
            for (int i = 0; i < PARTICLES; i++) {
                from[i] = (4 * x[i] - before[i]) / 3;
            }
            before = x.clone();
            mover.move(energy, from, END / steps / 1.5, x);
        }
        return x;
    }

    private static Claim diffusion() {
        Ladder ladder = new Ladder(Resolution.MOVEMENT_STEP, List.of(10, 20, 40, 80, 160), END);
        return new BoundClaim(
                "movement-diffusion-orders",
                "movements of ∫ x²/2 du + ∫ u log u by quantile functions, " + PARTICLES
                        + " particles from N(2, ¼), and their second-order" + " variant",
                "W₂ from the flow of the particles (Dormand–Prince 8(5,3), tolerance 1e-12) at t = " + END + " in "
                        + ladder.sizes() + " steps; its ratio to τ |∂E|/√2 at the start",
                "order 1 within 0.05, ratio at most 1; order 2 within 0.1",
                "The energy of the particles is smooth and 1-convex in a Hilbert space: implicit Euler has order 1 and the error bound of"
                        + " minimising movements (Ambrosio, Gigli, Savaré, Theorem 4.0.4), BDF2 order 2 (Matthes, Plazotta 2019). The"
                        + " flow contracts, so that the reference errs by its tolerance times its steps at most.",
                Claim.Suite.FAST,
                progress -> {
                    QuantileSpace line = QuantileSpace.line(PARTICLES);
                    double[] exact = flow();
                    double[] slope = new double[PARTICLES];
                    freeEnergy(line).gradient(normal(PARTICLES), slope);
                    double steepness = line.norm(
                            Arrays.stream(slope).map(s -> s * PARTICLES).toArray());
                    var first = new ConvergenceTable(
                            "implicit Euler",
                            "W₂",
                            ladder.resolution(),
                            ladder.climb(k -> ErrorSample.exact(line.distance(euler(k), exact)), progress),
                            OrderExpectation.exactly(1, 0.05, "implicit Euler"));
                    var second = new ConvergenceTable(
                            "BDF2",
                            "W₂",
                            ladder.resolution(),
                            ladder.climb(k -> ErrorSample.exact(line.distance(bdf2(k), exact)), progress),
                            OrderExpectation.exactly(2, 0.1, "BDF2"));
                    double largest = first.levels().stream()
                            .mapToDouble(level -> level.error() / (level.h() * steepness / FastMath.sqrt(2)))
                            .max()
                            .orElse(Double.NaN);
                    return ClaimResult.of(
                            List.of(first, second), List.of(Bound.atMost("largest error/bound", largest, 1)));
                });
    }

    private static Claim counts() {
        return new BoundClaim(
                "movement-counts-independent-of-step",
                "Newton iterations of one movement, for steps over four decades",
                "most and least iterations, τ = 10⁻³ … 10, of double well (x²-1)²/4 + quadratic attraction (1000 particles, 2-convex together"
                        + " with x²) and of x²/2 + ∫ u log u (1000 particles), from N(2, 0.2²)",
                "at most 8 apart",
                "Newton's method with the exact second derivatives: for self-concordant energies the damped phase depends on the fall of the"
                        + " energy, bounded for τ → ∞ since Φ → E, the last phase doubles digits.",
                Claim.Suite.FAST,
                progress -> {
                    int n = 1000;
                    QuantileSpace line = QuantileSpace.line(n);
                    double[] w = line.weights();
                    LineEnergy wells = new SumEnergy(
                            new PotentialEnergy(
                                    w,
                                    Potential.of(
                                            x -> 0.25 * (x * x - 1) * (x * x - 1) + x * x,
                                            x -> x * x * x + x,
                                            x -> 3 * x * x + 1,
                                            1)),
                            InteractionEnergy.quadratic(w, 1));
                    List<Bound> bounds = new ArrayList<>();
                    for (LineEnergy energy : List.of(wells, freeEnergy(line))) {
                        int least = Integer.MAX_VALUE;
                        int most = 0;
                        for (double tau : new double[] {1e-3, 1e-2, 0.1, 1, 10}) {
                            double[] from = new NormalLaw(2, 0.2).quantiles(n).x(0);
                            int k = line.mover()
                                    .move(energy, from, tau, from.clone())
                                    .iterations();
                            least = FastMath.min(least, k);
                            most = FastMath.max(most, k);
                        }
                        String name = energy == wells ? "wells" : "diffusion";
                        bounds.add(Bound.atMost(name + ", most", most, 20));
                        bounds.add(Bound.atMost(name + ", spread", most - least, 8));
                    }
                    return ClaimResult.of(List.of(), bounds);
                });
    }
}
