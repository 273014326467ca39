package org.dualflow.fv.remap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.dualflow.measure.AtomicLaw;
import org.dualflow.measure.CellLaw;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.Law;
import org.dualflow.measure.UniformBox;
import org.dualflow.measure.UniformLaw;
import org.dualflow.mesh.Axis;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SemiLagrangianStartTest {

    private static final double ROUNDING = 1e-14;

    private static SemiLagrangianState start(Mesh mesh, Law law) {
        SemiLagrangianState state = new SemiLagrangianState(List.of(mesh), 0, true);
        SemiLagrangianStart.fill(state, 0, mesh, law);
        return state;
    }

    private static void assertCell(SemiLagrangianState state, int d, int r, int i, double mean, double width) {
        assertEquals(mean, state.mean[0][d][r][i], ROUNDING);
        assertEquals(width * width / 12, state.variance[0][d][r][i], ROUNDING);
    }

    /** A slab from ½ to 2½ on cells of width 1: half a cell, a cell, half a cell; the empty one has the moments of an even density. */
    @Test
    void aSlabOnALine() {
        Mesh mesh = Mesh.uniform(Domain.line(0, 4, Boundary.NO_FLUX), 4);
        SemiLagrangianState state = start(mesh, new UniformLaw(0.5, 2.5));
        assertCell(state, 0, 0, 0, 0.75, 0.5);
        assertCell(state, 0, 0, 1, 1.5, 1);
        assertCell(state, 0, 0, 2, 2.25, 0.5);
        assertCell(state, 0, 0, 3, 3.5, 1);
        assertEquals(0.5, state.mass[0][0][1], ROUNDING);
    }

    /** Atoms at ¼ (twice) and at ¾ in one cell: a sixteenth of the quantile function at a time, so that shares of quarters are exact. */
    @Test
    void atomsOnALine() {
        Mesh mesh = Mesh.uniform(Domain.line(0, 2, Boundary.NO_FLUX), 2);
        SemiLagrangianState state = start(mesh, AtomicLaw.ofSample(0.25, 0.25, 0.25, 0.75));
        assertEquals(0.375, state.mean[0][0][0][0], ROUNDING);
        assertEquals(0.75 * 0.25 * 0.25, state.variance[0][0][0][0], ROUNDING);
        assertEquals(1, state.mass[0][0][0], ROUNDING);
    }

    /** A box that cuts cells at quarters has exact moments along every axis, whichever way rows run. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void aBoxInMoreDimensions(int dimension) {
        double[] lower = {0.5, 1.25, 0.25};
        double[] upper = {2.75, 1.75, 1.25};
        Axis[] axes = new Axis[dimension];
        Domain.Side[] sides = new Domain.Side[dimension];
        for (int d = 0; d < dimension; d++) {
            axes[d] = Mesh.line(0, 3, 3).axis(0);
            sides[d] = new Domain.Side(lower[d], upper[d], Boundary.NO_FLUX, Boundary.NO_FLUX);
        }
        Mesh mesh = Mesh.of(axes);
        SemiLagrangianState state = start(mesh, new UniformBox(new Domain(List.of(sides))));
        for (int r = 0; r < mesh.rows(); r++) {
            for (int i = 0; i < 3; i++) {
                int[] at = {i, r % 3, r / 3};
                boolean empty = false;
                for (int d = 0; d < dimension; d++) {
                    empty |= at[d] + 1 <= lower[d] || at[d] >= upper[d];
                }
                for (int d = 0; d < dimension; d++) {
                    double from = empty ? at[d] : Math.max(at[d], lower[d]);
                    double to = empty ? at[d] + 1 : Math.min(at[d] + 1, upper[d]);
                    assertCell(state, d, r, i, 0.5 * (from + to), to - from);
                }
            }
        }
    }

    /** On graded axes with clipped ends the outermost cells reach to the wall. */
    @Test
    void gradedAndClippedAxes() {
        Axis graded = Axis.graded(new Domain.Side(0, 4, Boundary.CLIPPED, Boundary.CLIPPED), 4, u -> u * u);
        Mesh mesh = Mesh.of(graded, graded);
        SemiLagrangianState even = start(mesh, new UniformBox(mesh.domain()));
        for (int i = 0; i < 4; i++) {
            double middle = 0.5 * (graded.cellLower(i) + graded.cellUpper(i));
            double width = graded.cellUpper(i) - graded.cellLower(i);
            for (int j = 0; j < 4; j++) {
                assertCell(even, 0, j, i, middle, width);
                assertCell(even, 1, i, j, middle, width);
            }
        }
        assertEquals(0, graded.cellLower(0));
        assertEquals(4, graded.cellUpper(3));
    }

    @Test
    void massesAreSpreadOverTheirCells() {
        Mesh mesh = Mesh.uniform(new Domain(List.of(side(0, 2), side(0, 1))), 2);
        double[][] rows = {{0.125, 0.375}, {0.5, 0}};
        CellLaw law = new CellLaw(new CellMeasure(mesh, rows));
        SemiLagrangianState state = new SemiLagrangianState(List.of(mesh), 0, true);
        SemiLagrangianStart.spread(state, 0, law.onto(mesh));
        for (int r = 0; r < 2; r++) {
            for (int i = 0; i < 2; i++) {
                assertEquals(rows[r][i], state.mass[0][r][i]);
                assertCell(state, 0, r, i, 0.5 + i, 1);
                assertCell(state, 1, r, i, 0.25 + 0.5 * r, 0.5);
            }
        }
    }

    private static Domain.Side side(double lower, double upper) {
        return new Domain.Side(lower, upper, Boundary.NO_FLUX, Boundary.NO_FLUX);
    }
}
