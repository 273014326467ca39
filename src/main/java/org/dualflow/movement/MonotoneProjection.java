package org.dualflow.movement;

/**
 * The nondecreasing values nearest to given ones in a weighted mean square, by pooling adjacent violators in O(n). Values in order stay as
 * they are to the last bit; a pool gets one value. Holds work arrays; one per thread.
 *
 * <p>Source: R. E. Barlow, D. J. Bartholomew, J. M. Bremner, H. D. Brunk, <i>Statistical Inference under Order Restrictions</i>,
 * Wiley 1972. {@code org.dualflow.particle} has the same for particles in any order.
 */
final class MonotoneProjection {

    private final double[] mean;
    private final double[] mass;
    private final int[] end;
    private int pools;

    MonotoneProjection(int n) {
        this.mean = new double[n];
        this.mass = new double[n];
        this.end = new int[n];
    }

    /** Projects {@code v[from … to-1]} in place, with positive weights {@code w}. */
    void project(double[] v, double[] w, int from, int to) {
        int top = 0;
        for (int i = from; i < to; i++) {
            double m = v[i];
            double weight = w[i];
            while (top > 0 && mean[top - 1] > m) {
                top--;
                weight += mass[top];
                m += (mean[top] - m) * (mass[top] / weight);
            }
            mean[top] = m;
            mass[top] = weight;
            end[top++] = i + 1;
        }
        pools = top;
        for (int p = 0, i = from; p < top; p++) {
            for (; i < end[p]; i++) {
                v[i] = mean[p];
            }
        }
    }

    /** Number of pools of the last projection. */
    int pools() {
        return pools;
    }

    /** One after the last index of pool {@code p}. */
    int end(int p) {
        return end[p];
    }

    /** Weight of pool {@code p}. */
    double mass(int p) {
        return mass[p];
    }

    /** Value of pool {@code p}. */
    double mean(int p) {
        return mean[p];
    }
}
