package org.dualflow.validation.certificate;

/** Derivative at a node of the polynomial through at most five neighbouring nodes (Lagrange, any spacing). */
final class FaceDensity {

    private static final int REACH = 2;

    private FaceDensity() {}

    /**
     * @param x nodes, increasing
     * @param f values
     * @param at the node
     * @param first first node that may be used
     * @param last last node that may be used, {@code first ≤ at ≤ last}, {@code first < last}
     */
    static double at(double[] x, double[] f, int at, int first, int last) {
        int from = Math.max(first, Math.min(at - REACH, last - 2 * REACH));
        int to = Math.min(last, Math.max(at + REACH, first + 2 * REACH));
        double derivative = 0;
        double own = 0;
        for (int j = from; j <= to; j++) {
            if (j == at) {
                continue;
            }
            double weight = 1 / (x[j] - x[at]);
            for (int m = from; m <= to; m++) {
                if (m != j && m != at) {
                    weight *= (x[at] - x[m]) / (x[j] - x[m]);
                }
            }
            derivative += weight * f[j];
            own -= weight;
        }
        return derivative + own * f[at];
    }
}
