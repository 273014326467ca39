package org.dualflow.measure;

import org.hipparchus.random.SobolSequenceGenerator;

/**
 * Points spread evenly over the unit cube of any dimension: Sobol's sequence, in which every coordinate is then replaced by
 * its rank. The discrepancy of the sequence is O(log^d n / n).
 *
 * <p>Source: I. M. Sobol, USSR Comput. Math. Math. Phys. 7 (1967), doi:10.1016/0041-5553(67)90144-9, with the direction
 * numbers of S. Joe, F. Y. Kuo, SIAM J. Sci. Comput. 30 (2008), doi:10.1137/070709359.
 */
final class EvenPoints {

    private EvenPoints() {}

    /**
     * {@code n} points of which every coordinate takes each of the values (k + ½)/n once.
     *
     * @return {@code x[dimension][n]}
     */
    static double[][] latin(int dimension, int n) {
        SobolSequenceGenerator sequence = new SobolSequenceGenerator(dimension);
        double[][] place = new double[dimension][n];
        for (int i = 0; i < n; i++) {
            double[] point = sequence.nextVector();
            for (int d = 0; d < dimension; d++) {
                place[d][i] = point[d];
            }
        }
        double[][] x = new double[dimension][n];
        for (int d = 0; d < dimension; d++) {
            double[] index = new double[n];
            for (int i = 0; i < n; i++) {
                index[i] = i;
            }
            RadixSort.sort(place[d], index);
            for (int rank = 0; rank < n; rank++) {
                x[d][(int) index[rank]] = (rank + 0.5) / n;
            }
        }
        return x;
    }
}
