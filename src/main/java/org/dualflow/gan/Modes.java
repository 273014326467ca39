package org.dualflow.gan;

import java.util.Arrays;
import org.dualflow.measure.Measure;
import org.hipparchus.util.FastMath;

/**
 * Named places that a generated law should cover, and how well it does. Every point belongs to the nearest centre, the first
 * of equals; p_m is the share of a law's mass that belongs to centre m, q_m that of the data.
 *
 * <ul>
 *   <li><em>Coverage</em> Σ min(p_m, q_m) = 1 - ½ Σ |p_m - q_m|: 1 if every mode has its share, q_m if all mass is in mode m,
 *       0 if all of it is where no data are.
 *   <li><em>Divergence</em> Σ p_m ln(p_m/q_m) (0 ln 0 = 0): 0 if every mode has its share, -ln q_m if all mass is in mode m,
 *       infinite if there is mass in a mode without data. For M modes of one size it is ln M + Σ p_m ln p_m. It is the reverse
 *       Kullback-Leibler divergence by which GANs are judged on data with known modes, see Metz, Poole, Pfau and
 *       Sohl-Dickstein, arXiv 1611.02163.
 * </ul>
 *
 * <p>Both see shares only: a law with all its mass on the centres scores as well as the data. The distance to the data sees
 * that. A law of n nodes is told to within the largest weight of a node.
 *
 * <p>Immutable.
 */
public final class Modes {

    /** Most modes. */
    public static final int MOST = 100;

    private final double[][] centres;

    private Modes(double[][] centres) {
        this.centres = centres;
    }

    /**
     * Modes at given centres.
     *
     * @param centres {@code centres[modes][data dimension]}, copied
     * @throws IllegalArgumentException unless there are 2 to {@value #MOST} different ones with finite coordinates, all of one
     *     dimension
     */
    public static Modes at(double[]... centres) {
        if (centres.length < 2 || centres.length > MOST) {
            throw new IllegalArgumentException("modes = " + centres.length + ": 2 to " + MOST + " are allowed");
        }
        double[][] copy = new double[centres.length][];
        for (int m = 0; m < copy.length; m++) {
            copy[m] = centres[m].clone();
            for (double coordinate : copy[m]) {
                if (!Double.isFinite(coordinate)) {
                    throw new IllegalArgumentException(
                            "modes[" + m + "] = " + coordinate + ": finite numbers are allowed");
                }
            }
            if (copy[m].length != copy[0].length) {
                throw new IllegalArgumentException("modes[" + m + "]: " + copy[m].length + " coordinates: as many as"
                        + " the first has, " + copy[0].length + ", are allowed");
            }
            for (int k = 0; k < m; k++) {
                if (Arrays.equals(copy[k], copy[m])) {
                    throw new IllegalArgumentException(
                            "modes[" + m + "]: the same as modes[" + k + "]: different centres are allowed");
                }
            }
        }
        return new Modes(copy);
    }

    /** Number of modes. */
    public int size() {
        return centres.length;
    }

    /** Number of coordinates. */
    public int dimension() {
        return centres[0].length;
    }

    /** Shares p_m of the mass of a measure of positive mass. */
    public double[] shares(Measure measure) {
        double[] shares = new double[centres.length];
        measure.forEachBlock((x, w, n) -> {
            for (int i = 0; i < n; i++) {
                shares[nearest(x, i)] += w[i];
            }
        });
        double mass = measure.mass();
        for (int m = 0; m < shares.length; m++) {
            shares[m] /= mass;
        }
        return shares;
    }

    private int nearest(double[][] x, int i) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int m = 0; m < centres.length; m++) {
            double square = 0;
            for (int d = 0; d < x.length; d++) {
                square += (x[d][i] - centres[m][d]) * (x[d][i] - centres[m][d]);
            }
            if (square < least) {
                least = square;
                nearest = m;
            }
        }
        return nearest;
    }

    /** Σ min(p_m, q_m). */
    public static double coverage(double[] p, double[] q) {
        double sum = 0;
        for (int m = 0; m < p.length; m++) {
            sum += Math.min(p[m], q[m]);
        }
        return sum;
    }

    /** Σ p_m ln(p_m/q_m). */
    public static double divergence(double[] p, double[] q) {
        double sum = 0;
        for (int m = 0; m < p.length; m++) {
            sum += p[m] > 0 ? p[m] * FastMath.log(p[m] / q[m]) : 0;
        }
        return sum;
    }
}
