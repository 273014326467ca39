package org.dualflow.validation.claim;

import java.util.Arrays;
import java.util.List;
import org.dualflow.measure.NormalMixture;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Species;
import org.dualflow.particle.adversarial.AdversarialSettings;
import org.dualflow.particle.adversarial.AdversarialTraining;
import org.dualflow.validation.agreement.MonteCarlo;
import org.dualflow.validation.study.OrderExpectation;
import org.hipparchus.util.FastMath;

/** Algorithm 1 of Huang and Zhang with two-layer networks as a scheme for the flow. Derivations: docs page jensen-shannon-particles. */
final class GanFlowClaims {

    private static final long SEED = 20260301;

    private GanFlowClaims() {}

    static List<Claim> all() {
        return List.of(noise(1), noise(2), step(1), step(2), innerFit(1), innerFit(2));
    }

    private static Claim noise(int dimension) {
        int repeats = 400;
        double rate = dimension == 1 ? 1 : 0.5;
        return new OrderClaim(
                        "gan-sampling-half-order" + (dimension == 1 ? "" : "-plane"),
                        "Algorithm 1 with two-layer networks in " + dimension
                                + "D, N latents and N data of the standard normal law, 5 moves of 0.2, " + repeats
                                + " repeats, seed " + SEED,
                        "mean squared way of the outputs from their latents, the solution at rest, at t = 1",
                        Ladder.particles(50, 200, 800),
                        n -> {
                            MonteCarlo mean = MonteCarlo.over(SEED + (long) n * repeats, repeats, seed -> {
                                AdversarialSettings settings =
                                        new AdversarialSettings(8, 8, 10, rate, 8, 0.05, 0.2, seed);
                                AdversarialTraining training = training(
                                        dimension, NormalMixture.normal(1, new double[dimension]), n, settings);
                                ParticleMeasure start =
                                        ((ParticleMeasure) training.state().measure(0)).copy();
                                training.advanceTo(1);
                                return ParticleWays.meanSquare(start, (ParticleMeasure)
                                        training.state().measure(0));
                            });
                            return new ErrorSample(mean.mean(), mean.standardError());
                        },
                        OrderExpectation.exactly(
                                1,
                                0.25,
                                "At rest only the samples drive the training: with output weights zero at the start all gradients are differences of two"
                                        + " empirical means, O(N^(-1/2)), and the outputs depend smoothly on them"
                                        + " (jensen-shannon-particles.md)."))
                .inFullSuite();
    }

    private static Claim step(int dimension) {
        return new OrderClaim(
                "gan-first-order-in-its-step" + (dimension == 1 ? "" : "-plane"),
                "Algorithm 1 with two-layer networks in " + dimension
                        + "D, 4 fitting steps of η = 0.05 and one ascent step of ε per move,"
                        + " 60 latents of N(1, 0.64) to N(0, 1), seed 1",
                "root mean squared distance of the outputs at t = 1 from those with half the ε",
                Ladder.steps(1, 10, 20, 40, 80),
                steps -> {
                    ParticleMeasure coarse = outputs(dimension, steps);
                    return ErrorSample.exact(
                            FastMath.sqrt(ParticleWays.meanSquare(coarse, outputs(dimension, 2 * steps))));
                },
                OrderExpectation.exactly(
                        1,
                        0.1,
                        "k gradient steps to targets ε away change the parameters by ε F + O(ε²), F smooth, and one ascent step of"
                                + " size ε is an Euler step: the training is Euler's method for one system of ordinary differential equations"
                                + " in the parameters of both networks (jensen-shannon-particles.md)."));
    }

    private static Claim innerFit(int dimension) {
        int[] counts = {1, 4, 16, 64, 256};
        return new OrderClaim(
                "gan-inner-fits-follow-their-spectrum" + (dimension == 1 ? "" : "-plane"),
                "Algorithm 1 with two-layer networks in " + dimension
                        + "D, one move of ε, then k = 1, 4, 16, 64 and 256 fitting steps of η = 1/λ_max, 60 latents of N(1, 0.64) to N(0, 1), seed 1",
                "largest relative difference of the misfit mean |G(z) - y|² from Σ c_j² (1 - ηλ_j)^(2k)",
                Ladder.steps(1, 5, 10, 20, 40),
                steps -> {
                    double worst = 0;
                    for (int k : counts) {
                        AdversarialSettings settings = new AdversarialSettings(6, 8, 20, 0.5, k, 1, 1.0 / steps, 1);
                        double eta = 1 / fit(dimension, settings).largestCurvature();
                        AdversarialTraining start = fit(dimension, settings.withGenerator(k, eta));
                        AdversarialTraining moved = fit(dimension, settings.withGenerator(k, eta));
                        moved.step(1);
                        double expected = start.misfitAfter(moved, k);
                        worst = Math.max(worst, Math.abs(moved.misfit() / expected - 1));
                    }
                    return ErrorSample.exact(worst);
                },
                OrderExpectation.exactly(
                        2,
                        0.1,
                        "A gradient step multiplies the misfit along an eigenvector of 2JᵀJ/N by 1 - ηλ. At the start the output weights A are zero and"
                                + " G is linear in them; inner weights move by residual times A, O(ε²), and change G by O(ε³): a relative O(ε²)"
                                + " (jensen-shannon-particles.md)."));
    }

    private static AdversarialTraining fit(int dimension, AdversarialSettings settings) {
        double[] far = new double[dimension];
        Arrays.fill(far, 1);
        return training(dimension, NormalMixture.normal(0.8, far), 60, settings);
    }

    private static ParticleMeasure outputs(int dimension, int steps) {
        double[] far = new double[dimension];
        Arrays.fill(far, 1);
        double epsilon = 1.0 / steps;
        AdversarialTraining training = training(
                dimension,
                NormalMixture.normal(0.8, far),
                60,
                new AdversarialSettings(6, 8, 1, epsilon, 4, 0.05, epsilon, 1));
        training.advanceTo(1);
        return (ParticleMeasure) training.state().measure(0);
    }

    private static AdversarialTraining training(
            int dimension, NormalMixture start, int n, AdversarialSettings settings) {
        return new AdversarialTraining(
                new Species("u", Domain.cube(dimension, -20, 20, Boundary.NO_FLUX)),
                NormalMixture.normal(1, new double[dimension]),
                start,
                n,
                settings,
                0);
    }
}
