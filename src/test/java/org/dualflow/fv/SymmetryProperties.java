package org.dualflow.fv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dualflow.field.VelocityField;
import org.dualflow.generators.FieldGenerators;
import org.dualflow.measure.CellMeasure;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.PrescribedTransport;

/** Symmetries of the equation that the schemes keep to the last bit, because sums and limiters are symmetric. */
class SymmetryProperties {

    private static final int STEPS = 5;

    private static double[][] run(Mesh mesh, VelocityField field, TransportScheme scheme, double[][] rows) {
        var model = PrescribedTransport.steady("symmetry", mesh.domain(), field);
        var run = new FiniteVolumeTransport(model, scheme, List.of(new CellMeasure(mesh, rows)), List.of(), 0);
        for (int i = 0; i < STEPS; i++) {
            run.step(run.time() + 1);
        }
        return run.measure(0).rows();
    }

    /** u(x, y) = b(x, y), mirrored: u(x, y) = -b(-x, y) on a domain that is symmetric about x = 0. (On a circle the field
     * would have to be equal at both ends.) */
    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void reflection(
            @ForAll("schemes") TransportScheme scheme,
            @ForAll("squares") CellMeasure start,
            @ForAll("fields") VelocityField field) {
        Assume.that(!start.mesh().domain().side(0).isPeriodic());
        VelocityField mirrored = FieldGenerators.field(2, (d, x) -> {
            double[] out = new double[1];
            field.fill(d, new double[][] {{-x[0]}, {x[1]}}, 1, out);
            return d == 0 ? -out[0] : out[0];
        });
        double[][] expected = run(start.mesh(), field, scheme, start.rows());
        double[][] actual = run(start.mesh(), mirrored, scheme, mirror(start.rows()));
        assertSame(mirror(expected), actual);
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void exchangeOfAxes(
            @ForAll("schemes") TransportScheme scheme,
            @ForAll("squares") CellMeasure start,
            @ForAll("fields") VelocityField field) {
        VelocityField swapped = FieldGenerators.field(2, (d, x) -> {
            double[] out = new double[1];
            field.fill(1 - d, new double[][] {{x[1]}, {x[0]}}, 1, out);
            return out[0];
        });
        double[][] expected = run(start.mesh(), field, scheme, start.rows());
        double[][] actual = run(start.mesh(), swapped, scheme, transposed(start.rows()));
        assertSame(transposed(expected), actual);
    }

    /** Doubling is exact in binary arithmetic; the constant in WENO-Z is absolute, so WENO5 is left out. */
    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void twiceTheMass(
            @ForAll("positiveSchemes") TransportScheme scheme,
            @ForAll("squares") CellMeasure start,
            @ForAll("fields") VelocityField field) {
        double[][] expected = run(start.mesh(), field, scheme, start.rows());
        double[][] actual = run(start.mesh(), field, scheme, scaled(start.rows(), 2));
        assertSame(scaled(expected, 2), actual);
    }

    /** On a circle with equal velocities everywhere, a shift of the start shifts the result. */
    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void shift(@ForAll("schemes") TransportScheme scheme, @ForAll("masses") double[] masses) {
        Mesh mesh = Mesh.uniform(Domain.line(0, 1, Boundary.PERIODIC), masses.length);
        VelocityField field = FieldGenerators.field(1, (d, x) -> -0.7);
        double[] expected = run(mesh, field, scheme, new double[][] {masses})[0];
        double[] moved = run(mesh, field, scheme, new double[][] {rotated(masses, 3)})[0];
        assertArrayEquals(rotated(expected, 3), moved);
    }

    /** Data and field that do not depend on the other axes: every line is a copy of the solution on a line. */
    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
    void oneDimensionInThree(
            @ForAll("schemes") TransportScheme scheme, @ForAll("masses") double[] masses, @ForAll("axis") int axis) {
        Domain.Side side = new Domain.Side(-1, 1, Boundary.NO_FLUX, Boundary.OPEN);
        int n = masses.length;
        int[] cells = {3, 3, 3};
        cells[axis] = n;
        Domain line = new Domain(List.of(side));
        double[] expected = run(
                Mesh.uniform(line, n), FieldGenerators.field(1, (d, x) -> Math.cos(2 * x[0])), scheme, new double[][] {
                    masses
                })[0];
        Mesh mesh = Mesh.uniform(new Domain(List.of(side, side, side)), cells);
        double[][] rows = mesh.newRows();
        for (int c = 0; c < mesh.size(); c++) {
            rows[c / cells[0]][c % cells[0]] = masses[index(c, cells, axis)];
        }
        double[][] actual =
                run(mesh, FieldGenerators.field(3, (d, x) -> d == axis ? Math.cos(2 * x[axis]) : 0), scheme, rows);
        for (int c = 0; c < mesh.size(); c++) {
            assertEquals(expected[index(c, cells, axis)], actual[c / cells[0]][c % cells[0]]);
        }
    }

    private static int index(int cell, int[] cells, int axis) {
        return axis == 0 ? cell % cells[0] : axis == 1 ? cell / cells[0] % cells[1] : cell / (cells[0] * cells[1]);
    }

    private static void assertSame(double[][] expected, double[][] actual) {
        for (int r = 0; r < expected.length; r++) {
            assertArrayEquals(expected[r], actual[r], "row " + r);
        }
    }

    private static double[][] mirror(double[][] rows) {
        double[][] result = new double[rows.length][rows[0].length];
        for (int r = 0; r < rows.length; r++) {
            for (int i = 0; i < rows[r].length; i++) {
                result[r][rows[r].length - 1 - i] = rows[r][i];
            }
        }
        return result;
    }

    private static double[][] transposed(double[][] rows) {
        double[][] result = new double[rows[0].length][rows.length];
        for (int r = 0; r < rows.length; r++) {
            for (int i = 0; i < rows[r].length; i++) {
                result[i][r] = rows[r][i];
            }
        }
        return result;
    }

    private static double[][] scaled(double[][] rows, double factor) {
        return Arrays.stream(rows)
                .map(row -> Arrays.stream(row).map(x -> factor * x).toArray())
                .toArray(double[][]::new);
    }

    private static double[] rotated(double[] x, int by) {
        double[] result = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            result[(i + by) % x.length] = x[i];
        }
        return result;
    }

    @Provide
    Arbitrary<TransportScheme> schemes() {
        return TransportSetting.schemes();
    }

    @Provide
    Arbitrary<TransportScheme> positiveSchemes() {
        return TransportSetting.positiveSchemes();
    }

    @Provide
    Arbitrary<double[]> masses() {
        return Arbitraries.doubles()
                .between(0, 1)
                .ofScale(5)
                .array(double[].class)
                .ofMinSize(3)
                .ofMaxSize(9);
    }

    @Provide
    Arbitrary<Integer> axis() {
        return Arbitraries.integers().between(0, 2);
    }

    @Provide
    Arbitrary<VelocityField> fields() {
        return FieldGenerators.fields(2);
    }

    /** Squares that are symmetric about the origin, all boundaries equal, so that both symmetries hold. */
    @Provide
    Arbitrary<CellMeasure> squares() {
        return Arbitraries.of(Boundary.values())
                .flatMap(boundary -> Arbitraries.integers().between(2, 7).flatMap(n -> {
                    Mesh mesh = Mesh.uniform(Domain.cube(2, -1, 1, boundary), n, n);
                    return Arbitraries.doubles()
                            .between(0, 1)
                            .ofScale(5)
                            .array(double[].class)
                            .ofSize(n)
                            .array(double[][].class)
                            .ofSize(n)
                            .map(rows -> new CellMeasure(mesh, rows));
                }));
    }
}
