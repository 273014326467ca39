package org.dualflow.fv.implicit;

import java.util.Arrays;
import org.dualflow.measure.CompensatedSum;
import org.dualflow.mesh.Mesh;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a mesh that no flux connects, found by joining cells across faces of positive conductance. Each part keeps
 * its mass; a cell without target mass is a part of its own, in which nothing moves.
 */
final class Parts {

    /** Marks a cell without target mass. */
    private static final int EMPTY = -1;

    private final int rowLength;
    private final boolean hasEmptyCells;
    private final int @Nullable [] part;
    private final CompensatedSum[] sums;
    private final double[] masses;
    private final double[] factors;

    Parts(Mesh mesh, double[][] target, double[][][] conductances) {
        rowLength = mesh.rowLength();
        int[] labels = new int[mesh.size()];
        for (int c = 0; c < labels.length; c++) {
            labels[c] = target[c / rowLength][c % rowLength] > 0 ? c : EMPTY;
        }
        for (int d = 0; d < conductances.length; d++) {
            join(mesh, d, conductances[d], labels);
        }
        int count = 0;
        int[] number = new int[labels.length];
        boolean whole = true;
        for (int c = 0; c < labels.length; c++) {
            whole &= labels[c] != EMPTY;
            if (labels[c] == c) {
                number[c] = count++;
            }
        }
        for (int c = 0; c < labels.length; c++) {
            number[c] = labels[c] == EMPTY ? EMPTY : number[root(labels, c)];
        }
        hasEmptyCells = !whole;
        part = whole && count == 1 ? null : number;
        sums = new CompensatedSum[count];
        Arrays.setAll(sums, p -> new CompensatedSum());
        masses = new double[count];
        factors = new double[count];
    }

    private static void join(Mesh mesh, int d, double[][] conductance, int[] labels) {
        int stride = d == 0 ? 1 : d == 1 ? mesh.rowLength() : mesh.rowLength() * mesh.cells(1);
        int n = mesh.cells(d);
        for (int c = 0; c < labels.length; c++) {
            if (conductance[c / mesh.rowLength()][c % mesh.rowLength()] > 0) {
                int at = c / stride % n;
                int next = at + 1 < n ? c + stride : c - at * stride;
                int a = root(labels, c);
                int b = root(labels, next);
                labels[Math.max(a, b)] = Math.min(a, b);
            }
        }
    }

    private static int root(int[] labels, int c) {
        int at = c;
        while (labels[at] != at) {
            labels[at] = labels[labels[at]];
            at = labels[at];
        }
        return at;
    }

    /** Number of parts with target mass. */
    int count() {
        return masses.length;
    }

    /** Whether some cell has no target mass. */
    boolean hasEmptyCells() {
        return hasEmptyCells;
    }

    /** Σ over the parts of the differences between their masses in {@code a} and in {@code b}. */
    double gap(double[][] a, double[][] b) {
        double[] first = new double[masses.length];
        double[] second = new double[masses.length];
        sum(a, first);
        sum(b, second);
        double gap = 0;
        for (int p = 0; p < first.length; p++) {
            gap += Math.abs(first[p] - second[p]);
        }
        return gap;
    }

    /** Remembers the masses of the parts. */
    void remember(double[][] rows) {
        sum(rows, masses);
    }

    /** Multiplies the masses of every part by one number so that its mass is the one remembered. */
    void restore(double[][] rows) {
        sum(rows, factors);
        for (int p = 0; p < factors.length; p++) {
            factors[p] = factors[p] > 0 ? masses[p] / factors[p] : 1;
        }
        for (int r = 0; r < rows.length; r++) {
            double[] row = rows[r];
            if (part == null) {
                double factor = factors[0];
                for (int i = 0; i < row.length; i++) {
                    row[i] *= factor;
                }
            } else {
                for (int i = 0; i < row.length; i++) {
                    int p = part[r * rowLength + i];
                    row[i] *= p == EMPTY ? 1 : factors[p];
                }
            }
        }
    }

    private void sum(double[][] rows, double[] out) {
        for (CompensatedSum sum : sums) {
            sum.reset();
        }
        for (int r = 0; r < rows.length; r++) {
            if (part == null) {
                sums[0].addAll(rows[r], rows[r].length);
            } else {
                for (int i = 0; i < rows[r].length; i++) {
                    int p = part[r * rowLength + i];
                    if (p != EMPTY) {
                        sums[p].add(rows[r][i]);
                    }
                }
            }
        }
        for (int p = 0; p < out.length; p++) {
            out[p] = sums[p].value();
        }
    }
}
