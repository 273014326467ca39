package org.dualflow.validation.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dualflow.field.Activation;
import org.dualflow.gan.ClippedWassersteinGan;
import org.dualflow.run.Training;
import org.dualflow.validation.io.schema.BadCaseException;
import org.dualflow.validation.io.schema.CaseProblem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Case files of the clipped Wasserstein GAN: everything that is wrong is told in one line, at its line. */
class ClippedGanCaseTest {

    private static final String GOOD = """
            model: clipped-wasserstein-gan
            parameters:
              target: {csv: {file: table.csv, columns: [x]}}
              latent: {dimension: 1, nodes: 8}
              activation: {generator: tanh, critic: softplus}
              criticSpeed: 2
              box: 0.8
              generatorBox: 3
              modes: [-1, 1]
            initial:
              generator: {product: [{uniform: [0, 1]}, {uniform: [0, 1]}, {uniform: [0, 1]}]}
              critic: {product: [{uniform: [0, 0.5]}, {uniform: [0, 0.5]}, {uniform: [0, 0.5]}]}
            time: {end: 0.2}
            training: {neurons: [30, 20], step: 0.1, batch: [5, 3], seed: 4, criticSteps: 2}
            """;

    private static final String TWO_COLUMNS = "{file: table.csv, columns: [x, y]}";

    @TempDir
    private Path folder;

    @BeforeEach
    void data() throws IOException {
        Files.writeString(
                folder.resolve("table.csv"), "x,y,same,none\n1,2,3,NA\nNA,3,3,\n2,4,3,NA\n4,9,3,NA\n0,1,3,NA\n");
    }

    private CaseReader.ReadCase read(String text) throws IOException, BadCaseException {
        return CaseTexts.read(folder, text);
    }

    private void refused(String from, String to, int line, String path, String value, String allowed) {
        assertTrue(GOOD.contains(from), from);
        CaseTexts.refused(folder, GOOD.replace(from, to), line, path, value, allowed);
    }

    @Test
    void whatIsWrittenIsWhatIsBuilt() throws Exception {
        CaseReader.ReadCase read = read(GOOD);
        ClippedWassersteinGan gan = (ClippedWassersteinGan) read.setup().model();
        assertEquals(List.of(4, 8), List.of(gan.target().size(), gan.latent().size()));
        assertEquals(List.of(2.0, 0.8, 3.0), List.of(gan.criticSpeed(), gan.criticBox(), gan.generatorBox()));
        assertEquals(
                List.of(Activation.TANH, Activation.SOFTPLUS),
                List.of(gan.generatorActivation(), gan.criticActivation()));
        assertEquals(2, gan.modes().orElseThrow().size());
        Training training = read.file().training().orElseThrow().training();
        assertEquals(List.of(30, 20), List.of(training.generators(), training.critics()));
        assertEquals(4, training.seed());
        assertEquals(2, training.scheme().criticSteps());
        assertEquals(5, training.scheme().batches().orElseThrow().latents());
        assertEquals(3, training.scheme().batches().orElseThrow().data());
    }

    @Test
    void missingValuesAreDroppedCountedAndSaid() throws Exception {
        CaseReader.ReadCase read = read(GOOD);
        assertEquals("parameters.target.csv", read.remarks().get(0).path());
        assertEquals(1, read.remarks().get(0).facts().get("dropped"));
        assertEquals(4, read.remarks().get(0).facts().get("used"));
    }

    @Test
    void withoutABatchTrainingIsFullBatch() throws Exception {
        String full = GOOD.replace("batch: [5, 3], seed: 4", "start: quantile");
        Training training = read(full).file().training().orElseThrow().training();
        assertTrue(training.scheme().batches().isEmpty());
        assertEquals(Training.Start.QUANTILES, training.start());
    }

    @Test
    void theModel() {
        refused("box: 0.8", "box: 0", 7, "parameters.box", "0", "greater than 0");
        refused("generatorBox: 3", "generatorBox: 0", 8, "parameters.generatorBox", "0", "greater than 0");
        refused("criticSpeed: 2", "criticSpeed: 0", 6, "parameters.criticSpeed", "0", "greater than 0");
        refused("box: 0.8", "box: -0.8", 7, "parameters.box", "-0.8", "greater than 0");
        refused("criticSpeed: 2", "criticSpeed: -1", 6, "parameters.criticSpeed", "-1", "greater than 0");
        refused(
                "generator: tanh",
                "generator: tahn",
                5,
                "parameters.activation.generator",
                "tahn",
                "did you mean \"tanh\"?");
        refused(
                "critic: softplus",
                "critic: gelu",
                5,
                "parameters.activation.critic",
                "gelu",
                "tanh, logistic, softplus");
        refused("nodes: 8", "nodes: 65", 4, "parameters.latent.nodes", "65", "at most 64");
    }

    @Test
    void theLaws() {
        refused(", {uniform: [0, 0.5]}]}", "]}", 12, "initial.critic", "2 coordinates", "3 coordinates = data 1 + 2");
        refused("[0, 0.5]}]}", "[0, 0.9]}]}", 12, "initial.critic", "in coordinate 3", "a law on [-0.8, 0.8]");
        refused("modes: [-1, 1]", "modes: [1, 1]", 9, "parameters.modes", "refused", "different centres");
    }

    /** Each place that no longer fits is told. */
    @Test
    void aTargetOfAnotherDimension() {
        String two = GOOD.replace("{file: table.csv, columns: [x]}", TWO_COLUMNS);
        List<CaseProblem> problems =
                assertThrows(BadCaseException.class, () -> read(two)).problems();
        assertEquals(
                List.of("parameters.modes[0]", "initial.generator", "initial.critic"),
                problems.stream().map(CaseProblem::path).toList());
        assertTrue(problems.get(1).allowed().contains("4 coordinates = data 2 + latent 1 + 1"), problems.toString());
    }

    @Test
    void theData() {
        String columns = "parameters.target.csv.columns[0]";
        refused("columns: [x]", "columns: [none]", 3, columns, "none", "an empty column");
        refused("columns: [x]", "columns: [same]", 3, columns, "same", "a constant column");
        refused("columns: [x]", "columns: [z]", 3, columns, "z", "no such column");
    }

    /** Points that occur twice are two data, though the law has one atom there. */
    @Test
    void equalDataCount() throws Exception {
        Files.writeString(folder.resolve("table.csv"), "x\n1\n1\n2\n2\n2\n0\n");
        ClippedWassersteinGan gan = (ClippedWassersteinGan)
                read(GOOD.replace("batch: [5, 3]", "batch: 6")).setup().model();
        assertEquals(3, gan.target().size());
        refused("batch: [5, 3]", "batch: 7", 14, "training.batch", "7 data", "the number of data points, 6");
    }

    @Test
    void aRowThatLacksAnyOfTheColumnsIsDropped() throws Exception {
        CaseReader.ReadCase read = read(GOOD.replace("{file: table.csv, columns: [x]}", TWO_COLUMNS)
                .replace("modes: [-1, 1]", "modes: [[-1, 0], [1, 0]]")
                .replace("{product: [{uniform: [0, 1]}", "{product: [{uniform: [0, 1]}, {uniform: [0, 1]}")
                .replace("{product: [{uniform: [0, 0.5]}", "{product: [{uniform: [0, 0.5]}, {uniform: [0, 0.5]}"));
        assertEquals(1, read.remarks().get(0).facts().get("dropped"));
        assertEquals(2, ((ClippedWassersteinGan) read.setup().model()).target().dimension());
    }

    @Test
    void theTraining() {
        refused("batch: [5, 3]", "batch: 5", 14, "training.batch", "5 data", "the number of data points, 4");
        refused("seed: 4, ", "", 14, "training.seed", "missing", "a seed");
        refused("step: 0.1", "step: 0", 14, "training.step", "0", "greater than 0");
        refused("criticSteps: 2", "criticSteps: 0", 14, "training.criticSteps", "0", "from 1 to");
    }
}
