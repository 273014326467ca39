package org.dualflow.linear;

import java.util.Arrays;

/**
 * A sum over all cells of a mesh, row by row into one sum per column: the order is fixed, rounding grows with the number of
 * rows and columns and not of cells, and the loops have no chain of sums.
 */
final class ColumnSum {

    private final double[] columns;

    ColumnSum(int n) {
        columns = new double[n];
    }

    void clear() {
        Arrays.fill(columns, 0);
    }

    /** Adds {@code a[i] b[i]}. */
    void add(double[] a, double[] b) {
        double[] s = columns;
        for (int i = 0; i < s.length; i++) {
            s[i] = Math.fma(a[i], b[i], s[i]);
        }
    }

    /** Adds {@code |a[i]|}. */
    void addMagnitudes(double[] a) {
        double[] s = columns;
        for (int i = 0; i < s.length; i++) {
            s[i] += Math.abs(a[i]);
        }
    }

    double total() {
        double total = 0;
        for (double s : columns) {
            total += s;
        }
        return total;
    }
}
