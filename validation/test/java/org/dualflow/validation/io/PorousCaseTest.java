package org.dualflow.validation.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.Divergences;
import org.dualflow.model.PorousMedium;
import org.dualflow.validation.io.schema.BadCaseException;
import org.dualflow.validation.io.schema.CaseProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PorousCaseTest {

    private static final String GOOD = """
            model: porous-medium
            parameters: {lower: [-3, -3], upper: [3, 3], exponent: 2}
            initial: {barenblatt: 0.5}
            time: {end: 0.5}
            movement: {cells: 24, step: 0.1}
            """;

    @TempDir
    private Path folder;

    private CaseReader.ReadCase read(String text) throws IOException, BadCaseException {
        return CaseTexts.read(folder, text);
    }

    /** The reference is the law at its age: mass spreads towards it. */
    @Test
    void barenblattsSolutionIsItsOwnReference() throws IOException, BadCaseException {
        CaseReader.ReadCase read = read(GOOD);
        assertEquals(2, ((PorousMedium) read.setup().model()).exponent());
        var reference = read.setup().reference().until(0, 0.5).orElseThrow();
        var run = Discretisations.movements(read.file().movement().orElseThrow())
                .begin(read.setup().model(), read.setup().initial(), 0);
        run.advanceTo(0.5);
        CellMeasure end = (CellMeasure) run.state().measure(0);
        double moved = Divergences.l1(reference.masses(end.mesh(), 0), reference.masses(end.mesh(), 0.5));
        assertTrue(Divergences.l1(end, reference.masses(end.mesh(), 0.5)) < 0.2 * moved);
        assertTrue(read.setup().reference().until(0, 1000).isEmpty());
        assertTrue(read.setup().reference().until(1, 2).isEmpty());
    }

    @Test
    void anyLawMayStart() throws IOException, BadCaseException {
        CaseReader.ReadCase read =
                read(GOOD.replace("barenblatt: 0.5", "density: {product: [{uniform: [-1, 0]}, {uniform: [0, 1]}]}"));
        assertEquals(2, read.setup().initial().laws().get(0).dimension());
        assertTrue(read.setup().reference().until(0, 0.5).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "exponent: 2, exponent: 1, parameters.exponent",
        "exponent: 2, exponent: 3, parameters.exponent",
        "'upper: [3, 3]', 'upper: [3]', parameters.upper",
        "barenblatt: 0.5, barenblatt: 1000, initial.barenblatt",
        "barenblatt: 0.5, 'barenblatt: 0.5, density: {dirac: 0}', initial",
        "'{barenblatt: 0.5}', '{}', initial",
        "'lower: [-3, -3], upper: [3, 3]', 'lower: [-3, -3, -3], upper: [3, 3, 3]', initial.barenblatt",
        "'movement: {cells: 24, step: 0.1}', 'grid: {cells: 24, scheme: implicit-euler, step: 0.1}', grid",
    })
    void whatIsWrongIsTold(String from, String to, String path) {
        List<CaseProblem> problems = assertThrows(BadCaseException.class, () -> read(GOOD.replace(from, to)))
                .problems();
        assertEquals(path, problems.get(0).path(), problems.toString());
    }
}
