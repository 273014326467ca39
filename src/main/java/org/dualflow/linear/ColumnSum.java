package org.dualflow.linear;

import java.util.Arrays;

/**
 * A sum over all cells of a mesh, row by row into one sum per column: the order is fixed, rounding grows with the number of
 * rows and columns and not of cells, and the loops have no chain of sums.
 */
final class ColumnSum {

    private final float[] columns;

    ColumnSum(int n) {
        columns = new float[n];
    }

    void clear() {
        Arrays.fill(columns, 0);
    }

    /** Adds {@code w[i] a[i] b[i]}. */
    void add(float[] w, float[] a, float[] b) {
        float[] s = columns;
        for (int i = 0; i < s.length; i++) {
            s[i] += w[i] * a[i] * b[i];
        }
    }

    /** Adds {@code w[i] |a[i]|}. */
    void addMagnitudes(float[] w, float[] a) {
        float[] s = columns;
        for (int i = 0; i < s.length; i++) {
            s[i] += w[i] * Math.abs(a[i]);
        }
    }

    double total() {
        double total = 0;
        for (float s : columns) {
            total += s;
        }
        return total;
    }
}
