package org.dualflow.validation.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dualflow.movement.DualMovement;
import org.dualflow.movement.DualScheme;
import org.dualflow.movement.EuclideanSpace;
import org.dualflow.movement.LearningRate;
import org.dualflow.movement.Mover;
import org.dualflow.movement.QuadraticSaddle;
import org.dualflow.movement.SmoothEnergy;
import org.dualflow.validation.exact.NormalMovement;
import org.dualflow.validation.exact.SaddleFlow;
import org.dualflow.validation.study.ConvergenceTable;
import org.dualflow.validation.study.OrderExpectation;
import org.dualflow.validation.study.Resolution;
import org.hipparchus.complex.Complex;
import org.hipparchus.util.FastMath;

/** Two players in R^n: the quadratic saddle, its invariants and its gap; and the Ornstein–Uhlenbeck flow on normal laws. */
final class DualFlowClaims {

    private static final double ULP = 0x1p-52;

    private DualFlowClaims() {}

    static List<Claim> all() {
        return List.of(saddleOrders(), invariants(), decreasingRate(), gap(), normalLaws(), normalBound());
    }

    private static DualMovement<SmoothEnergy, SmoothEnergy> saddle(double l, DualScheme scheme, LearningRate rate) {
        return new DualMovement<>(QuadraticSaddle.inSpace(1, l), scheme, rate, new double[] {1}, new double[] {0});
    }

    private static Claim saddleOrders() {
        double l = 0.5;
        SaddleFlow exact = new SaddleFlow(l);
        Ladder ladder = new Ladder(Resolution.MOVEMENT_STEP, List.of(50, 100, 200, 400, 800), FastMath.PI);
        return new BoundClaim(
                "dual-flow-saddle-orders",
                "the game x²/4 + x y - y²/4 from (1, 0) to half a turn, by every scheme",
                "distance to e^{-t/2} (cos t, sin t) at t = π in " + ladder.sizes() + " steps",
                "order 1, of BDF2 2, within 0.03, with the constant within 3 %",
                "In z = x + i y every scheme but ALTERNATING multiplies z by a power series in λτ, λ = -l + i, whose logarithm departs from"
                        + " λτ by ±λ²τ²/2 (SIMULTANEOUS: (1 + l²)τ²/2; BDF2: (λτ)³/3, and a first step that errs by λ²τ²/2, counted 3/2);"
                        + " of ALTERNATING half a turn leaves τ² l/2 (l + i). On the ladder the next power adds at most |λ|τ, 2 %"
                        + " in the middle.",
                Claim.Suite.FAST,
                progress -> {
                    List<ConvergenceTable> tables = new ArrayList<>();
                    for (DualScheme scheme : DualScheme.values()) {
                        int order = scheme == DualScheme.BDF2 ? 2 : 1;
                        tables.add(new ConvergenceTable(
                                scheme.name(),
                                "distance",
                                ladder.resolution(),
                                ladder.climb(steps -> saddleError(exact, scheme, steps), progress),
                                OrderExpectation.exactly(order, 0.03, "series of the logarithm of the step")
                                        .withConstant(order, exact.errorAtPi(scheme), 0.03)));
                    }
                    return ClaimResult.of(tables, List.of());
                });
    }

    private static ErrorSample saddleError(SaddleFlow exact, DualScheme scheme, int steps) {
        var run = saddle(exact.l(), scheme, LearningRate.constant(FastMath.PI / steps));
        run.run(steps);
        Complex z = new Complex(run.first()[0], run.second()[0]);
        return ErrorSample.exact(z.subtract(exact.at(FastMath.PI)).norm());
    }

    private static Claim invariants() {
        double tau = 0.1;
        int steps = 1000;
        return new BoundClaim(
                "dual-flow-bilinear-invariants",
                "the bilinear game x y: what a step does to the circle",
                "(|z_n|/|z_0|)^{1/n} for n = " + steps + ", τ = " + tau
                        + ", less its exact value; for ALTERNATING the largest change of x² + y² - τxy over all steps",
                "growth √(1+τ²) of EXPLICIT and SIMULTANEOUS, 1/√(1+τ²) of IMPLICIT, √(1-τ²+τ⁴) of EXTRAGRADIENT, no change for"
                        + " ALTERNATING: up to 16 ε, and 16 n ε",
                "x⁺ = x - τy, y⁺ = y + τx or τx⁺; 1/(1 - iτ); 1 + iτ - τ². A step rounds either coordinate less than eight times; relative to"
                        + " |z| that is at most 16 units of 2⁻⁵³, and these add up linearly, since the maps are normal, or conserve a form"
                        + " of condition (1+τ/2)/(1-τ/2).",
                Claim.Suite.FAST,
                progress -> {
                    List<Bound> bounds = new ArrayList<>();
                    SaddleFlow exact = new SaddleFlow(0);
                    for (DualScheme scheme : List.of(
                            DualScheme.EXPLICIT,
                            DualScheme.SIMULTANEOUS,
                            DualScheme.IMPLICIT,
                            DualScheme.EXTRAGRADIENT)) {
                        var run = saddle(0, scheme, LearningRate.constant(tau));
                        run.run(steps);
                        double size = FastMath.hypot(run.first()[0], run.second()[0]);
                        bounds.add(Bound.near(
                                "growth of " + scheme,
                                FastMath.pow(size, 1.0 / steps),
                                exact.growth(scheme, tau),
                                16 * ULP));
                    }
                    var run = saddle(0, DualScheme.ALTERNATING, LearningRate.constant(tau));
                    double change = 0;
                    for (int n = 0; n < steps; n++) {
                        run.step();
                        double x = run.first()[0];
                        double y = run.second()[0];
                        change = FastMath.max(change, FastMath.abs(x * x + y * y - tau * x * y - 1));
                    }
                    bounds.add(Bound.atMost("change of x² + y² - τxy", change, 16 * steps * ULP));
                    return ClaimResult.of(List.of(), bounds).withPlots(orbits());
                });
    }

    /** Three turns of every scheme but SIMULTANEOUS, here the same as EXPLICIT. */
    private static Plot orbits() {
        List<Plot.Curve> curves = new ArrayList<>();
        for (DualScheme scheme : DualScheme.values()) {
            if (scheme == DualScheme.SIMULTANEOUS) {
                continue;
            }
            var run = saddle(0, scheme, LearningRate.constant(0.1));
            List<Double> x = new ArrayList<>();
            List<Double> y = new ArrayList<>();
            for (int n = 0; n <= 188; n++) {
                if (n > 0) {
                    run.step();
                }
                x.add(run.first()[0]);
                y.add(run.second()[0]);
            }
            curves.add(new Plot.Curve(scheme.name().toLowerCase(Locale.ROOT), x, y));
        }
        return new Plot("The bilinear game, three turns, τ = 0.1", "x", "y", false, curves);
    }

    private static Claim decreasingRate() {
        double first = 0.5;
        int steps = 20_000;
        double limit = FastMath.sinh(FastMath.PI * first) / (FastMath.PI * first);
        return new BoundClaim(
                "dual-flow-decreasing-rate-bounded",
                "explicit steps of the bilinear game with τ_n = " + first + "/(n + 1)",
                "|z_n|² after " + steps + " steps; for comparison the constant rate 1/2 after 200 steps",
                "between sinh(πτ)/(πτ) (1 - 2τ²/n) and sinh(πτ)/(πτ); above 10¹⁹",
                "|z_n|² = Π (1 + τ²/m²), m = 1 … n, whose limit is Euler's product; what is missing is the product from n + 1 on, below"
                        + " exp(τ²/n). With the constant rate (5/4)²⁰⁰.",
                Claim.Suite.FAST,
                progress -> {
                    double size = squareAfter(LearningRate.decreasing(first, 1, 1), steps);
                    double constant = squareAfter(LearningRate.constant(first), 200);
                    return ClaimResult.of(
                            new Bound("|z_n|²", size, limit * (1 - 2 * first * first / steps), limit),
                            Bound.near("constant rate, relative", constant / FastMath.pow(1.25, 200), 1, 3200 * ULP));
                });
    }

    private static double squareAfter(LearningRate rate, int steps) {
        var run = saddle(0, DualScheme.EXPLICIT, rate);
        run.run(steps);
        double x = run.first()[0];
        double y = run.second()[0];
        return x * x + y * y;
    }

    private static Claim gap() {
        double l = 0.25;
        double tau = 0.2;
        return new BoundClaim(
                "dual-flow-nikaido-isoda-gap",
                "the gap of the game x²/8 + x y - y²/8 along implicit and along explicit steps, τ = " + tau,
                "largest relative difference of the gap from (l/2 + 1/(2l)) (x² + y²) over 100 steps; ratio of gaps of two implicit steps;"
                        + " the last explicit gap over the first",
                "16 ε; |1 - λτ|⁻²; |1 + λτ|²⁰⁰, λ = -l + i, up to 4 n ε",
                "The best answers are x = -y/l and y = x/l. A resolvent of a monotone operator contracts, so the gap, here a square norm,"
                        + " falls; an explicit step contracts only for τ < 2l/(1 + l²).",
                Claim.Suite.FAST,
                progress -> {
                    SaddleFlow exact = new SaddleFlow(l);
                    double[] implicit = gaps(l, DualScheme.IMPLICIT, tau, 100);
                    double[] explicit = gaps(l, DualScheme.EXPLICIT, tau, 100);
                    double worst = 0;
                    double factor = FastMath.pow(exact.growth(DualScheme.IMPLICIT, tau), 2);
                    for (int n = 1; n < 100; n++) {
                        worst = FastMath.max(worst, FastMath.abs(implicit[n + 1] / implicit[n] - factor));
                    }
                    double growth = FastMath.pow(exact.growth(DualScheme.EXPLICIT, tau), 200);
                    return ClaimResult.of(
                            Bound.atMost(
                                    "difference from the formula", FastMath.max(implicit[0], explicit[0]), 16 * ULP),
                            Bound.atMost("implicit ratio", worst, 64 * ULP),
                            Bound.near(
                                    "explicit growth, relative", explicit[101] / explicit[1] / growth, 1, 400 * ULP));
                });
    }

    /** The largest relative difference from the formula, then the gaps of 0 … steps steps. */
    private static double[] gaps(double l, DualScheme scheme, double tau, int steps) {
        var flow = QuadraticSaddle.inSpace(1, l);
        var run = saddle(l, scheme, LearningRate.constant(tau));
        double[] gaps = new double[steps + 2];
        for (int n = 0; n <= steps; n++) {
            if (n > 0) {
                run.step();
            }
            double x = run.first()[0];
            double y = run.second()[0];
            gaps[n + 1] = flow.gap(run.first(), run.second());
            double formula = (0.5 * l + 0.5 / l) * (x * x + y * y);
            gaps[0] = FastMath.max(gaps[0], FastMath.abs(gaps[n + 1] / formula - 1));
        }
        return gaps;
    }

    private static Claim normalLaws() {
        return new BoundClaim(
                "movement-normal-laws-exact",
                "movements of the Ornstein–Uhlenbeck energy on normal laws, N(2, 0.3²)",
                "distance of (m, s) from the formula after each of 20 steps, over the sum of all certified bounds and round-off, 20 times 8 ε, for"
                        + " τ from 10⁻⁴ to 10²",
                "at most 1",
                "m/(1+τ), s⁺ the positive root of (1+τ)s⁺² - s s⁺ - τ = 0 (Euler–Lagrange equation of the movement). The bound of a movement"
                        + " is one of its distance to the exact minimiser, and the next movement contracts.",
                Claim.Suite.FAST,
                progress -> {
                    WorstOf largest = new WorstOf();
                    for (double tau : new double[] {1e-4, 1e-3, 1e-2, 0.1, 1, 10, 100}) {
                        double[] x = {2, 0.3};
                        double[] exact = {2, 0.3};
                        double bound = 160 * ULP;
                        Mover<SmoothEnergy> mover = EuclideanSpace.of(2).mover();
                        for (int n = 0; n < 20; n++) {
                            bound += mover.move(new NormalMovement(), x.clone(), tau, x)
                                    .bound();
                            exact = NormalMovement.step(exact[0], exact[1], tau);
                            largest.share(
                                    "distance over the bound", FastMath.hypot(x[0] - exact[0], x[1] - exact[1]), bound);
                        }
                    }
                    return ClaimResult.of(List.of(), largest.bounds());
                });
    }

    private static ErrorSample normalError(int steps) {
        double[] x = {2, 0.3};
        double end = 1;
        Mover<SmoothEnergy> mover = EuclideanSpace.of(2).mover();
        for (int n = 0; n < steps; n++) {
            mover.move(new NormalMovement(), x.clone(), end / steps, x);
        }
        double[] exact = NormalMovement.flow(2, 0.3, end);
        return ErrorSample.exact(FastMath.hypot(x[0] - exact[0], x[1] - exact[1]));
    }

    private static Claim normalBound() {
        List<Integer> sizes = Arrays.asList(4, 8, 16, 32, 64, 128, 256);
        Ladder ladder = new Ladder(Resolution.MOVEMENT_STEP, sizes, 1);
        return new BoundClaim(
                "movement-normal-laws-bound",
                "movements of the Ornstein–Uhlenbeck energy against its flow, N(2, 0.3²), time 1",
                "W₂ error for steps: " + sizes + "; its ratio to τ |∂φ|/√2",
                "order 1 within 0.05; ratio at most 1",
                "First order as every implicit Euler scheme; for λ ≥ 0 the error of minimising movements is at most τ |∂φ|(u₀)/√2 (Ambrosio, Gigli,"
                        + " Savaré, Gradient Flows, Theorem 4.0.4).",
                Claim.Suite.FAST,
                progress -> {
                    var table = new ConvergenceTable(
                            "Ornstein–Uhlenbeck",
                            "W₂",
                            ladder.resolution(),
                            ladder.climb(DualFlowClaims::normalError, progress),
                            OrderExpectation.exactly(1, 0.05, "implicit Euler"));
                    WorstOf worst = new WorstOf();
                    table.levels()
                            .forEach(level -> worst.atMost(
                                    "error/bound",
                                    level.error() / (level.h() * NormalMovement.slope(2, 0.3) / FastMath.sqrt(2)),
                                    1));
                    return ClaimResult.of(List.of(table), worst.bounds());
                });
    }
}
