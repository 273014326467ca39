package org.dualflow.validation.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dualflow.measure.NormalLaw;
import org.dualflow.movement.DualFlow;
import org.dualflow.movement.DualMovement;
import org.dualflow.movement.DualScheme;
import org.dualflow.movement.FeatureGame;
import org.dualflow.movement.LearningRate;
import org.dualflow.movement.LineEnergy;
import org.dualflow.movement.MovementFailure;
import org.dualflow.movement.QuantileSpace;
import org.dualflow.movement.SmoothEnergy;
import org.hipparchus.complex.Complex;
import org.hipparchus.util.FastMath;

/** Modes lost when the generator's metric, or its step, is too coarse for the critic's. */
final class ModeClaims {

    private static final int PARTICLES = 32;
    private static final double DECAY = 0.1;

    private ModeClaims() {}

    static List<Claim> all() {
        return List.of(threshold(), collapse());
    }

    private static FeatureGame game(double width) {
        return FeatureGame.gaussian(width, 6, 24);
    }

    private static DualMovement<LineEnergy, SmoothEnergy> run(
            double width, DualScheme scheme, double tau, double speed, double[] start) {
        FeatureGame game = game(width);
        var flow = game.against(QuantileSpace.line(start.length), DECAY, -1, 1);
        return new DualMovement<>(
                new DualFlow<>(flow.first().withSpeed(speed), flow.second(), flow.monotonicity()),
                scheme,
                LearningRate.constant(tau),
                start,
                new double[game.coordinates()]);
    }

    /** Largest factor per step of the linearised explicit scheme, in which both atoms move by equal or by opposite amounts. */
    private static double factor(double width, double tau, double speed) {
        FeatureGame game = game(width);
        double most = 0;
        for (double sign : new double[] {-1, 1}) {
            double stiffness = 0.5 * (game.stiffness(0) + sign * game.stiffness(2));
            Complex root = new Complex(DECAY * DECAY - 4 * speed * stiffness)
                    .sqrt()
                    .subtract(DECAY)
                    .multiply(0.5);
            most = FastMath.max(most, root.multiply(tau).add(1).norm());
        }
        return most;
    }

    /** Factor per step of the distance from the data, over 400 steps that begin 10⁻⁹ from it in counterphase, the stiffer mode since k(2) < 0. */
    private static double measured(double width, double tau, double speed) {
        var run = run(width, DualScheme.EXPLICIT, tau, speed, new double[] {-1 + 1e-9, 1 - 1e-9});
        int window = 200;
        double[] size = new double[2];
        for (int half = 0; half < 2; half++) {
            for (int n = 0; n < window; n++) {
                run.step();
                double d = FastMath.hypot(run.first()[0] + 1, run.first()[1] - 1);
                size[half] = FastMath.max(size[half], d);
            }
        }
        return FastMath.pow(size[1] / size[0], 1.0 / window);
    }

    private static Claim threshold() {
        double tau = 0.2;
        double width = 1;
        return new BoundClaim(
                "duel-modes-explicit-threshold",
                "two atoms at two data points, critic with Gaussian kernel of width 1 and decay 0.1: explicit steps too coarse",
                "factor per step of the largest distance within 200 steps, over 200 steps; for relative speeds γ of ½, 2, 4 times"
                        + " l/(κτ), τ = " + tau,
                "within 0.002 of the spectral radius of the linearised step; below, above, above 1",
                "Linearised, displacements in phase and in counterphase obey q'' + l q' + γκ q = 0, κ = (k(0) ± k(2))/2 with k = ∂x∂yK; the"
                        + " explicit step multiplies by 1 + τ(-l ± (l² - 4γκ)^½)/2, of modulus above 1 where γκτ > l. The largest distance"
                        + " within many periods follows the radius but for the phase at the ends of the windows, a factor of at most 1.5,"
                        + " in 200 steps 0.002.",
                Claim.Suite.FAST,
                progress -> {
                    FeatureGame game = game(width);
                    double stiffest = 0.5 * (game.stiffness(0) + FastMath.abs(game.stiffness(2)));
                    double critical = DECAY / (stiffest * tau);
                    WorstOf worst = new WorstOf();
                    for (double times : new double[] {0.5, 2, 4}) {
                        double speed = times * critical;
                        double found = measured(width, tau, speed);
                        worst.atMost(
                                "|factor - spectral radius|", FastMath.abs(found - factor(width, tau, speed)), 0.002);
                        worst.atMost(
                                times < 1 ? "factor below the threshold" : "1 / factor above the threshold",
                                times < 1 ? found : 1 / found,
                                1);
                    }
                    return ClaimResult.of(List.of(), worst.bounds());
                });
    }

    /** Time average over the second half of [0, 100] of W₁ to the data and of the share of the rarer mode; NaN if a step fails. */
    private static double[] quality(double width, DualScheme scheme, double tau, double speed) {
        double[] start = new NormalLaw(0.3, 0.2).quantiles(PARTICLES).x(0);
        var run = run(width, scheme, tau, speed, start);
        double distance = 0;
        double share = 0;
        int samples = 0;
        try {
            for (int n = 0; n < 100 / tau; n++) {
                run.step();
                if (2 * n >= 100 / tau) {
                    double[] x = run.first();
                    int left = 0;
                    for (int i = 0; i < PARTICLES; i++) {
                        distance += FastMath.abs(x[i] - (2 * i < PARTICLES ? -1 : 1)) / PARTICLES;
                        left += x[i] < 0 ? 1 : 0;
                    }
                    share += FastMath.min(left, PARTICLES - left) / (double) PARTICLES;
                    samples++;
                }
            }
        } catch (MovementFailure failure) {
            return new double[] {Double.NaN, Double.NaN};
        }
        return new double[] {distance / samples, share / samples};
    }

    private static Claim collapse() {
        List<Double> speeds = List.of(0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0);
        return new BoundClaim(
                "duel-mode-collapse-study",
                "32 particles from N(0.3, 0.2²) and two data points: what the relative speed of the generator does",
                "time averages over [50, 100] of W₁ to the data, for relative speeds γ from 0.1 to 50, width 1: explicit steps of 0.2 and 0.02,"
                        + " alternating movements of 0.02; at γ = 50 and 1, W₁ of explicit steps of 0.2 over that of steps of 0.02",
                "at least 10 for γ = 50 and for γ = 1",
                "γ divides the generator's squared distances: a large γ is a coarse metric. Explicit steps cannot settle for γ > l/(κτ), 0.56 for"
                        + " τ = 0.2 and 5.6 for 0.02 (duel-modes-explicit-threshold): a smaller relative rate, a finer step or implicit"
                        + " movements settle.",
                Claim.Suite.FULL,
                progress -> {
                    List<Plot.Curve> distances = new ArrayList<>();
                    List<Plot.Curve> shares = new ArrayList<>();
                    double[][] w1 = new double[3][speeds.size()];
                    DualScheme[] schemes = {DualScheme.EXPLICIT, DualScheme.EXPLICIT, DualScheme.ALTERNATING};
                    double[] steps = {0.2, 0.02, 0.02};
                    for (int s = 0; s < 3; s++) {
                        List<Double> x = new ArrayList<>();
                        List<Double> y = new ArrayList<>();
                        List<Double> z = new ArrayList<>();
                        for (int k = 0; k < speeds.size(); k++) {
                            double[] q = quality(1, schemes[s], steps[s], speeds.get(k));
                            w1[s][k] = q[0];
                            if (q[0] > 0) {
                                x.add(speeds.get(k));
                                y.add(q[0]);
                                z.add(FastMath.max(q[1], 1e-3));
                            }
                        }
                        String name = schemes[s].name().toLowerCase(Locale.ROOT) + ", τ = " + steps[s];
                        distances.add(new Plot.Curve(name, x, y));
                        shares.add(new Plot.Curve(name, x, z));
                    }
                    int last = speeds.size() - 1;
                    return ClaimResult.of(
                                    Bound.atLeast(
                                            "explicit, γ = 50: W₁ of τ = 0.2 over 0.02", w1[0][last] / w1[1][last], 10),
                                    Bound.atLeast("explicit, γ = 1: W₁ of τ = 0.2 over 0.02", w1[0][3] / w1[1][3], 10))
                            .withPlots(
                                    new Plot(
                                            "Distance from the data, time average",
                                            "relative speed of the generator",
                                            "W₁",
                                            true,
                                            distances),
                                    new Plot(
                                            "Share of the rarer mode, time average",
                                            "relative speed of the generator",
                                            "share",
                                            true,
                                            shares))
                            .withNotes("W₁: " + Arrays.deepToString(w1));
                });
    }
}
