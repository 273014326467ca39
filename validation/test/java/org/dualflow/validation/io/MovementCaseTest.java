package org.dualflow.validation.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.dualflow.movement.DualScheme;
import org.dualflow.run.MovementGrid;
import org.dualflow.run.Movements;
import org.dualflow.validation.io.schema.BadCaseException;
import org.dualflow.validation.io.schema.CaseProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The section {@code movement} of a case file. */
class MovementCaseTest {

    private static final String GOOD = """
            model: two-point-gan
            initial: {generator: 1, critic: {uniform: [-0.5, 0.5]}}
            time: {end: 1}
            movement: {count: 20, scheme: alternating, step: 0.1}
            """;

    @TempDir
    private Path folder;

    private CaseReader.ReadCase read(String text) throws IOException, BadCaseException {
        return CaseTexts.read(folder, text);
    }

    @Test
    void isReadAndRuns() throws IOException, BadCaseException {
        CaseReader.ReadCase read = read(GOOD);
        MovementSpec spec = read.file().movement().orElseThrow();
        assertEquals(new Movements(20, DualScheme.ALTERNATING, 0.1), Discretisations.movements(spec));
        assertEquals("minimising movements, 20 particles, alternating steps of 0.1", spec.describe());
        var run = Discretisations.movements(spec)
                .begin(read.setup().model(), read.setup().initial(), 0);
        run.advanceTo(0.25);
        assertEquals(0.25, run.time());
        assertEquals(3, run.steps());
        assertEquals(1, run.state().measure(0).mass(), 1e-14);
    }

    @Test
    void everySchemeOfTheListIsOne() {
        for (String name : SchemeNames.MOVEMENTS.keySet()) {
            new MovementSpec(5, List.of(), name, 0.1).movements();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "step: 0.1, step: 0, movement.step",
        "step: 0.1, step: -1, movement.step",
        "count: 20, count: 0, movement.count",
        "scheme: alternating, scheme: bdf3, movement.scheme",
        "count: 20, cells: 20, movement.cells",
        "'count: 20, ', '', movement",
    })
    void whatIsWrongIsTold(String from, String to, String path) {
        List<CaseProblem> problems = assertThrows(BadCaseException.class, () -> read(GOOD.replace(from, to)))
                .problems();
        assertEquals(1, problems.size(), problems.toString());
        assertEquals(path, problems.get(0).path());
        assertEquals(4, problems.get(0).line());
    }

    private static final String FLOW = """
            model: jensen-shannon-flow
            parameters:
              lower: [-6, -6]
              upper: [6, 6]
              target: [{weight: 1, mean: [0, 0], sd: 0.8}]
            initial: {generator: {product: [{normal: {mean: 0, sd: 0.7}}, {normal: {mean: 0, sd: 0.7}}]}}
            time: {end: 0.1}
            movement: {cells: [12, 8], step: 0.05}
            """;

    @Test
    void flowsMoveOnCells() throws IOException, BadCaseException {
        CaseReader.ReadCase read = read(FLOW);
        MovementSpec spec = read.file().movement().orElseThrow();
        assertEquals(MovementGrid.of(0.05, 12, 8), Discretisations.movements(spec));
        assertEquals("minimising movements, [12, 8] cells, steps of 0.05", spec.describe());
        assertEquals(96, Estimate.of(read.file(), read.setup()).points());
    }

    @ParameterizedTest
    @CsvSource({
        "'[12, 8]', '[12, 8, 3]', movement.cells",
        "step: 0.05, 'step: 0.05, scheme: bdf2', movement.scheme",
        "'cells: [12, 8]', count: 5, movement.count",
    })
    void whatIsWrongOnCellsIsTold(String from, String to, String path) {
        List<CaseProblem> problems = assertThrows(BadCaseException.class, () -> read(FLOW.replace(from, to)))
                .problems();
        assertEquals(path, problems.get(0).path(), problems.toString());
    }

    private static final String KERNEL = """
            model: kernel-gan
            parameters: {lower: -4, upper: 4, target: {atoms: [[-1, 0.5], [1, 0.5]]}, kernel: {shape: gaussian, width: 0.8}}
            initial: {generator: {normal: {mean: 0.1, sd: 0.3, between: [-2, 2]}}}
            time: {end: 0.3}
            movement: {count: 10, step: 0.1}
            """;

    @Test
    void kernelGansMoveByTurnsUnlessTold() throws IOException, BadCaseException {
        CaseReader.ReadCase read = read(KERNEL);
        MovementSpec spec = read.file().movement().orElseThrow();
        assertEquals(new Movements(10, DualScheme.ALTERNATING, 0.1), Discretisations.movements(spec));
        var run = Discretisations.movements(spec)
                .begin(read.setup().model(), read.setup().initial(), 0);
        run.advanceTo(0.3);
        assertEquals(10, run.state().measure(0).size());
        assertEquals(read.setup().initial().scalars().size(), run.state().scalars().length);
        for (String scheme : List.of("implicit", "bdf2")) {
            String text = KERNEL.replace("step: 0.1", "step: 0.1, scheme: " + scheme);
            List<CaseProblem> problems =
                    assertThrows(BadCaseException.class, () -> read(text)).problems();
            assertEquals(1, problems.size(), problems.toString());
            assertTrue(problems.toString().contains("not monotone"), problems.toString());
        }
    }

    @Test
    void otherModelsAreRefused() {
        String other = """
                model: clipped-transport
                parameters: {displacement: steady, speed: 1}
                initial: {weights: {uniform: [-0.5, 0.5]}}
                time: {end: 1}
                movement: {count: 20, step: 0.1}
                """;
        List<CaseProblem> problems =
                assertThrows(BadCaseException.class, () -> read(other)).problems();
        assertTrue(problems.toString().contains("two-point-gan, kernel-gan are allowed"), problems.toString());
    }
}
