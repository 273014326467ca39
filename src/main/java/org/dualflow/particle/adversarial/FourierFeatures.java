package org.dualflow.particle.adversarial;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.hipparchus.util.FastMath;

/**
 * A constant and m random waves √(2/m) cos(ω·x + b), ω ~ N(0, ℓ⁻² I), b uniform on [0, 2π). The products of the features of two
 * points have the Gaussian kernel of width ℓ as their mean, with a deviation of order m^(-1/2) (Rahimi, Recht 2007). A mixture of waves
 * whose weights are bounded relative to the law of ω and b is approximated in the square mean with an error of order m^(-1/2) (Rahimi,
 * Recht 2008).
 *
 * @see <a href="https://papers.nips.cc/paper/3182-random-features-for-large-scale-kernel-machines">Rahimi, Recht 2007</a>
 * @see <a href="https://papers.nips.cc/paper/3495-weighted-sums-of-random-kitchen-sinks-replacing-minimization-with">
 *     Rahimi, Recht 2008</a>
 */
public final class FourierFeatures implements Features {

    private final double[][] frequency;
    private final double[] phase;
    private final double height;

    /**
     * @param dimension 1 to 3
     * @param waves m, at least 1
     * @param scale ℓ, positive and finite
     * @param seed of the frequencies and phases; the first waves do not depend on m
     */
    public FourierFeatures(int dimension, int waves, double scale, long seed) {
        if (dimension < 1 || dimension > 3 || waves < 1) {
            throw new IllegalArgumentException("dimension, waves = " + dimension + ", " + waves
                    + ": 1 to 3 dimensions and at least 1 wave are allowed");
        }
        if (!(scale > 0) || Double.isInfinite(scale)) {
            throw new IllegalArgumentException("scale = " + scale + ": a positive finite number is allowed");
        }
        SplittableRandom random = new SplittableRandom(seed);
        frequency = new double[dimension][waves];
        phase = new double[waves];
        for (int k = 0; k < waves; k++) {
            for (int d = 0; d < dimension; d++) {
                frequency[d][k] = random.nextGaussian() / scale;
            }
            phase[k] = 2 * FastMath.PI * random.nextDouble();
        }
        height = FastMath.sqrt(2.0 / waves);
    }

    @Override
    public int size() {
        return 1 + phase.length;
    }

    private double angle(int k, double[][] x, int i) {
        double angle = phase[k];
        for (int d = 0; d < frequency.length; d++) {
            angle += frequency[d][k] * x[d][i];
        }
        return angle;
    }

    @Override
    public void fill(double[][] x, int n, double[][] out) {
        Arrays.fill(out[0], 0, n, 1);
        for (int k = 0; k < phase.length; k++) {
            for (int i = 0; i < n; i++) {
                out[1 + k][i] = height * FastMath.cos(angle(k, x, i));
            }
        }
    }

    @Override
    public void fillSlope(int component, double[] c, double[][] x, int n, double[] out) {
        Arrays.fill(out, 0, n, 0);
        for (int k = 0; k < phase.length; k++) {
            double factor = -height * c[1 + k] * frequency[component][k];
            for (int i = 0; i < n; i++) {
                out[i] += factor * FastMath.sin(angle(k, x, i));
            }
        }
    }
}
