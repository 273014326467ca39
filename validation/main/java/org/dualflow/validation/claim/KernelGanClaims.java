package org.dualflow.validation.claim;

import java.util.ArrayList;
import java.util.List;
import org.dualflow.field.SpectralKernel;
import org.dualflow.field.Waves;
import org.dualflow.fv.Limiter;
import org.dualflow.fv.TransportScheme;
import org.dualflow.gan.KernelGan;
import org.dualflow.gan.Mobility;
import org.dualflow.gan.Regulariser;
import org.dualflow.measure.AtomicLaw;
import org.dualflow.measure.LineLaw;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Initial;
import org.dualflow.particle.ParticleScheme;
import org.dualflow.run.DampedOscillation;
import org.dualflow.run.Discretisation;
import org.dualflow.run.Grid;
import org.dualflow.run.Particles;
import org.dualflow.time.SspRungeKutta;
import org.dualflow.validation.exact.KernelDamping;
import org.dualflow.validation.exact.WavyLaw;
import org.dualflow.validation.study.OrderExpectation;
import org.hipparchus.util.FastMath;

/**
 * The kernel GAN near its data: damping and frequency as linear theory has them, from nonlinear runs. Equations: Durr, Mroueh, Tu,
 * Wang, Phys. Rev. X 13, 041004 (2023), arXiv 2212.04580; derivations on the page {@code kernel-gan.md}.
 */
final class KernelGanClaims {

    private static final double ETA = 1.5;
    private static final Mobility MOBILITY = new Mobility(0.4, 0.9);

    /** Penalties in units of the critical one. */
    private static final double[] PENALTIES = {0.3, 1, 3};

    /** Samples of a run: enough for the slowest of them to fall by some factors. */
    private static final int SAMPLES = 16;

    private KernelGanClaims() {}

    static List<Claim> all() {
        return List.of(kernels(), particles(), gridModes(), gridMean(), bestPenalty());
    }

    private static Claim kernels() {
        return new BoundClaim(
                "kernel-gan-kernels",
                "waves of a box against the kernels themselves: Gaussian, Matérn 5/2 and 3/2, Laplace of width 0.8 on a circle of length 9,"
                        + " 4000 waves",
                "largest difference of the sum of waves, constant included, from the kernel and its images at 0, 0.3, 1.7, 4.5",
                "at most 1e-9, for Laplace 3e-4",
                "Poisson's summation formula; waves beyond q = 2π 4000/9 = 2793 hold ∫ 2K̂ dq/2π = 2/(π 0.8 q) = 2.9e-4 of a Laplace kernel,"
                        + " and q^{-2ν} for the others.",
                Claim.Suite.FAST,
                progress -> {
                    List<Bound> bounds = new ArrayList<>();
                    for (SpectralKernel.Shape shape : SpectralKernel.Shape.values()) {
                        SpectralKernel kernel = new SpectralKernel(shape, 0.8);
                        Waves waves = Waves.lattice(kernel, Domain.line(0, 9, Boundary.PERIODIC), 4000);
                        double largest = 0;
                        for (double x : new double[] {0, 0.3, 1.7, 4.5}) {
                            double images = -kernel.spectrum(1, 0) / 9;
                            for (int m = -40; m <= 40; m++) {
                                images += kernel.value(FastMath.abs(x + 9 * m));
                            }
                            largest = FastMath.max(largest, FastMath.abs(waves.kernel(x) - images));
                        }
                        double limit = shape == SpectralKernel.Shape.LAPLACE ? 3e-4 : 1e-9;
                        bounds.add(Bound.atMost(shape.label(), largest, limit));
                    }
                    return ClaimResult.of(List.of(), bounds);
                });
    }

    // Two data points at ±1, one particle on each.

    private static final double APART = 1;
    private static final double NEAR = 1e-5;
    private static final Domain LINE = Domain.line(-4, 4, Boundary.PERIODIC);
    private static final Waves LINE_WAVES = Waves.lattice(new SpectralKernel(SpectralKernel.Shape.GAUSSIAN, 0.8), LINE);
    private static final KernelGan PAIR = KernelGan.of(LINE, KernelGanRuns.atoms(-APART, APART), LINE_WAVES)
            .withDiscriminatorRate(ETA)
            .withMobility(MOBILITY);

    private static KernelDamping pairTheory(boolean relative) {
        double own = LINE_WAVES.curvature(0, 0);
        double other = LINE_WAVES.curvature(0, 2 * APART);
        return new KernelDamping(
                ETA, 0.5 * (relative ? own - other : own + other), relative ? MOBILITY.own() : MOBILITY.mean());
    }

    /** From the difference of two runs that are pushed in opposite directions: what is quadratic in the push cancels. */
    private static DampedOscillation pair(boolean relative, double penalty, Regulariser kind, double step) {
        double h = 0.3 / pairTheory(relative).bestDecay();
        double[] q = pair(relative, NEAR, penalty, kind, step, h);
        double[] back = pair(relative, -NEAR, penalty, kind, step, h);
        for (int i = 0; i < q.length; i++) {
            q[i] -= back[i];
        }
        return DampedOscillation.of(h, q);
    }

    private static double[] pair(
            boolean relative, double push, double penalty, Regulariser kind, double step, double h) {
        double sign = relative ? -1 : 1;
        return KernelGanRuns.samples(
                PAIR.withPenalty(kind, penalty),
                Particles.quantiles(2, ParticleScheme.rungeKutta4(step)),
                PAIR.initial(AtomicLaw.ofSample(-APART + sign * push, APART + push)),
                state -> {
                    ParticleMeasure p = (ParticleMeasure) state.measure(0);
                    return 0.5 * ((p.x(0)[1] - APART) + sign * (p.x(0)[0] + APART));
                },
                h,
                SAMPLES);
    }

    /** The largest relative error of γ and ω² below, at and above critical damping. */
    private static double error(KernelDamping theory, DampedOscillation run, double penalty) {
        return FastMath.max(
                FastMath.abs(run.damping() / theory.damping(penalty) - 1),
                FastMath.abs(run.stiffness() / theory.stiffness() - 1));
    }

    private static Claim particles() {
        return new OrderClaim(
                "kernel-gan-damping-particles",
                "kernel GAN, two data points, a particle on each, pushed by 1e-5 either way: all alike and against each other; R1, R2 and mean,"
                        + " penalty 0.3, 1 and 3 times critical; RK4, time in units of 1/√(ηκG)",
                "largest relative error of damping and squared frequency",
                Ladder.steps(0.3, 8, 11, 15, 20, 27, 36),
                steps -> {
                    double worst = 0;
                    for (boolean relative : new boolean[] {false, true}) {
                        KernelDamping theory = pairTheory(relative);
                        for (int i = 0; i < PENALTIES.length; i++) {
                            double penalty = PENALTIES[i] * theory.criticalPenalty();
                            Regulariser kind = Regulariser.values()[i];
                            DampedOscillation run = pair(relative, penalty, kind, 0.3 / theory.bestDecay() / steps);
                            worst = FastMath.max(worst, error(theory, run, penalty));
                        }
                    }
                    return ErrorSample.exact(worst);
                },
                OrderExpectation.exactly(
                        4,
                        0.25,
                        "T has the modes (1, ±1) with κ = (k(0) ± k(2a))/2, k = -K'', mobilities G₁ + G₂ and G₁. RK4 replaces e^z"
                                + " by its Taylor polynomial: a rate z/h is off by z⁵/(120 h), order 4 (Hairer, Nørsett,"
                                + " Wanner I). The difference of opposite pushes leaves what is cubic in them, (1e-5/ℓ)² = 2e-10."),
                1e-9,
                Claim.Suite.FAST);
    }

    // Uniform data on the circle: every wave is a mode.

    private static final double RIPPLE = 1e-4;
    private static final Domain CIRCLE = Domain.line(-FastMath.PI, FastMath.PI, Boundary.PERIODIC);
    private static final Waves CIRCLE_WAVES =
            Waves.lattice(new SpectralKernel(SpectralKernel.Shape.GAUSSIAN, 1), CIRCLE);
    private static final KernelGan UNIFORM = KernelGan.of(CIRCLE, KernelGanRuns.wavy(0, 32), CIRCLE_WAVES)
            .withDiscriminatorRate(ETA)
            .withMobility(MOBILITY);

    private static KernelDamping waveTheory(int k) {
        return new KernelDamping(ETA, 0.5 * k * k * CIRCLE_WAVES.weight(k - 1), MOBILITY.own());
    }

    private static Discretisation grid(int cells) {
        return Grid.of(
                TransportScheme.muscl(Limiter.VAN_LEER)
                        .withTime(SspRungeKutta.SSP3)
                        .withMaxStep(2.0 / cells),
                cells);
    }

    private static DampedOscillation wave(int k, double penalty, Discretisation how) {
        return KernelGanRuns.oscillation(
                UNIFORM.withPenalty(Regulariser.R1, penalty),
                how,
                UNIFORM.initial(new WavyLaw(RIPPLE, k, 0)),
                state -> KernelGanRuns.mean(state.measure(0), x -> FastMath.cos(k * x)),
                0.3 / waveTheory(k).bestDecay(),
                SAMPLES);
    }

    private static Claim gridModes() {
        int k = 2;
        return new OrderClaim(
                "kernel-gan-damping-grid",
                "kernel GAN, uniform data on a circle, generated density with a ripple of wave number 2 and height 1e-4; R1, penalty"
                        + " 0.3, 1 and 3 times critical; MUSCL van Leer, SSP-RK3, Δt = 2/cells",
                "largest relative error of damping and squared frequency",
                Ladder.cells(2 * FastMath.PI, 32, 64, 128, 256),
                cells -> {
                    double worst = 0;
                    for (double share : PENALTIES) {
                        double penalty = share * waveTheory(k).criticalPenalty();
                        worst = FastMath.max(worst, error(waveTheory(k), wave(k, penalty, grid(cells)), penalty));
                    }
                    return ErrorSample.exact(worst);
                },
                OrderExpectation.exactly(
                                2,
                                0.1,
                                "T e^{ikx} = (k² w_k/2) e^{ikx}, mobility G₁. To first order in the ripple fluxes are those of"
                                        + " the constant, exact at faces; masses at the points of cells have the wave's"
                                        + " coefficient times sin(kh/2)/(kh/2) = 1 - k²h²/24, which multiplies ω² and not"
                                        + " the damping by the data. Δt³ errors are a hundredth of that.")
                        .withConstant(2, k * k / 24.0, 0.05));
    }

    // One wave only, data (1 + β cos x)/2π: own and shared mobility in one mode.

    private static final double TILT = 0.8;
    private static final double PUSH = 1e-4;
    private static final Waves ONE_WAVE =
            Waves.lattice(new SpectralKernel(SpectralKernel.Shape.GAUSSIAN, 1), CIRCLE, 1);
    private static final KernelGan TILTED = KernelGan.of(CIRCLE, KernelGanRuns.wavy(TILT, 32), ONE_WAVE)
            .withDiscriminatorRate(ETA)
            .withMobility(MOBILITY);

    private static KernelDamping tiltedTheory() {
        double square = 0.5;
        double mean = 0.5 * TILT;
        return new KernelDamping(
                ETA, ONE_WAVE.weight(0) * square, MOBILITY.own() + MOBILITY.shared() * mean * mean / square);
    }

    private static Claim gridMean() {
        return new OrderClaim(
                "kernel-gan-damping-shared",
                "kernel GAN, one wave, data (1 + 0.8 cos x)/2π, the same density shifted by 1e-4 generated; R1, R2 and mean, penalty 0.3, 1"
                        + " and 3 times critical; MUSCL van Leer, SSP-RK3, Δt = 2/cells",
                "largest relative error of damping and squared frequency",
                Ladder.cells(2 * FastMath.PI, 64, 128, 256, 512),
                cells -> {
                    KernelDamping theory = tiltedTheory();
                    LineLaw start = new WavyLaw(TILT, 1, PUSH);
                    Initial initial = TILTED.initial(start);
                    double worst = 0;
                    for (int i = 0; i < PENALTIES.length; i++) {
                        double penalty = PENALTIES[i] * theory.criticalPenalty();
                        DampedOscillation run = KernelGanRuns.oscillation(
                                TILTED.withPenalty(Regulariser.values()[i], penalty),
                                grid(cells),
                                initial,
                                state -> KernelGanRuns.mean(state.measure(0), FastMath::sin),
                                0.3 / theory.bestDecay(),
                                SAMPLES);
                        worst = FastMath.max(worst, error(theory, run, penalty));
                    }
                    return ErrorSample.exact(worst);
                },
                OrderExpectation.exactly(
                        2,
                        0.2,
                        "D = a cos x + b sin x; on the odd mode v = b cos x, T u = w cos x ∫ u cos dp, so that U = ∫ u cos dp and b are an"
                                + " oscillator with κ = w ∫ cos² dp = w/2 and G = G₁ + G₂ (∫ cos dp)²/∫ cos² dp. Points of cells for"
                                + " their means, linear reconstruction: O(h²)."));
    }

    private static Claim bestPenalty() {
        return new BoundClaim(
                "kernel-gan-best-penalty",
                "the best penalty, found from runs alone: golden section on the measured decay, particles (mean and relative mode) and"
                        + " 128 cells (wave number 2)",
                "penalty of the fastest decay over 2√(G/(ηκ)), and that decay over √(ηκG)",
                "1 within 1 %",
                "Below λ_c the decay is ηκλ/2, above it falls with an infinite slope: one maximum. Steps h = 0.02 of RK4 and 128 cells"
                        + " change γ and ω² by less than 1e-3 (kernel-gan-damping-grid), λ_c by half of that; beyond the cusp an error"
                        + " δ of ω² costs √δ = 3e-2 of the decay only where λ - λ_c is as small, so the maximum moves by O(δ).",
                Claim.Suite.FAST,
                progress -> {
                    List<Bound> bounds = new ArrayList<>();
                    for (boolean relative : new boolean[] {false, true}) {
                        KernelDamping theory = pairTheory(relative);
                        best(
                                relative ? "relative mode" : "mean",
                                theory,
                                penalty -> pair(relative, penalty, Regulariser.R1, 0.02 / theory.bestDecay())
                                        .decay(),
                                bounds);
                    }
                    best(
                            "wave on 128 cells",
                            waveTheory(2),
                            penalty -> wave(2, penalty, grid(128)).decay(),
                            bounds);
                    return ClaimResult.of(List.of(), bounds).withPlots(decayPlot());
                });
    }

    /** Measured decays over the penalty beside those of theory. */
    private static Plot decayPlot() {
        List<Double> shares = new ArrayList<>();
        List<Double> theory = new ArrayList<>();
        List<Double> particles = new ArrayList<>();
        List<Double> grid = new ArrayList<>();
        KernelDamping pair = pairTheory(false);
        KernelDamping wave = waveTheory(2);
        for (double share = 0.1; share < 3.05; share += 0.1) {
            shares.add(share);
            theory.add(share <= 1 ? share : share - FastMath.sqrt(share * share - 1));
            double penalty = share * pair.criticalPenalty();
            particles.add(pair(false, penalty, Regulariser.R1, 0.02 / pair.bestDecay())
                            .decay()
                    / pair.bestDecay());
            grid.add(wave(2, share * wave.criticalPenalty(), grid(64)).decay() / wave.bestDecay());
        }
        return new Plot(
                "Slowest decay of a kernel GAN near its data",
                "λ/λ_c",
                "decay/√(ηκG)",
                false,
                List.of(
                        new Plot.Curve("linear theory", shares, theory),
                        new Plot.Curve("particles, mean of two", shares, particles),
                        new Plot.Curve("64 cells, wave number 2", shares, grid)));
    }

    private static void best(
            String name, KernelDamping theory, java.util.function.DoubleUnaryOperator decay, List<Bound> bounds) {
        double golden = 0.5 * (FastMath.sqrt(5) - 1);
        double low = 0.2 * theory.criticalPenalty();
        double high = 3 * theory.criticalPenalty();
        double a = high - golden * (high - low);
        double b = low + golden * (high - low);
        double atA = decay.applyAsDouble(a);
        double atB = decay.applyAsDouble(b);
        while (high - low > 2e-3 * low) {
            if (atA > atB) {
                high = b;
                b = a;
                atB = atA;
                a = high - golden * (high - low);
                atA = decay.applyAsDouble(a);
            } else {
                low = a;
                a = b;
                atA = atB;
                b = low + golden * (high - low);
                atB = decay.applyAsDouble(b);
            }
        }
        double best = 0.5 * (low + high);
        bounds.add(Bound.near(name + ": λ/λ_c", best / theory.criticalPenalty(), 1, 0.01));
        bounds.add(Bound.near(name + ": decay/√(ηκG)", FastMath.max(atA, atB) / theory.bestDecay(), 1, 0.01));
    }
}
