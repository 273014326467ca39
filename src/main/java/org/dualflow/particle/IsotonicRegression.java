package org.dualflow.particle;

import org.dualflow.field.SortedOrder;
import org.dualflow.measure.ParticleMeasure;

/**
 * Weighted isotonic regression by pooling adjacent violators: replaces values by the nondecreasing ones that are
 * nearest in the weighted mean-square sense, in O(n). It is the L²-projection on monotone functions of the rank.
 *
 * <p>Source: R. E. Barlow, D. J. Bartholomew, J. M. Bremner, H. D. Brunk, <i>Statistical Inference under Order
 * Restrictions</i>, Wiley 1972. Holds its work arrays; one per thread.
 */
public final class IsotonicRegression {

    private final int[] order;
    private final double[] mean;
    private final double[] mass;
    private final int[] end;

    /** Takes the order of the particles of a measure on the line as the one to be kept; ties by index. */
    public IsotonicRegression(ParticleMeasure start) {
        this(SortedOrder.of(start.x(0)));
    }

    /**
     * @param order {@code order[rank]} is the index of the value that has this rank; a permutation, shared
     */
    public IsotonicRegression(int[] order) {
        this.order = order;
        this.mean = new double[order.length];
        this.mass = new double[order.length];
        this.end = new int[order.length];
    }

    /**
     * Projects in place. Values in order are left as they are, to the last bit; a pooled group gets one value. A group
     * of weight zero gets the midpoint.
     *
     * @param x values, changed
     * @param w weights, nonnegative
     */
    public void project(double[] x, double[] w) {
        int groups = 0;
        for (int rank = 0; rank < order.length; rank++) {
            int i = order[rank];
            double m = x[i];
            double weight = w[i];
            while (groups > 0 && mean[groups - 1] > m) {
                groups--;
                double total = mass[groups] + weight;
                m = mean[groups] + (m - mean[groups]) * (total > 0 ? weight / total : 0.5);
                weight = total;
            }
            mean[groups] = m;
            mass[groups] = weight;
            end[groups++] = rank + 1;
        }
        for (int g = 0, rank = 0; g < groups; g++) {
            for (; rank < end[g]; rank++) {
                x[order[rank]] = mean[g];
            }
        }
    }
}
