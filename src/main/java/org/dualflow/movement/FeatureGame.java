package org.dualflow.movement;

import java.util.function.Function;
import org.hipparchus.util.FastMath;

/**
 * A kernel critic against a measure on the line, as a dual flow: the generator ν in P₂(R), the critic D in a space of functions with
 * reproducing kernel K, here spanned by Fourier features,
 *
 * <pre>  E(ν, D) = ∫ D d(data) - ∫ D dν - l/2 |D|²_K,     x' = D'(x) for x in ν,     ∂t D = K * (data - ν) - l D,</pre>
 *
 * which ν lowers and D raises. It is the kernel discriminator of [DMTW] with weight decay in place of the gradient penalty, and independent
 * particles. Coordinates of D are the coefficients of s_k cos ω_k x, then of s_k sin ω_k x, in which |D|_K is Euclidean and
 * K(x, y) = Σ s_k² cos ω_k(x - y). With fixed coefficients λ of the generator is that of a {@link Potential}; the game is not monotone.
 *
 * @see <a href="https://arxiv.org/abs/2212.04580">Durr, Mroueh, Tu, Wang 2023</a>
 */
public final class FeatureGame {

    private final LineFeatures features;

    private FeatureGame(LineFeatures features) {
        this.features = features;
    }

    /**
     * A Gaussian kernel of height one on a circle: frequencies πk/reach, k = 1 … m, with K's spectrum.
     *
     * @param width standard width ℓ of the kernel, positive
     * @param reach half the length of the circle, positive; meant to be large against ℓ and the data
     * @param m number of frequencies, at least 1
     */
    public static FeatureGame gaussian(double width, double reach, int m) {
        if (!(width > 0 && width < Double.POSITIVE_INFINITY && reach > 0 && reach < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "width, reach = " + width + ", " + reach + ": positive finite numbers are allowed");
        }
        if (m < 1) {
            throw new IllegalArgumentException("frequencies = " + m + ": at least 1 is allowed");
        }
        double[] frequencies = new double[m];
        double[] scales = new double[m];
        double sum = 0;
        for (int k = 0; k < m; k++) {
            frequencies[k] = FastMath.PI * (k + 1) / reach;
            scales[k] = FastMath.exp(-0.25 * frequencies[k] * frequencies[k] * width * width);
            sum += scales[k] * scales[k];
        }
        for (int k = 0; k < m; k++) {
            scales[k] /= FastMath.sqrt(sum);
        }
        return new FeatureGame(new LineFeatures(frequencies, scales, 0));
    }

    /** Number of coordinates of a critic. */
    public int coordinates() {
        return features.size();
    }

    /** ∂_x ∂_y K at x - y = r: how strongly a displacement at y is felt as a slope at x. */
    public double stiffness(double r) {
        double sum = 0;
        for (int k = 0; k < features.frequencies().length; k++) {
            double f = features.scales()[k] * features.frequencies()[k];
            sum += f * f * FastMath.cos(features.frequencies()[k] * r);
        }
        return sum;
    }

    /**
     * The game against atoms of equal mass.
     *
     * @param space where the generator moves
     * @param decay l, positive
     * @param data places of the data
     */
    public DualFlow<LineEnergy, SmoothEnergy> against(QuantileSpace space, double decay, double... data) {
        if (!(decay > 0)) {
            throw new IllegalArgumentException("decay = " + decay + ": a positive number is allowed");
        }
        double[] target = new double[coordinates()];
        for (double x : data) {
            features.add(x, 1.0 / data.length, target);
        }
        double[] w = space.weights();
        Function<double[], LineEnergy> generator = critic -> new PotentialEnergy(w, features.downhill(critic));
        Function<double[], SmoothEnergy> critic = x -> {
            double[] force = new double[coordinates()];
            for (int i = 0; i < x.length; i++) {
                features.add(x[i], w[i], force);
            }
            for (int k = 0; k < force.length; k++) {
                force[k] -= target[k];
            }
            return new QuadraticEnergy(decay, force);
        };
        return new DualFlow<>(
                Player.of("generator", space, generator),
                Player.of("critic", EuclideanSpace.of(coordinates()), critic),
                Double.NEGATIVE_INFINITY);
    }
}
