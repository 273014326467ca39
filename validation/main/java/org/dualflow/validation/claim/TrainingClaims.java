package org.dualflow.validation.claim;

import java.util.List;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.model.State;
import org.dualflow.training.TrainingScheme;
import org.dualflow.validation.agreement.MonteCarlo;
import org.dualflow.validation.study.OrderExpectation;

/** The training algorithm against its mean-field limit. Derivations: docs page on training. */
final class TrainingClaims {

    private static final long SEED = 20260303;
    private static final int BATCH = 2;
    private static final int REPEATS = 800;

    private TrainingClaims() {}

    static List<Claim> all() {
        return List.of(
                stepSize(),
                independentStart(),
                commonNoise(),
                deterministicStart(),
                alternation(),
                independentPlayer(0),
                independentPlayer(1),
                criticSteps());
    }

    private static Claim stepSize() {
        List<ParticleMeasure> start = TrainingStudy.draw(TrainingStudy.ATOMS, 16, SEED);
        return new OrderClaim(
                "training-step-size-first-order",
                "training with mini-batches of " + BATCH + ", 16 + 16 neurons, " + REPEATS + " repeats, seed " + SEED,
                "E W₂² (bound by coupled neurons)",
                Ladder.steps(TrainingStudy.END, 32, 96, 288, 864),
                steps -> {
                    State flow = TrainingStudy.flow(start);
                    var scheme = TrainingScheme.miniBatch(TrainingStudy.END / steps, BATCH);
                    return sample(MonteCarlo.over(
                            SEED + (long) steps * REPEATS,
                            REPEATS,
                            seed -> TrainingStudy.distance(TrainingStudy.train(start, scheme, seed), flow, 16)));
                },
                OrderExpectation.exactly(
                        1,
                        0.15,
                        "Batch errors are independent from step to step with mean 0: T/h of them of size h add up to a variance of"
                                + " order hT; the bias of the explicit steps is squared, O(h²)."));
    }

    private static Claim independentStart() {
        int repeats = 200;
        var scheme = TrainingScheme.fullBatch(TrainingStudy.END / 20);
        List<ParticleMeasure> law = TrainingStudy.atoms();
        return new OrderClaim(
                "training-independent-start-first-order",
                "training with full batches from independent neurons, N = M, " + repeats + " repeats, seed " + SEED,
                "E W₂² to neurons moved by the mean field (bound by coupled neurons)",
                Ladder.particles(16, 64, 256, 1024),
                n -> sample(MonteCarlo.over(SEED + (long) n * repeats, repeats, seed -> {
                    List<ParticleMeasure> neurons = TrainingStudy.draw(TrainingStudy.ATOMS, n, seed);
                    State meanField = TrainingStudy.train(TrainingStudy.withTracers(law, neurons), scheme, 0);
                    return TrainingStudy.distance(TrainingStudy.train(neurons, scheme, 0), meanField, n);
                })),
                OrderExpectation.exactly(
                        1,
                        0.15,
                        "Fields are means over independent neurons, off by a variance of order 1/N + 1/M; by Gronwall's inequality"
                                + " so are the paths. The mean field of an initial law of atoms is computed exactly."));
    }

    private static ErrorSample sample(MonteCarlo mean) {
        return new ErrorSample(mean.mean(), mean.standardError());
    }

    private static Claim commonNoise() {
        int few = 32;
        int many = 512;
        int repeats = 400;
        double step = TrainingStudy.END / 20;
        return new BoundClaim(
                "training-common-noise-stays",
                "training with mini-batches at a fixed step, many neurons",
                "E mean squared distance to full batches from the same neurons, N = " + many + " against N = " + few
                        + ", h = " + step + ", " + repeats + " repeats, seed " + SEED,
                "ratio of " + many + " to " + few
                        + " neurons in [1/4, 4] with its statistical error at 1 - 10⁻⁶: nearer to 1 than to"
                        + " the 1/16 that noise of each neuron's own would leave",
                "A batch is drawn for all neurons at once: its error is one and the same function of the neuron's parameters for all"
                        + " of them and does not average out. As N grows the distance tends to that of the mean field driven by"
                        + " common noise, positive at fixed h.",
                Claim.Suite.FAST,
                progress -> {
                    MonteCarlo small = noise(few, step, repeats);
                    MonteCarlo large = noise(many, step, repeats);
                    double lower = (large.mean() - large.halfWidth()) / (small.mean() + small.halfWidth());
                    double upper = (large.mean() + large.halfWidth()) / (small.mean() - small.halfWidth());
                    return ClaimResult.of(
                            Bound.atLeast("ratio, lower end", lower, 0.25), Bound.atMost("ratio, upper end", upper, 4));
                });
    }

    private static MonteCarlo noise(int n, double step, int repeats) {
        return MonteCarlo.over(SEED + n, repeats, seed -> {
            List<ParticleMeasure> neurons = TrainingStudy.draw(TrainingStudy.ATOMS, n, seed);
            return TrainingStudy.distance(
                    TrainingStudy.train(neurons, TrainingScheme.miniBatch(step, BATCH), seed),
                    TrainingStudy.train(neurons, TrainingScheme.fullBatch(step), 0),
                    n);
        });
    }

    private static Claim deterministicStart() {
        var scheme = TrainingScheme.fullBatch(TrainingStudy.END / 20);
        int fine = 24;
        List<ParticleMeasure> tracers = TrainingStudy.lattice(4);
        return new OrderClaim(
                "training-deterministic-start-faster",
                "training with full batches from the middles of N equal boxes of a uniform law on a cube",
                "mean squared distance of 64 + 64 massless neurons from where " + fine + "³ + " + fine + "³ take them",
                Ladder.particles(8, 27, 64, 216),
                n -> {
                    State reference = TrainingStudy.train(
                            TrainingStudy.withTracers(TrainingStudy.lattice(fine), tracers), scheme, 0);
                    List<ParticleMeasure> coarse = TrainingStudy.lattice((int) Math.round(Math.cbrt(n)));
                    State state = TrainingStudy.train(TrainingStudy.withTracers(coarse, tracers), scheme, 0);
                    return ErrorSample.exact(TrainingStudy.distance(
                            state, reference, tracers.get(0).size()));
                },
                OrderExpectation.atLeast(
                        4.0 / 3,
                        0.15,
                        "The neurons are the midpoint rule with N^(1/3) points per axis, whose error is at most of order N^(-2/3) for"
                                + " smooth functions and for those with the kink of clipping; squared N^(-4/3), against N^(-1)"
                                + " of independent neurons."));
    }

    private static Claim alternation() {
        List<ParticleMeasure> start = TrainingStudy.draw(TrainingStudy.ATOMS, 64, SEED);
        return new OrderClaim(
                "training-full-batch-first-order",
                "training with full batches, two critic steps per generator step, 64 + 64 neurons",
                "root mean square distance to the particle system",
                Ladder.steps(TrainingStudy.END, 16, 32, 64, 128),
                steps -> {
                    State trained = TrainingStudy.train(
                            start,
                            TrainingScheme.fullBatch(TrainingStudy.END / steps).withCriticSteps(2),
                            0);
                    return ErrorSample.exact(Math.sqrt(TrainingStudy.distance(trained, TrainingStudy.flow(start), 64)));
                },
                OrderExpectation.exactly(
                        1,
                        0.15,
                        "Explicit steps of the players in turn are a first-order splitting with Euler's method in each part; clipping"
                                + " after a step is exact in a constant field. Critic steps of h γ/n_c run on the clock γ."));
    }

    /** One player's neurons are drawn, the other one's are its law: what its number alone does. */
    private static Claim independentPlayer(int drawn) {
        var scheme = TrainingScheme.fullBatch(TrainingStudy.END / 20);
        List<ParticleMeasure> law = TrainingStudy.atoms();
        return new OrderClaim(
                "training-independent-" + (drawn == 0 ? "generator" : "critic") + "-first-order",
                "training with full batches, " + (drawn == 0 ? "N generator" : "M critic")
                        + " neurons independent, the other player's law exact, " + REPEATS + " repeats, seed " + SEED,
                "E mean squared distance of the drawn neurons to neurons moved by the mean field",
                Ladder.particles(16, 64, 256, 1024),
                n -> sample(MonteCarlo.over(SEED + (long) n * REPEATS, REPEATS, seed -> {
                    List<ParticleMeasure> neurons = TrainingStudy.draw(TrainingStudy.ATOMS, n, seed);
                    State meanField = TrainingStudy.train(TrainingStudy.withTracers(law, neurons), scheme, 0);
                    List<ParticleMeasure> start =
                            drawn == 0 ? List.of(neurons.get(0), law.get(1)) : List.of(law.get(0), neurons.get(1));
                    State state = TrainingStudy.train(start, scheme, 0);
                    return TrainingStudy.distance(state, meanField, drawn, n);
                })),
                OrderExpectation.exactly(
                        1,
                        0.15,
                        "With the other player's law exact, fields are off by means over n independent neurons, a variance of order"
                                + " 1/n; by Gronwall's inequality so are the paths."));
    }

    private static Claim criticSteps() {
        List<ParticleMeasure> start = TrainingStudy.draw(TrainingStudy.ATOMS, 64, SEED);
        double step = TrainingStudy.END / 20;
        return new OrderClaim(
                "training-critic-steps-first-order",
                "training with full batches of step " + step + ", n_c critic steps of γh/n_c each, 64 + 64 neurons",
                "root mean square distance to n_c = 1024",
                Ladder.steps(step, 2, 4, 8, 16),
                steps -> {
                    var scheme = TrainingScheme.fullBatch(step);
                    State limit = TrainingStudy.train(start, scheme.withCriticSteps(1024), 0);
                    return ErrorSample.exact(Math.sqrt(TrainingStudy.distance(
                            TrainingStudy.train(start, scheme.withCriticSteps(steps), 0), limit, 64)));
                },
                OrderExpectation.exactly(
                        1,
                        0.15,
                        "Between two generator steps the critic makes n_c of Euler's steps: as n_c → ∞ it follows its flow, the rest is"
                                + " O(h/n_c). The reference is off by 1/1024, 1/64 of the finest level's error."));
    }
}
