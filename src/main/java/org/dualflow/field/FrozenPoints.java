package org.dualflow.field;

import java.util.Arrays;
import org.dualflow.measure.CompensatedSum;
import org.dualflow.measure.Measure;

/** A snapshot of the points of a measure in flat arrays that are used again. */
final class FrozenPoints implements Measure.BlockVisitor {

    private final boolean onlyPositive;
    double[][] x;
    double[] w = new double[0];
    int size;
    private final CompensatedSum sum = new CompensatedSum();

    /**
     * @param onlyPositive whether points of weight zero are left out
     */
    FrozenPoints(int dimension, boolean onlyPositive) {
        this.x = new double[dimension][0];
        this.onlyPositive = onlyPositive;
    }

    void copy(Measure measure) {
        if (w.length < measure.size()) {
            w = new double[measure.size()];
            x = new double[x.length][measure.size()];
        }
        size = 0;
        measure.forEachBlock(this);
    }

    double mass() {
        sum.reset();
        sum.addAll(w, size);
        return sum.value();
    }

    @Override
    public void visit(double[][] from, double[] weights, int n) {
        if (!onlyPositive) {
            System.arraycopy(weights, 0, w, size, n);
            for (int d = 0; d < x.length; d++) {
                System.arraycopy(from[d], 0, x[d], size, n);
            }
            size += n;
            return;
        }
        for (int i = 0; i < n; i++) {
            if (weights[i] != 0) {
                w[size] = weights[i];
                for (int d = 0; d < x.length; d++) {
                    x[d][size] = from[d][i];
                }
                size++;
            }
        }
    }

    /** Whether a batch consists of these points, in their order. */
    boolean equalsBatch(double[][] batch, int n) {
        if (n != size) {
            return false;
        }
        for (int d = 0; d < x.length; d++) {
            if (!Arrays.equals(x[d], 0, n, batch[d], 0, n)) {
                return false;
            }
        }
        return true;
    }
}
