package org.dualflow.measure;

/**
 * A nonnegative measure as weighted points. Both discretisations are of this form, so a model's couplings (means,
 * network outputs, kernel sums) are sums over points and know neither grid nor particles.
 */
public interface Measure {

    /** Number of coordinates of a point. */
    int dimension();

    /** Number of points, those of weight zero included. */
    int size();

    /**
     * Visits all points in blocks, always in the same order, so that a sum over them is reproducible to the last bit.
     * The arrays belong to the measure: they must not be kept or changed.
     */
    void forEachBlock(BlockVisitor visitor);

    /** The sum of all weights, compensated. */
    default double mass() {
        CompensatedSum sum = new CompensatedSum();
        forEachBlock((x, w, n) -> sum.addAll(w, n));
        return sum.value();
    }

    /** Takes one block of points. */
    @FunctionalInterface
    interface BlockVisitor {
        /**
         * @param x coordinates, {@code x[dimension][≥ n]}
         * @param w weights, {@code w[≥ n]}
         * @param n number of points of the block
         */
        void visit(double[][] x, double[] w, int n);
    }
}
