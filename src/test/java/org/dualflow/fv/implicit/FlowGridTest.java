package org.dualflow.fv.implicit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.dualflow.measure.CellLaw;
import org.dualflow.measure.CellMeasure;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.FokkerPlanck;
import org.dualflow.model.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowGridTest {

    /**
     * An even target of 24 cells of width 1, where Fokker–Planck is the heat equation: a cell with 1/24 more than its share loses
     * that to each neighbour per unit of time.
     */
    @ParameterizedTest
    @CsvSource({
        "1,0,1", "1,23,1", "1,5,2", "2,0,2", "2,23,2", "2,6,3", "2,8,4", "2,9,4", "3,0,3", "3,23,3", "3,9,4", "3,4,4"
    })
    void theRateIsTheSumOfAllChanges(int dimension, int cell, int neighbours) {
        assertRate(dimension, Boundary.NO_FLUX, cell, neighbours);
    }

    @ParameterizedTest
    @CsvSource({"1,0,2", "1,23,2", "2,0,4", "2,9,4", "2,23,4", "3,0,6", "3,11,6"})
    void circlesHaveNoEnds(int dimension, int cell, int neighbours) {
        assertRate(dimension, Boundary.PERIODIC, cell, neighbours);
    }

    private static void assertRate(int dimension, Boundary boundary, int cell, int neighbours) {
        int[][] shapes = {{24}, {6, 4}, {4, 3, 2}};
        // Two cells of a circle are neighbours twice; three and more once on each side.
        int[] cells = boundary == Boundary.PERIODIC && dimension == 3 ? new int[] {3, 3, 3} : shapes[dimension - 1];
        Domain.Side[] sides = new Domain.Side[dimension];
        for (int d = 0; d < dimension; d++) {
            sides[d] = new Domain.Side(0, cells[d], boundary, boundary);
        }
        Mesh mesh = Mesh.uniform(new Domain(List.of(sides)), cells);
        double share = 1.0 / mesh.size();
        double[][] even = mesh.newRows();
        double[][] masses = mesh.newRows();
        for (int r = 0; r < mesh.rows(); r++) {
            java.util.Arrays.fill(even[r], share);
            java.util.Arrays.fill(masses[r], share * FlowGrid.SCALE);
        }
        FlowGrid grid = new FlowGrid(new FokkerPlanck(mesh.domain(), new CellLaw(new CellMeasure(mesh, even))), mesh);
        assertEquals(0, grid.rate(masses, Storage.LINEAR));
        masses[cell / mesh.rowLength()][cell % mesh.rowLength()] += share * FlowGrid.SCALE;
        assertEquals(2 * neighbours * share, grid.rate(masses, Storage.LINEAR) / FlowGrid.SCALE, 1e-15);
    }

    /** Two parts of a line with an empty cell between them: nothing crosses it, and it has no potential. */
    @Test
    void emptyCellsHaveNoFlux() {
        Mesh mesh = Mesh.line(0, 5, 5);
        CellMeasure target = new CellMeasure(mesh, new double[][] {{0.25, 0.25, 0, 0.25, 0.25}});
        FlowGrid grid = new FlowGrid(new FokkerPlanck(mesh.domain(), new CellLaw(target)), mesh);
        double unit = 0.25 * FlowGrid.SCALE;
        double[][] masses = {{unit, unit, 7 * unit, unit, 3 * unit}};
        assertEquals(2 * 2 * 0.25, grid.rate(masses, Storage.LINEAR) / FlowGrid.SCALE, 1e-15);
        assertTrue(grid.parts.hasEmptyCells());
        assertEquals(2, grid.parts.count());
    }

    @Test
    void anotherDomainIsRefused() {
        Mesh mesh = Mesh.line(0, 5, 5);
        FokkerPlanck flow =
                new FokkerPlanck(mesh.domain(), new CellLaw(new CellMeasure(mesh, new double[][] {{1, 1, 1, 1, 1}})));
        String message = assertThrows(IllegalArgumentException.class, () -> new FlowGrid(flow, Mesh.line(0, 4, 5)))
                .getMessage();
        assertTrue(Objects.requireNonNull(message).contains("is allowed"), message);
    }
}
