package org.dualflow.fv.remap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.dualflow.field.VelocityField;
import org.dualflow.mesh.Axis;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.Coupling;
import org.dualflow.model.State;
import org.junit.jupiter.api.Test;

class SemiLagrangianSchemeTest {

    private static final SemiLagrangianScheme SCHEME = SemiLagrangianScheme.of(RemapReconstruction.LINEAR);

    /** u = 2⁻⁵³; two for the source, and for each sweep 2 (1 + p), p the most pieces of a cell. */
    @Test
    void theBudgetCountsRoundings() {
        double u = 0x1p-53;
        SemiLagrangianScheme slow = SCHEME.withCourant(2);
        assertEquals((2 + 2 * (1 + 9)) * u, slow.massRoundingPerStep(Mesh.line(0, 1, 50)));
        assertEquals((2 + 2 * (1 + 6)) * u, slow.massRoundingPerStep(Mesh.line(0, 1, 5)));
        // Widths from ½ to 3/2: three times as many pieces.
        Axis graded = Axis.graded(new Domain.Side(0, 50, Boundary.NO_FLUX, Boundary.NO_FLUX), 50, s -> {
            int k = (int) Math.round(50 * s);
            return (k % 2 == 0 ? k : k - 0.5) / 50;
        });
        assertEquals((2 + 2 * (1 + 27)) * u, slow.massRoundingPerStep(Mesh.of(graded)), 1e-12 * u);
        // Strang: the last axis is swept once, all others twice.
        Mesh plane = Mesh.of(Mesh.line(0, 1, 50).axis(0), Mesh.line(0, 1, 5).axis(0));
        assertEquals((2 + 2 * 2 * (1 + 9) + 2 * (1 + 6)) * u, slow.massRoundingPerStep(plane));
    }

    @Test
    void numbersAreChecked() {
        for (int order : new int[] {1, 2, 4}) {
            assertEquals(order, SCHEME.withTracingOrder(order).tracingOrder());
        }
        refused("tracingOrder = 3", () -> SCHEME.withTracingOrder(3));
        refused("courant = 0.0", () -> SCHEME.withCourant(0));
        refused("maxStep = 0.0", () -> SCHEME.withMaxStep(0));
        assertEquals(
                RemapReconstruction.MOMENTS,
                SCHEME.withReconstruction(RemapReconstruction.MOMENTS).reconstruction());
        assertEquals("semi-lagrangian", SCHEME.label());
        for (RemapReconstruction one : RemapReconstruction.values()) {
            assertEquals(one, RemapReconstruction.named(one.label()));
        }
        assertEquals(2, RemapReconstruction.MOMENTS.order());
        assertEquals(3, RemapReconstruction.PARABOLIC.order());
        refused("cubic", () -> RemapReconstruction.named("cubic"));
    }

    private static void refused(String what, Runnable action) {
        IllegalArgumentException thrown = assertThrows(IllegalArgumentException.class, action::run);
        assertTrue(Objects.requireNonNull(thrown.getMessage()).contains(what), thrown.getMessage());
    }

    /** A field whose component d is (d + 1) times coordinate d times a factor; infinite where the first coordinate is below its limit. */
    private static final class Spreading implements Coupling {
        private final int dimension;
        private double factor = 1;
        private double limit = -1;

        Spreading(int dimension) {
            this.dimension = dimension;
        }

        @Override
        public void freeze(double t, State state) {}

        @Override
        public VelocityField field(int s) {
            return new VelocityField() {
                @Override
                public int dimension() {
                    return dimension;
                }

                @Override
                public void fill(int component, double[][] x, int n, double[] out) {
                    for (int i = 0; i < n; i++) {
                        out[i] = x[0][i] < limit
                                ? Double.POSITIVE_INFINITY
                                : (s + 1) * factor * -(component + 1) * x[component][i];
                    }
                }
            };
        }
    }

    /** Points of cells end half a cell before the end; the largest |b_d|/h_d counts, of all species and axes, and what is infinite does not. */
    @Test
    void theLargestSpeed() {
        double[] rates = new double[3];
        int[][] cells = {{4}, {4, 2}, {4, 2, 8}};
        for (int dimension = 1; dimension <= 3; dimension++) {
            Domain.Side[] sides = new Domain.Side[dimension];
            Arrays.fill(sides, new Domain.Side(0, 1, Boundary.NO_FLUX, Boundary.NO_FLUX));
            Mesh mesh = Mesh.uniform(new Domain(List.of(sides)), cells[dimension - 1]);
            rates[dimension - 1] = new RemapSpeed(List.of(mesh)).largest(new Spreading(dimension), false);
        }
        assertEquals(7.0 / 8 * 4, rates[0], 1e-14);
        assertEquals(7.0 / 8 * 4, rates[1], 1e-14, "2 · 3/4 over ½ is less");
        assertEquals(3 * 15.0 / 16 * 8, rates[2], 1e-14);

        Mesh line = Mesh.line(0, 1, 4);
        Spreading spreading = new Spreading(1);
        RemapSpeed speed = new RemapSpeed(List.of(line, Mesh.line(0, 1, 2)));
        assertEquals(3.5, speed.largest(spreading, true), 1e-14, "2 · 3/4 over ½ for the second");
        spreading.factor = 3;
        assertEquals(3.5, speed.largest(spreading, true), 1e-14, "computed once for a steady field");
        assertEquals(10.5, speed.largest(spreading, false), 1e-14);
        spreading.limit = 0.8;
        assertEquals(10.5, speed.largest(spreading, false), 1e-14, "what is not finite does not count");
    }
}
