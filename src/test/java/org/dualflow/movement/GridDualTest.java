package org.dualflow.movement;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.dualflow.measure.CellMeasure;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GridDualTest {

    private static final double TAU = 0.3;

    private final SplittableRandom random = new SplittableRandom(7);

    private static Mesh mesh(Boundary boundary, int... cells) {
        Domain.Side[] sides = new Domain.Side[cells.length];
        for (int d = 0; d < cells.length; d++) {
            sides[d] = new Domain.Side(0, 1 + 0.5 * d, boundary, boundary);
        }
        return Mesh.uniform(new Domain(List.of(sides)), cells);
    }

    private double[][] rows(Mesh mesh, double lower, double upper) {
        double[][] rows = mesh.newRows();
        for (double[] row : rows) {
            Arrays.setAll(row, i -> random.nextDouble(lower, upper));
        }
        return rows;
    }

    private static double[][] sum(double[][] x, double factor, double[][] y) {
        double[][] out = new double[x.length][];
        for (int r = 0; r < x.length; r++) {
            double[] a = x[r];
            double[] b = y[r];
            out[r] = new double[a.length];
            Arrays.setAll(out[r], i -> a[i] + factor * b[i]);
        }
        return out;
    }

    private static double dot(double[][] x, double[][] y) {
        double sum = 0;
        for (int r = 0; r < x.length; r++) {
            for (int i = 0; i < x[r].length; i++) {
                sum += x[r][i] * y[r][i];
            }
        }
        return sum;
    }

    /** ∇D = m' - m and -∇²D are those of the values D, by central differences: errors of ε² and of roundings over ε. */
    @ParameterizedTest
    @CsvSource({"NO_FLUX, 1", "PERIODIC, 1", "NO_FLUX, 2", "PERIODIC, 2", "NO_FLUX, 3", "PERIODIC, 3"})
    void derivativesAreThoseOfTheValue(Boundary boundary, int dimension) {
        Mesh mesh = mesh(boundary, Arrays.copyOf(new int[] {5, 4, 3}, dimension));
        for (RatioFunction f : List.of(new EntropyFunction(), new JensenShannonFunction(), new PowerFunction(1.5, 1))) {
            GridDual dual = new GridDual(f, new CellMeasure(mesh, rows(mesh, 0.5, 1.5)));
            dual.pose(rows(mesh, 0.2, 2), rows(mesh, 0.4, 0.6), TAU);
            double[][] p = rows(
                    mesh,
                    f instanceof JensenShannonFunction ? -0.05 : 0.6,
                    f instanceof JensenShannonFunction ? 0.05 : 0.9);
            double[][] x = rows(mesh, -1, 1);
            double step = 1e-4;
            double up = dual.at(sum(p, step, x));
            double[][] upper = sum(dual.image, -1, dual.mass);
            double down = dual.at(sum(p, -step, x));
            double[][] lower = sum(dual.image, -1, dual.mass);
            double middle = dual.at(p);
            assertTrue(middle > 0.5 * (up + down), "concave");
            assertEquals(dot(sum(dual.image, -1, dual.mass), x), (up - down) / (2 * step), 1e-6);
            assertEquals(dot(sum(dual.image, -1, dual.mass), x), dual.slope(p, sum(p, 1, x)), 1e-12);
            double[][] out = mesh.newRows();
            dual.apply(x, mesh.newRows(), out);
            for (int r = 0; r < out.length; r++) {
                for (int i = 0; i < out[r].length; i++) {
                    assertEquals((lower[r][i] - upper[r][i]) / (2 * step), out[r][i], 1e-5);
                }
            }
            double residual = 0;
            for (double[] row : sum(dual.image, -1, dual.mass)) {
                residual += Arrays.stream(row).map(Math::abs).sum();
            }
            assertEquals(residual, dual.residual(), 1e-12);
        }
    }

    /**
     * A line of four cells of width ¼, areas 4: what competes is m' with its fluxes G, the sums of what came before, of value
     * Σ V m' + Σ μ f(m'/μ) + Σ G²/(2τ a ½(ū⁰ + ū')); for entropies the bound of its gap
     * is exact, but for a factor of at most 1/(1 - 10⁻³) where m and m' are nearer than 10⁻³ (EntropyFunction).
     */
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.1, 0.4})
    void theGapIsThatOfTheSettledMasses(double size) {
        Mesh mesh = mesh(Boundary.NO_FLUX, 4);
        double[] target = {0.4, 0.3, 0.2, 0.1};
        double[] start = {0.1, 0.2, 0.3, 0.4};
        double[] tilt = {0.3, -0.1, 0.2, 0.1};
        EntropyFunction f = new EntropyFunction();
        GridDual dual = new GridDual(f, new CellMeasure(mesh, new double[][] {target}));
        dual.pose(new double[][] {start}, new double[][] {tilt}, TAU);
        double[] p = {size, -size, 2 * size, 0};
        double value = dual.at(new double[][] {p});
        double gap = dual.gap();
        double[] m = dual.settled[0];
        assertEquals(1, Arrays.stream(m).sum(), 1e-15);
        assertTrue(Arrays.stream(m).allMatch(x -> x >= 0));
        assertEquals(size > 0.05, dual.image[0][0] < 0 || dual.image[0][2] < 0, "the smallest need not be settled");
        double primal = 0;
        double flux = 0;
        for (int i = 0; i < 4; i++) {
            primal += tilt[i] * m[i] + (m[i] > 0 ? m[i] * Math.log(m[i] / target[i]) - m[i] : 0);
            flux += start[i] - m[i];
            if (i < 3) {
                double density = 0.25 * 4 * (start[i] + start[i + 1] + m[i] + m[i + 1]);
                primal += flux * flux / (2 * TAU * 4 * density);
            }
        }
        assertTrue(gap >= (primal - value) * (1 - 1e-12), gap + " bounds " + (primal - value));
        assertTrue(gap <= (primal - value) * (1 + 1e-12) / (1 - 1e-3), gap + " is sharp, " + (primal - value));
        assertEquals(dual.energy(dual.settled), dot(dual.settled, logs(m, target)) - 1, 1e-14);
    }

    private static double[][] logs(double[] m, double[] target) {
        double[] logs = new double[m.length];
        Arrays.setAll(logs, i -> m[i] > 0 ? Math.log(m[i] / target[i]) : 0);
        return new double[][] {logs};
    }

    /** What is even along all axes but one is as on a line, cell by cell: values, settled masses, gap and derivative. */
    @ParameterizedTest
    @CsvSource({"0, NO_FLUX", "1, NO_FLUX", "2, NO_FLUX", "0, PERIODIC", "1, PERIODIC", "2, PERIODIC"})
    void evenAxesAddNothing(int along, Boundary boundary) {
        int[] cells = {3, 3, 3};
        cells[along] = 4;
        Domain.Side[] sides = new Domain.Side[3];
        for (int d = 0; d < 3; d++) {
            sides[d] = new Domain.Side(0, 1, boundary, boundary);
        }
        Mesh space = Mesh.uniform(new Domain(List.of(sides)), cells);
        Mesh line = Mesh.uniform(Domain.line(0, 1, boundary), 4);
        double[] target = {0.4, 0.3, 0.2, 0.1};
        double[] start = {0.1, 0.2, 0.3, 0.4};
        double[] tilt = {0.3, -0.1, 0.2, 0.1};
        double[] p = {0.4, -0.4, 0.8, 0};
        EntropyFunction f = new EntropyFunction();
        GridDual wide = new GridDual(f, new CellMeasure(space, even(space, along, target, 1.0 / 9)));
        wide.pose(even(space, along, start, 1.0 / 9), even(space, along, tilt, 1), TAU);
        GridDual narrow = new GridDual(f, new CellMeasure(line, new double[][] {target}));
        narrow.pose(new double[][] {start}, new double[][] {tilt}, TAU);
        assertEquals(narrow.at(new double[][] {p}), wide.at(even(space, along, p, 1)), 1e-14);
        assertTrue(Arrays.stream(narrow.image[0]).min().orElseThrow() < 0, "has to be settled");
        assertEquals(narrow.gap(), wide.gap(), 1e-13);
        assertRows(even(space, along, narrow.settled[0], 1.0 / 9), wide.settled);
        assertEquals(narrow.softness(), wide.softness(), 1e-14);
        narrow.stiffen();
        wide.stiffen();
        assertRows(even(space, along, narrow.stiffness[0], 1.0 / 9), wide.stiffness);
        double[][] out = line.newRows();
        double[][] outside = space.newRows();
        narrow.apply(new double[][] {{1, 2, -1, 0.5}}, line.newRows(), out);
        wide.apply(even(space, along, new double[] {1, 2, -1, 0.5}, 1), space.newRows(), outside);
        assertRows(even(space, along, out[0], 1.0 / 9), outside);
    }

    private static double[][] even(Mesh mesh, int along, double[] values, double factor) {
        double[][] rows = mesh.newRows();
        for (int r = 0; r < rows.length; r++) {
            for (int i = 0; i < rows[r].length; i++) {
                int[] at = {i, r % mesh.cells(1), r / mesh.cells(1)};
                rows[r][i] = factor * values[at[along]];
            }
        }
        return rows;
    }

    private static void assertRows(double[][] expected, double[][] found) {
        for (int r = 0; r < expected.length; r++) {
            assertArrayEquals(expected[r], found[r], 1e-14);
        }
    }

    /**
     * Where m is the larger one, W becomes (m' - m)/(f'(m'/μ) - q): with f' = log their logarithmic mean; elsewhere, and where both
     * are near, it stays m.
     */
    @Test
    void stiffnessBecomesTheSecant() {
        Mesh mesh = mesh(Boundary.NO_FLUX, 3);
        GridDual dual = new GridDual(new EntropyFunction(), new CellMeasure(mesh, new double[][] {{0.5, 0.25, 0.25}}));
        double[] start = {0.3, 0.5, 0.2};
        dual.pose(new double[][] {start}, new double[][] {{0, 0, 0}}, TAU);
        // One potential everywhere: no flux, m' = m⁰, m = μ e^p.
        double q = 0.4;
        dual.at(new double[][] {{q, q, q}});
        dual.stiffen();
        double[] m = {0.5 * Math.exp(q), 0.25 * Math.exp(q), 0.25 * Math.exp(q)};
        assertEquals((0.3 - m[0]) / (Math.log(0.3 / 0.5) - q), dual.stiffness[0][0], 1e-14);
        assertEquals(m[1], dual.stiffness[0][1], 1e-15, "m' is the larger one");
        assertEquals((0.2 - m[2]) / (Math.log(0.2 / 0.25) - q), dual.stiffness[0][2], 1e-14);
        double[] close = {m[0] * (1 - 0.5e-4), m[1], m[2]};
        dual.pose(new double[][] {close}, new double[][] {{0, 0, 0}}, TAU);
        dual.at(new double[][] {{q, q, q}});
        dual.stiffen();
        assertEquals(m[0], dual.stiffness[0][0], 1e-15, "too near for a secant");
    }

    @Test
    void quadraticFormsAndRates() {
        MatrixEnergy energy = new MatrixEnergy(new double[][] {{2, 1}, {1, 3}}, new double[] {-1, 4});
        double[] x = {2, -3};
        assertEquals(0.5 * (2 * 4 - 2 * 6 + 3 * 9) - 2 - 12, energy.value(x));
        double[] gradient = new double[2];
        energy.gradient(x, gradient);
        assertArrayEquals(new double[] {2 * 2 - 3 - 1, 2 - 9 + 4}, gradient);
        double[][] hessian = new double[2][2];
        energy.hessian(x, hessian);
        assertArrayEquals(new double[] {2, 1}, hessian[0]);
        assertArrayEquals(new double[] {1, 3}, hessian[1]);
        LearningRate rate = LearningRate.decreasing(0.5, 0.5, 4);
        assertEquals(0.5, rate.step(0));
        assertEquals(0.25, rate.step(12), 1e-16);
        assertEquals(0.5, LearningRate.constant(0.5).step(12));
    }
}
