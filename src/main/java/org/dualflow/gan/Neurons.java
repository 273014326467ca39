package org.dualflow.gan;

import java.util.Arrays;
import org.dualflow.measure.Measure;
import org.dualflow.measure.Reductions;

/**
 * The neurons of a law as one list: weight times outer weights, inner weights and bias. Consecutive points of a block that
 * share inner weights and bias, like the cells of a row, become one neuron, since a network is linear in outer weights; those
 * that cancel, or have no mass, are left out. Reusable.
 */
final class Neurons implements Measure.BlockVisitor {

    private final NeuronShape shape;
    private final double[][] outer;
    private final double[][] inner;
    private int size;

    Neurons(NeuronShape shape) {
        this.shape = shape;
        this.outer = new double[shape.outer()][0];
        this.inner = new double[shape.inner() + 1][0];
    }

    /** Replaces the list by the neurons of a measure. */
    void take(Measure measure) {
        size = 0;
        measure.forEachBlock(this);
    }

    int size() {
        return size;
    }

    /** Weight times outer weight {@code i} of all neurons. */
    double[] outer(int i) {
        return outer[i];
    }

    /** Inner weight {@code j} of all neurons; the bias for the last {@code j}. */
    double[] inner(int j) {
        return inner[j];
    }

    @Override
    public void visit(double[][] x, double[] w, int n) {
        for (int from = 0; from < n; ) {
            int to = from + 1;
            while (to < n && isSame(x, shape.outer(), to - 1, to)) {
                to++;
            }
            add(x, w, from, to);
            from = to;
        }
    }

    /** Whether two points agree in all coordinates from {@code first} on. */
    static boolean isSame(double[][] x, int first, int a, int b) {
        for (int d = first; d < x.length; d++) {
            if (x[d][a] != x[d][b]) {
                return false;
            }
        }
        return true;
    }

    private void add(double[][] x, double[] w, int from, int to) {
        if (size == inner[0].length) {
            int capacity = Math.max(1024, size + size / 2);
            for (int i = 0; i < outer.length; i++) {
                outer[i] = Arrays.copyOf(outer[i], capacity);
            }
            for (int j = 0; j < inner.length; j++) {
                inner[j] = Arrays.copyOf(inner[j], capacity);
            }
        }
        boolean matters = false;
        for (int i = 0; i < outer.length; i++) {
            double sum = Reductions.dot(w, x[i], from, to);
            outer[i][size] = sum;
            matters |= sum != 0;
        }
        for (int j = 0; j < inner.length; j++) {
            inner[j][size] = x[outer.length + j][from];
        }
        size += matters ? 1 : 0;
    }
}
