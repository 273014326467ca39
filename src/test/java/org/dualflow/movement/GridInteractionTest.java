package org.dualflow.movement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.dualflow.field.InteractionKernel;
import org.dualflow.field.Kernels;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.NormalMixture;
import org.dualflow.measure.UniformBox;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.FokkerPlanck;
import org.dualflow.model.Initial;
import org.junit.jupiter.api.Test;

class GridInteractionTest {

    private static final Domain.Side WALLS = new Domain.Side(-2, 2, Boundary.NO_FLUX, Boundary.NO_FLUX);

    private static double[][] potential(InteractionKernel kernel, CellMeasure masses) {
        double[][] out = masses.mesh().newRows();
        new GridInteraction(kernel, masses.mesh()).fill(masses, out);
        return out;
    }

    /** W = |x|²: V = |x|² - 2 x·m + M₂ for any measure of mass one, in three dimensions; ½ Σ m V = M₂ - m². */
    @Test
    void squaresAreMoments() {
        Mesh mesh = Mesh.uniform(new Domain(List.of(WALLS, WALLS, WALLS)), 5, 4, 3);
        double[][] rows = mesh.newRows();
        double sum = 0;
        double[] mean = new double[3];
        double second = 0;
        for (int r = 0; r < rows.length; r++) {
            for (int i = 0; i < 5; i++) {
                rows[r][i] = 1 + Math.sin(7 * r + i);
                sum += rows[r][i];
            }
        }
        for (int r = 0; r < rows.length; r++) {
            for (int i = 0; i < 5; i++) {
                rows[r][i] /= sum;
                for (int d = 0; d < 3; d++) {
                    mean[d] += rows[r][i] * point(mesh, d, r, i);
                    second += rows[r][i] * Math.pow(point(mesh, d, r, i), 2);
                }
            }
        }
        CellMeasure masses = new CellMeasure(mesh, rows);
        double[][] v = potential(Kernels.polynomial(0, 1), masses);
        double energy = second;
        for (int d = 0; d < 3; d++) {
            energy -= mean[d] * mean[d];
        }
        for (int r = 0; r < rows.length; r++) {
            for (int i = 0; i < 5; i++) {
                double exact = second;
                for (int d = 0; d < 3; d++) {
                    exact += point(mesh, d, r, i) * (point(mesh, d, r, i) - 2 * mean[d]);
                }
                assertEquals(exact, v[r][i], 1e-14);
            }
        }
        assertEquals(energy, new GridInteraction(Kernels.polynomial(0, 1), mesh).energy(masses), 1e-14);
    }

    private static double point(Mesh mesh, int axis, int r, int i) {
        int k = axis == 0 ? i : axis == 1 ? r % 4 : r / 4;
        return mesh.axis(axis).point(k);
    }

    /** On a ring of length 4 half of it is farthest. */
    @Test
    void ringsAreShort() {
        Mesh mesh = Mesh.uniform(Domain.line(-2, 2, Boundary.PERIODIC), 4);
        double[][] rows = {{1, 0, 0, 0}};
        double[][] v = potential(Kernels.distance(1), new CellMeasure(mesh, rows));
        assertEquals(List.of(0.0, 1.0, 2.0, 1.0), List.of(v[0][0], v[0][1], v[0][2], v[0][3]));
    }

    /** Attraction that is stronger than entropy draws a law together, the mean stays where it is. */
    @Test
    void attractionKeepsTheMean() {
        Domain line = Domain.line(-6, 6, Boundary.NO_FLUX);
        Mesh mesh = Mesh.uniform(line, 60);
        var run = new GridMovements(
                new FokkerPlanck(line, new UniformBox(line)),
                mesh,
                0.1,
                Initial.of(NormalMixture.normal(0.7, 0.3)),
                0,
                new GridInteraction(Kernels.distance(6), mesh));
        double before = mean(run.measure());
        double width = spread(run.measure(), before);
        run.advanceTo(0.5);
        assertEquals(before, mean(run.measure()), 1e-9);
        assertEquals(true, spread(run.measure(), before) < 0.6 * width);
    }

    private static double mean(CellMeasure cells) {
        double sum = 0;
        for (int i = 0; i < 60; i++) {
            sum += cells.rows()[0][i] * cells.mesh().axis(0).point(i);
        }
        return sum;
    }

    private static double spread(CellMeasure cells, double mean) {
        double sum = 0;
        for (int i = 0; i < 60; i++) {
            sum += cells.rows()[0][i] * Math.abs(cells.mesh().axis(0).point(i) - mean);
        }
        return sum;
    }

    @Test
    void kernelsMustBeFiniteAtZero() {
        InteractionKernel newton = new InteractionKernel() {
            @Override
            public void forces(double[] r2, int n, double[] out) {
                throw new IllegalStateException();
            }

            @Override
            public void potentials(double[] r2, int n, double[] out) {
                for (int i = 0; i < n; i++) {
                    out[i] = -1 / Math.sqrt(r2[i]);
                }
            }

            @Override
            public double convexity() {
                return Double.NEGATIVE_INFINITY;
            }
        };
        Mesh mesh = Mesh.uniform(Domain.line(0, 1, Boundary.NO_FLUX), 3);
        assertThrows(IllegalArgumentException.class, () -> new GridInteraction(newton, mesh));
    }
}
