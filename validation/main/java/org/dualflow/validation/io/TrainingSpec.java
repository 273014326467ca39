package org.dualflow.validation.io;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.dualflow.run.Training;
import org.dualflow.training.MiniBatches;
import org.dualflow.training.TrainingScheme;
import org.dualflow.validation.io.schema.Key;
import org.dualflow.validation.io.schema.ListKind;
import org.dualflow.validation.io.schema.NumberKind;
import org.dualflow.validation.io.schema.Problems;
import org.dualflow.validation.io.schema.RecordKind;
import org.dualflow.validation.io.schema.Values;
import org.dualflow.validation.io.schema.WordKind;

/**
 * The training algorithm, as a case file says it.
 *
 * @param neurons of generator and critic
 * @param start a name of {@link SchemeNames#STARTS}
 * @param seed of a random start and of the batches
 * @param step h
 * @param criticSteps n_c
 * @param batch latents and data per batch; empty for full batches
 * @param latents where latents of a batch come from: {@code nodes} or {@code normal}
 */
public record TrainingSpec(
        List<Integer> neurons,
        String start,
        OptionalLong seed,
        double step,
        int criticSteps,
        List<Integer> batch,
        String latents) {

    /** The keys of the section. */
    public static final RecordKind KIND = RecordKind.of(
            Key.required(
                    "neurons",
                    new ListKind(NumberKind.integer(1, 100_000_000), 1, 2, true),
                    "of each player; one number for both, or [generator, critic]"),
            Key.optional("start", new WordKind(SchemeNames.STARTS), "random", "where neurons start"),
            Key.absent("seed", NumberKind.integer(0, 1L << 53), "of a random start and of the batches"),
            Key.required("step", NumberKind.positive(), "h, the time that one iteration takes"),
            Key.optional(
                    "criticSteps",
                    NumberKind.integer(1, 1_000_000),
                    1.0,
                    "critic steps per iteration, each of h gamma / criticSteps"),
            Key.absent(
                    "batch",
                    new ListKind(NumberKind.integer(1, 100_000_000), 1, 2, true),
                    "latents and data per step; one number for both, or [latents, data]; full batches without it"),
            Key.optional(
                    "latents", new WordKind(SchemeNames.LATENTS), "nodes", "where the latents of a batch come from"));

    /** Copies the lists. */
    public TrainingSpec {
        neurons = List.copyOf(neurons);
        batch = List.copyOf(batch);
    }

    /** Takes values that {@link #KIND} has read and checks what only makes sense together. */
    static TrainingSpec of(Values values, Problems problems) {
        boolean random = values.text("start").equals("random");
        if ((random || values.has("batch")) && !values.has("seed")) {
            problems.add(
                    "training.seed",
                    "missing",
                    "a seed must be given for " + (random ? "start: random" : "mini-batches"));
        }
        return new TrainingSpec(
                integers(values, "neurons"),
                values.text("start"),
                values.has("seed") ? OptionalLong.of(values.longInteger("seed")) : OptionalLong.empty(),
                values.number("step"),
                values.integer("criticSteps"),
                values.has("batch") ? integers(values, "batch") : List.of(),
                values.text("latents"));
    }

    private static List<Integer> integers(Values values, String key) {
        return Arrays.stream(values.numbers(key)).mapToObj(x -> (int) x).toList();
    }

    /** Data per batch; nothing for full batches. */
    Optional<Integer> dataPerBatch() {
        return batch.isEmpty() ? Optional.empty() : Optional.of(batch.get(batch.size() - 1));
    }

    /** The discretisation. */
    Training training() {
        Optional<MiniBatches> batches = batch.isEmpty()
                ? Optional.empty()
                : Optional.of(new MiniBatches(
                        batch.get(0),
                        batch.get(batch.size() - 1),
                        latents.equals(SchemeNames.NORMAL) ? MiniBatches.Source.NORMAL : MiniBatches.Source.NODES));
        return new Training(
                neurons.get(0),
                neurons.get(neurons.size() - 1),
                start.equals("random") ? Training.Start.RANDOM : Training.Start.QUANTILES,
                seed.orElse(0),
                new TrainingScheme(step, criticSteps, batches),
                1);
    }

    /** In words. */
    public String describe() {
        String size = batch.isEmpty()
                ? "full batches"
                : "batches of " + batch.get(0) + " latents and " + batch.get(batch.size() - 1) + " data";
        return neurons.get(0) + " + " + neurons.get(neurons.size() - 1) + " neurons, " + start + " start, " + size
                + ", " + criticSteps + (criticSteps == 1 ? " critic step" : " critic steps") + " per iteration, h = "
                + step;
    }
}
