package org.dualflow.measure;

import org.dualflow.mesh.Mesh;
import org.hipparchus.util.FastMath;

/**
 * Divergences between two measures on one mesh, from their cell masses a and b; for densities constant on cells they are
 * those of the densities. Natural logarithms, 0 log 0 = 0.
 */
public final class Divergences {

    private Divergences() {}

    /** ½ Σ |a - b|, the largest difference on a set; between 0 and 1 for probabilities. */
    public static double totalVariation(CellMeasure a, CellMeasure b) {
        return 0.5 * l1(a, b);
    }

    /** Σ |a - b| = ∫ |u - v| dx of the densities; between 0 and 2 for probabilities. */
    public static double l1(CellMeasure a, CellMeasure b) {
        return sum(a, b, (p, q) -> Math.abs(p - q));
    }

    /** max |a - b| / volume: the largest difference of the densities. */
    public static double lInfinity(CellMeasure a, CellMeasure b) {
        requireOneMesh(a.mesh(), b.mesh());
        Mesh mesh = a.mesh();
        double largest = 0;
        for (int r = 0; r < mesh.rows(); r++) {
            for (int i = 0; i < mesh.rowLength(); i++) {
                double volume = mesh.axis(0).cellUpper(i) - mesh.axis(0).cellLower(i);
                int index = r;
                for (int d = 1; d < mesh.dimension(); d++) {
                    int j = index % mesh.cells(d);
                    index /= mesh.cells(d);
                    volume *= mesh.axis(d).cellUpper(j) - mesh.axis(d).cellLower(j);
                }
                largest = Math.max(largest, Math.abs(a.rows()[r][i] - b.rows()[r][i]) / volume);
            }
        }
        return largest;
    }

    /**
     * Kullback–Leibler divergence of {@code a} from {@code b}: Σ a log(a/b) - a + b, where the last two cancel for equal
     * masses and make every term nonnegative. Infinite if a cell has {@code a > 0 = b}. Pinsker: at least ½ ‖a - b‖₁² for
     * probabilities.
     */
    public static double kullbackLeibler(CellMeasure a, CellMeasure b) {
        return sum(a, b, (p, q) -> {
            if (q == 0) {
                return p == 0 ? 0 : Double.POSITIVE_INFINITY;
            }
            return p == 0 ? q : p / q < 2 ? q * entropy((p - q) / q) : p * FastMath.log(p / q) - p + q;
        });
    }

    /**
     * Jensen–Shannon divergence ½ KL(a | m) + ½ KL(b | m), m = (a + b)/2; at most log 2 for probabilities, with equality
     * if and only if no cell has mass of both.
     */
    public static double jensenShannon(CellMeasure a, CellMeasure b) {
        return sum(a, b, (p, q) -> {
            double m = 0.5 * (p + q);
            double t = m == 0 ? 0 : (p - q) / (p + q);
            return 0.5 * m * (entropy(t) + entropy(-t));
        });
    }

    /** (1+t) log(1+t) - t for t ≥ -1, nonnegative; by its series near 0, where the two terms cancel. */
    private static double entropy(double t) {
        if (Math.abs(t) > 0.02) {
            return t == -1 ? 1 : (1 + t) * FastMath.log1p(t) - t;
        }
        // Σ (-t)^k / (k (k-1)), k ≥ 2; the first term left out is below 0.02⁸/90 of the sum.
        double sum = 0;
        for (int k = 9; k >= 2; k--) {
            sum = 1.0 / (k * (k - 1)) - t * sum;
        }
        return t * t * sum;
    }

    @FunctionalInterface
    private interface Term {
        double of(double a, double b);
    }

    private static double sum(CellMeasure a, CellMeasure b, Term term) {
        requireOneMesh(a.mesh(), b.mesh());
        CompensatedSum sum = new CompensatedSum();
        for (int r = 0; r < a.rows().length; r++) {
            for (int i = 0; i < a.rows()[r].length; i++) {
                double p = a.rows()[r][i];
                double q = b.rows()[r][i];
                if (!(p >= 0 && q >= 0 && p + q < Double.POSITIVE_INFINITY)) {
                    throw new IllegalArgumentException("masses of cell " + i + " of row " + r + " = " + p + ", " + q
                            + ": nonnegative finite numbers are allowed");
                }
                double value = term.of(p, q);
                if (value == Double.POSITIVE_INFINITY) {
                    return value;
                }
                sum.add(value);
            }
        }
        return sum.value();
    }

    private static void requireOneMesh(Mesh a, Mesh b) {
        boolean equal = a == b || a.dimension() == b.dimension();
        for (int d = 0; a != b && equal && d < a.dimension(); d++) {
            equal = java.util.Arrays.equals(a.axis(d).faces(), b.axis(d).faces());
        }
        if (!equal) {
            throw new IllegalArgumentException("meshes: two with different faces: measures on one mesh are allowed");
        }
    }
}
