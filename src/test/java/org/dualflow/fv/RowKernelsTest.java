package org.dualflow.fv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kernel against its formula as books have it, at hundreds of random values; cells outside of the range are left alone. */
class RowKernelsTest {

    private static final int N = 400;
    private static final int FROM = 3;
    private static final int TO = 396;
    private static final double UNTOUCHED = 7;
    /** Values are below 10 and are rounded less than fifty times, or drawn in by 2⁻⁴⁸. */
    private static final double ROUNDING = 1e-13;

    private final RowKernels kernels = RowKernels.provided();
    private final SplittableRandom random = new SplittableRandom(5);

    private double[] row(double lower, double upper) {
        return random.doubles(N, lower, upper).toArray();
    }

    private static double[] out() {
        double[] out = new double[N];
        Arrays.fill(out, UNTOUCHED);
        return out;
    }

    private static void assertRow(IntToDoubleFunction expected, double[] found) {
        double[] row = new double[N];
        Arrays.setAll(row, i -> i >= FROM && i < TO ? expected.applyAsDouble(i) : UNTOUCHED);
        assertArrayEquals(row, found, ROUNDING);
    }

    private static double phi(String limiter, double x, double y) {
        if (x * y <= 0) {
            return 0;
        }
        double small = Math.min(Math.abs(x), Math.abs(y));
        double large = Math.max(Math.abs(x), Math.abs(y));
        return Math.signum(x)
                * switch (limiter) {
                    case "NONE" -> 0;
                    case "MINMOD" -> small;
                    case "VAN_LEER" -> 2 * small * large / (small + large);
                    case "MC" -> Math.min(2 * small, 0.5 * (small + large));
                    default -> Math.max(Math.min(2 * small, large), Math.min(small, 2 * large));
                };
    }

    private static Limiter limiter(String name) {
        return switch (name) {
            case "NONE" -> Limiter.NONE;
            case "MINMOD" -> Limiter.MINMOD;
            case "VAN_LEER" -> Limiter.VAN_LEER;
            case "MC" -> Limiter.MC;
            default -> Limiter.SUPERBEE;
        };
    }

    @ParameterizedTest
    @CsvSource({"NONE", "MINMOD", "VAN_LEER", "MC", "SUPERBEE"})
    void limitedSlopesOfUniformCells(String name) {
        double[] below = row(0, 1);
        double[] here = row(0, 1);
        double[] above = row(0, 1);
        double[] low = out();
        double[] high = out();
        kernels.limited(limiter(name), below, here, above, low, high, FROM, TO);
        IntToDoubleFunction half = i -> 0.5 * phi(name, here[i] - below[i], above[i] - here[i]);
        assertRow(i -> here[i] - half.applyAsDouble(i), low);
        assertRow(i -> here[i] + half.applyAsDouble(i), high);
    }

    /** With differences scaled on both sides, and never more than the steepness times the smaller one. */
    @ParameterizedTest
    @CsvSource({"NONE", "MINMOD", "VAN_LEER", "MC", "SUPERBEE"})
    void limitedSlopesOfGradedCells(String name) {
        double[] below = row(0, 1);
        double[] here = row(0, 1);
        double[] above = row(0, 1);
        double[] alpha = row(0.5, 2);
        double[] beta = row(0.5, 2);
        double[] low = out();
        double[] high = out();
        kernels.limited(limiter(name), below, here, above, alpha, beta, low, high, FROM, TO);
        double most = limiter(name).steepness();
        int[] cut = {0};
        IntToDoubleFunction half = i -> {
            double x = here[i] - below[i];
            double y = above[i] - here[i];
            double free = 0.5 * phi(name, alpha[i] * x, beta[i] * y);
            double bound = most * Math.min(Math.abs(x), Math.abs(y));
            cut[0] += Math.abs(free) > bound ? 1 : 0;
            return Math.signum(free) * Math.min(Math.abs(free), bound);
        };
        assertRow(i -> here[i] - half.applyAsDouble(i), low);
        assertRow(i -> here[i] + half.applyAsDouble(i), high);
        assertTrue(name.equals("NONE") || cut[0] > 0, "nothing was cut");
    }

    /**
     * WENO-Z: three parabolas' values at the face, weighted by (1, 6, 3)/10 times 1 + (τ/β)², τ = |β₀ - β₂|, β those of Jiang and Shu; then
     * both ends are drawn to the mean until they, and the value in the middle of the quartic's quadrature, are not negative.
     */
    @Test
    void wenoIsThatOfItsPapers() {
        double[][] m = {row(0, 1), row(0, 1), row(0, 1), row(0, 1), row(0, 1)};
        // Some smooth data, some beside nothing, some that has to be drawn in.
        for (int i = 0; i < N; i += 2) {
            for (int k = 0; k < 5; k++) {
                m[k][i] = i % 4 == 0 ? 2 + Math.sin(0.01 * i + 0.3 * k) : k < 3 ? 1e-3 * m[k][i] : m[k][i];
            }
        }
        double[] low = out();
        double[] high = out();
        kernels.weno(m, low, high, FROM, TO);
        int[] drawn = {0};
        double[][] expected = new double[2][N];
        for (int i = FROM; i < TO; i++) {
            double upper = face(m[0][i], m[1][i], m[2][i], m[3][i], m[4][i]);
            double lower = face(m[4][i], m[3][i], m[2][i], m[1][i], m[0][i]);
            double middle = 1.2 * m[2][i] - 0.1 * (lower + upper);
            double least = Math.min(middle, Math.min(lower, upper));
            double theta = least < 0 ? m[2][i] / (m[2][i] - least) : 1;
            drawn[0] += least < 0 ? 1 : 0;
            expected[0][i] = m[2][i] + theta * (lower - m[2][i]);
            expected[1][i] = m[2][i] + theta * (upper - m[2][i]);
            assertTrue(low[i] >= 0 && high[i] >= 0);
        }
        assertRow(i -> expected[0][i], low);
        assertRow(i -> expected[1][i], high);
        assertTrue(drawn[0] > 10 && drawn[0] < 300, drawn[0] + " were drawn in");
    }

    private static double face(double a, double b, double c, double d, double e) {
        double b0 = 13.0 / 12 * square(a - 2 * b + c) + 0.25 * square(a - 4 * b + 3 * c);
        double b1 = 13.0 / 12 * square(b - 2 * c + d) + 0.25 * square(b - d);
        double b2 = 13.0 / 12 * square(c - 2 * d + e) + 0.25 * square(3 * c - 4 * d + e);
        double tau = Math.abs(b0 - b2);
        double w0 = 0.1 * (1 + square(tau / (b0 + 1e-40)));
        double w1 = 0.6 * (1 + square(tau / (b1 + 1e-40)));
        double w2 = 0.3 * (1 + square(tau / (b2 + 1e-40)));
        double sum = w0 + w1 + w2;
        return (w0 * (2 * a - 7 * b + 11 * c) + w1 * (-b + 5 * c + 2 * d) + w2 * (2 * c + 5 * d - e)) / (6 * sum);
    }

    private static double square(double x) {
        return x * x;
    }

    /** A kernel's flux is twice the physical one. */
    @Test
    void upwindFluxes() {
        double[] below = row(0, 1);
        double[] here = row(0, 1);
        double[] above = row(0, 1);
        double[] a = row(-1, 1);
        double[] b = row(-1, 1);
        double[] f = out();
        double[] g = out();
        kernels.upwind(below, here, a, f, FROM, TO);
        assertRow(i -> 2 * (a[i] > 0 ? a[i] * below[i] : a[i] * here[i]), f);
        Arrays.fill(f, UNTOUCHED);
        kernels.upwind(below, here, a, f, above, b, g, FROM, TO);
        assertRow(i -> 2 * (a[i] > 0 ? a[i] * below[i] : a[i] * here[i]), f);
        assertRow(i -> 2 * (b[i] > 0 ? b[i] * here[i] : b[i] * above[i]), g);
        double[] low = out();
        double[] high = out();
        kernels.donor(here, a, low, high, FROM, TO);
        assertRow(i -> 2 * Math.min(a[i], 0) * here[i], low);
        assertRow(i -> 2 * Math.max(a[i], 0) * here[i], high);
    }

    @Test
    void sumsAndDifferences() {
        double[] x = row(-1, 1);
        double[] y = row(-1, 1);
        double[] t = row(-1, 1);
        double[] z = row(-1, 1);
        double[] out = out();
        kernels.add(x, y, out, FROM, TO);
        assertRow(i -> x[i] + y[i], out);
        kernels.difference(x, y, 0.3, out, FROM, TO);
        assertRow(i -> 0.3 * (y[i] - x[i]), out);
        kernels.addDifference(z, t, 0.7, out, FROM, TO);
        assertRow(i -> 0.3 * (y[i] - x[i]) + 0.7 * (t[i] - z[i]), out);
        kernels.subtract(x, 0.4, out, FROM, TO);
        assertRow(i -> 0.3 * (y[i] - x[i]) + 0.7 * (t[i] - z[i]) - 0.4 * x[i], out);
        kernels.euler(x, y, out, FROM, TO);
        assertRow(i -> x[i] - y[i], out);
        kernels.relax(x, y, z, 0.25, out, FROM, TO);
        assertRow(i -> 0.75 * (x[i] - y[i]) + 0.25 * z[i], out);
        kernels.scale(x, 3, out, FROM, TO);
        assertRow(i -> 3 * x[i], out);
        kernels.scale(x, y, out, FROM, TO);
        assertRow(i -> y[i] * x[i], out);
    }

    /** A stage in the plane, with and without the start mixed in, inspected or not: the defect is twice what is negative, and adds up. */
    @ParameterizedTest
    @CsvSource({"0, false", "0, true", "0.75, false", "0.75, true"})
    void aStageOfThePlane(double weight, boolean inspected) {
        double[] m = row(0, 1);
        double[] west = row(0, 1);
        double[] east = row(0, 1);
        double[] south = row(0, 1);
        double[] north = row(0, 1);
        double[] start = row(0, 1);
        double[] out = out();
        double[] defect = out();
        kernels.advance(m, west, east, 0.9, south, north, 0.4, start, weight, out, defect, inspected, FROM, TO);
        double[] expected = new double[N];
        int negative = 0;
        for (int i = FROM; i < TO; i++) {
            double v = m[i] - 0.9 * (east[i] - west[i]) - 0.4 * (north[i] - south[i]);
            expected[i] = (1 - weight) * v + weight * start[i];
            negative += expected[i] < 0 ? 1 : 0;
        }
        assertTrue(negative > 0);
        assertRow(i -> expected[i], out);
        assertRow(i -> UNTOUCHED + (inspected ? -2 * Math.min(0, expected[i]) : 0), defect);
        kernels.defect(out, defect, FROM, TO);
        assertRow(i -> UNTOUCHED - (inspected ? 4 : 2) * Math.min(0, expected[i]), defect);
        double[] good = {1, 0, 2};
        double[] none = new double[3];
        kernels.defect(good, none, 0, 3);
        assertArrayEquals(new double[3], none, 0);
        assertEquals(Double.doubleToLongBits(0.0), Double.doubleToLongBits(none[1]));
    }
}
