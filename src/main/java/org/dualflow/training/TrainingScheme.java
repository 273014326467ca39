package org.dualflow.training;

import java.util.Optional;

/**
 * How a generative adversarial network is trained. One iteration takes the time h:
 *
 * <pre>  n_c times:  ω ← clip(ω + (h γ / n_c) g_ω),      g_ω from a batch and the generator as it is,
 *  once:       θ ← θ - h g_θ,                      g_θ from a batch of latents and the critic as it is now,</pre>
 *
 * g the gradient of the neuron's first variation, that is the number of neurons times the gradient of E by the neuron's
 * parameters.
 *
 * <p><b>Clocks.</b> The critic's steps are h γ / n_c, so that after n_c of them it has run for the time γ h, whatever n_c: the
 * limit is the model with its γ. The algorithm as it is usually written, n_c critic steps of the generator's own size h, is
 * the case γ = n_c; written with steps h γ' it is the case γ = n_c γ'.
 *
 * @param step h, positive and finite; a run to a given time, or to the next output, divides what is
 *     left evenly into steps of at most h: choose multiples of h to have steps of h
 * @param criticSteps n_c, at least 1
 * @param batches mini-batches; nothing for the full batch: all nodes with their weights
 */
public record TrainingScheme(double step, int criticSteps, Optional<MiniBatches> batches) {

    /** Checks the numbers. */
    public TrainingScheme {
        if (!(step > 0) || step == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("step = " + step + ": a positive finite number is allowed");
        }
        if (criticSteps < 1) {
            throw new IllegalArgumentException("criticSteps = " + criticSteps + ": at least 1 is allowed");
        }
    }

    /** Full batches, one critic step per generator step. */
    public static TrainingScheme fullBatch(double step) {
        return new TrainingScheme(step, 1, Optional.empty());
    }

    /** Mini-batches of one size, one critic step per generator step. */
    public static TrainingScheme miniBatch(double step, int size) {
        return new TrainingScheme(step, 1, Optional.of(MiniBatches.of(size)));
    }

    /** The same scheme with another step. */
    public TrainingScheme withStep(double other) {
        return new TrainingScheme(other, criticSteps, batches);
    }

    /** The same scheme with another number of critic steps per generator step. */
    public TrainingScheme withCriticSteps(int count) {
        return new TrainingScheme(step, count, batches);
    }

    /** The same scheme with other mini-batches. */
    public TrainingScheme withBatches(MiniBatches other) {
        return new TrainingScheme(step, criticSteps, Optional.of(other));
    }
}
