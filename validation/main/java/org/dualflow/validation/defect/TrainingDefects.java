package org.dualflow.validation.defect;

import java.util.List;

/** Mistakes in the training algorithm, its batches and its networks. */
final class TrainingDefects {

    private TrainingDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.of(
                        "batch-seed-reused",
                        "every batch of data is drawn from the same seed",
                        "training/Batches",
                        "data.into(x, dataStream.split());",
                        "data.into(x, new SplittableRandom(1));",
                        "training-step-size-first-order"),
                Defect.of(
                        "gradient-of-the-energy",
                        "steps take the gradient of E instead of that of the first variation, which is n times as large",
                        "training/Player",
                        "delta[d][i] *= h;",
                        "delta[d][i] *= h / n;",
                        "training-common-noise-stays"),
                Defect.of(
                        "critic-clock",
                        "every critic step has the full step, so that the critic is n_c times too fast",
                        "training/TrainingEvolution",
                        "critic.move(gradients.critic(), h / scheme.criticSteps(), time);",
                        "critic.move(gradients.critic(), h, time);",
                        "training-full-batch-first-order",
                        "training-critic-steps-first-order"),
                Defect.of(
                        "draw-lower-half",
                        "laws on the line are sampled from the lower half of their mass",
                        "measure/LineLaw",
                        "double p = random.nextDouble();",
                        "double p = 0.5 * random.nextDouble();",
                        "training-independent-start-first-order",
                        "training-independent-generator-first-order",
                        "training-independent-critic-first-order"),
                Defect.of(
                        "last-block-dropped",
                        "the neurons beyond the last full block are left out of a network's outputs",
                        "gan/NetworkSum",
                        "int chunks = (neurons.size() + BLOCK - 1) / BLOCK;",
                        "int chunks = neurons.size() / BLOCK;",
                        "training-deterministic-start-faster"),
                Defect.of(
                        "step-over-weight",
                        "steps are divided by the neuron's mass once too often",
                        "training/Player",
                        "delta[d][i] *= h;",
                        "delta[d][i] *= h / neurons.weights()[i];",
                        "training-common-noise-stays"));
    }
}
