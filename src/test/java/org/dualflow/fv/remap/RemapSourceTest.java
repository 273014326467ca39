package org.dualflow.fv.remap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.Source;
import org.dualflow.time.StepFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemapSourceTest {

    private static final double ROUNDING = 1e-14;
    /** Cells along each axis, and their widths. */
    private static final int[] CELLS = {2, 3, 2};

    private static final double[] WIDTH = {0.5, 1, 2};

    private static Mesh mesh(int dimension) {
        Domain.Side[] sides = new Domain.Side[dimension];
        int[] cells = new int[dimension];
        for (int d = 0; d < dimension; d++) {
            sides[d] = new Domain.Side(0, CELLS[d] * WIDTH[d], Boundary.NO_FLUX, Boundary.NO_FLUX);
            cells[d] = CELLS[d];
        }
        return Mesh.uniform(new Domain(List.of(sides)), cells);
    }

    private static SemiLagrangianState empty(Mesh mesh) {
        return new SemiLagrangianState(List.of(mesh), 0, true);
    }

    private static double cubic(int d, double x) {
        return 1 + d + x + x * x / 2 + x * x * x / 4;
    }

    /** ∫ of the cubic over a cell of axis d. */
    private static double integral(int d, int cell) {
        double a = cell * WIDTH[d];
        double b = a + WIDTH[d];
        return (1 + d) * (b - a)
                + (b * b - a * a) / 2
                + (b * b * b - a * a * a) / 6
                + (b * b * b * b - a * a * a * a) / 16;
    }

    /** Products of cubics, times the time, are added exactly; into an empty cell with the mean of the two nodes of each axis. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void cubicSourcesAreExact(int dimension) {
        Mesh mesh = mesh(dimension);
        Source source = (t, x, n, out) -> {
            for (int i = 0; i < n; i++) {
                out[i] = t;
                for (int d = 0; d < dimension; d++) {
                    out[i] *= cubic(d, x[d][i]);
                }
            }
        };
        SemiLagrangianState state = empty(mesh);
        RemapSource remap = new RemapSource(mesh, source);
        assertNull(remap.add(state, 0, 3, 0.5));
        double sum = 0;
        for (int r = 0; r < mesh.rows(); r++) {
            for (int i = 0; i < mesh.rowLength(); i++) {
                int[] at = {i, r % mesh.cells(1), r / mesh.cells(1)};
                double mass = 1.5;
                for (int d = 0; d < dimension; d++) {
                    mass *= integral(d, at[d]);
                }
                sum += mass;
                assertEquals(mass, state.mass[0][r][i], ROUNDING * mass);
                for (int d = 0; d < dimension; d++) {
                    double middle = (at[d] + 0.5) * WIDTH[d];
                    double node = WIDTH[d] / (2 * Math.sqrt(3));
                    double low = cubic(d, middle - node);
                    double high = cubic(d, middle + node);
                    double lean = (high - low) / (high + low);
                    assertEquals(middle + lean * node, state.mean[0][d][r][i], ROUNDING * 10);
                    assertEquals((1 - lean * lean) * node * node, state.variance[0][d][r][i], ROUNDING * 10);
                }
            }
        }
        assertEquals(sum, remap.added(), ROUNDING * sum);
    }

    /** Mass 1 at ¼ with variance 1/100 in the first cell, and an even half of it: parallel axes (Steiner). */
    @Test
    void momentsAreMerged() {
        Mesh mesh = Mesh.line(0, 2, 2);
        SemiLagrangianState state = empty(mesh);
        state.mass[0][0][0] = 1;
        state.mean[0][0][0][0] = 0.25;
        state.variance[0][0][0][0] = 0.01;
        RemapSource remap = new RemapSource(mesh, (t, x, n, out) -> java.util.Arrays.fill(out, 0, n, 0.5));
        assertNull(remap.add(state, 0, 0, 1));
        assertEquals(1.5, state.mass[0][0][0], ROUNDING);
        double mean = (0.25 + 0.5 * 0.5) / 1.5;
        assertEquals(mean, state.mean[0][0][0][0], ROUNDING);
        double second = (0.01 + 0.25 * 0.25 + 0.5 * (0.25 + 1.0 / 12)) / 1.5;
        assertEquals(second - mean * mean, state.variance[0][0][0][0], ROUNDING);
        // What is taken away leaves the moments, to the last grain.
        RemapSource sink = new RemapSource(mesh, (t, x, n, out) -> java.util.Arrays.fill(out, 0, n, -0.5));
        double variance = state.variance[0][0][0][0];
        assertNull(sink.add(state, 0, 0, 1));
        assertEquals(1, state.mass[0][0][0], ROUNDING);
        assertEquals(0, state.mass[0][0][1], ROUNDING);
        assertEquals(-1, sink.added(), ROUNDING);
        assertEquals(mean, state.mean[0][0][0][0], ROUNDING);
        assertEquals(variance, state.variance[0][0][0][0], ROUNDING);
    }

    /** Positive and negative at the two nodes: what is added is in the middle. */
    @Test
    void aSourceOfBothSignsHasNoCentre() {
        Mesh mesh = Mesh.line(0, 1, 1);
        SemiLagrangianState state = empty(mesh);
        RemapSource remap = new RemapSource(mesh, (t, x, n, out) -> {
            for (int i = 0; i < n; i++) {
                out[i] = x[0][i] < 0.5 ? 3 : -1;
            }
        });
        assertNull(remap.add(state, 0, 0, 1));
        assertEquals(1, state.mass[0][0][0], ROUNDING);
        assertEquals(0.5, state.mean[0][0][0][0], ROUNDING);
        assertEquals(1.0 / 12, state.variance[0][0][0][0], ROUNDING);
    }

    /** Taking more than there is, or adding what is no number, is told with the cell. */
    @Test
    void whatCannotBeAddedIsNamed() {
        Mesh mesh = Mesh.uniform(new Domain(mesh(2).domain().sides()), 2, 3);
        for (double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            RemapSource remap = new RemapSource(mesh, (t, x, n, out) -> {
                for (int i = 0; i < n; i++) {
                    out[i] = x[1][i] > 2 && x[0][i] > 0.5 ? bad : 0;
                }
            });
            assertEquals(
                    bad == -1 ? StepFailure.Cause.NEGATIVE : StepFailure.Cause.NOT_FINITE,
                    remap.add(empty(mesh), 0, 0, 1));
            assertEquals(5, remap.culprit());
        }
    }
}
