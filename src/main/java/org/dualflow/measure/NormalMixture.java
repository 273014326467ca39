package org.dualflow.measure;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.hipparchus.util.FastMath;

/**
 * A mixture Σ w_k N(μ_k, diag(s_k²)) of normal laws with independent coordinates: a normal law,
 * clusters, or samples smoothed by a Gaussian kernel. All quantities of a batch of points are sums over the components,
 * O(components · points).
 *
 * <p>Immutable.
 */
public final class NormalMixture implements SmoothLaw {

    private final double[] weights;
    private final double[][] means;
    private final double[][] sds;
    private final Law laws;

    /**
     * @param weights w_k, nonnegative, of sum 1 up to 1e-12, copied
     * @param means {@code means[dimension][components]}, finite, copied
     * @param sds {@code sds[dimension][components]}, positive and finite, copied
     */
    public NormalMixture(double[] weights, double[][] means, double[][] sds) {
        this.weights = Weights.probability("weights", weights);
        if (means.length < 1 || means.length > Domain.MAX_DIMENSION || sds.length != means.length) {
            throw new IllegalArgumentException("means, sds: " + means.length + ", " + sds.length
                    + " coordinates: equal numbers from 1 to " + Domain.MAX_DIMENSION + " are allowed");
        }
        this.means = copy("means", means, weights.length);
        this.sds = copy("sds", sds, weights.length);
        this.laws = dimension() == 1 ? line() : mixture();
    }

    private MixtureOfLaws mixture() {
        ProductLaw[] products = new ProductLaw[weights.length];
        for (int k = 0; k < products.length; k++) {
            LineLaw[] factors = new LineLaw[means.length];
            for (int d = 0; d < factors.length; d++) {
                factors[d] = new NormalLaw(means[d][k], sds[d][k]);
            }
            products[k] = ProductLaw.of(factors);
        }
        return new MixtureOfLaws(weights, List.of(products));
    }

    /**
     * The same law as one on the line.
     *
     * @throws IllegalStateException in more than one dimension
     */
    public LineLaw line() {
        if (dimension() != 1) {
            throw new IllegalStateException("dimension = " + dimension() + ": 1 is allowed");
        }
        NormalLaw[] normals = new NormalLaw[weights.length];
        for (int k = 0; k < normals.length; k++) {
            normals[k] = new NormalLaw(means[0][k], sds[0][k]);
        }
        return normals.length == 1 ? normals[0] : new MixtureLaw(weights, List.of(normals));
    }

    private static double[][] copy(String name, double[][] values, int components) {
        double[][] copy = new double[values.length][];
        for (int d = 0; d < values.length; d++) {
            if (values[d].length != components) {
                throw new IllegalArgumentException(name + "[" + d + "]: " + values[d].length
                        + " numbers: one per component, " + components + ", is allowed");
            }
            copy[d] = values[d].clone();
        }
        return copy;
    }

    /**
     * One normal law.
     *
     * @param mean one number per coordinate
     * @param sd positive, one for all coordinates
     */
    public static NormalMixture normal(double sd, double... mean) {
        double[][] means = new double[mean.length][1];
        double[][] sds = new double[mean.length][1];
        for (int d = 0; d < mean.length; d++) {
            means[d][0] = mean[d];
            sds[d][0] = sd;
        }
        return new NormalMixture(new double[] {1}, means, sds);
    }

    /**
     * Samples smoothed by a Gaussian kernel, with a bandwidth per coordinate.
     *
     * @param samples weighted points, finite
     * @param bandwidth standard deviation of the kernel, one positive number per coordinate
     */
    public static NormalMixture smoothed(ParticleMeasure samples, double... bandwidth) {
        if (bandwidth.length != samples.dimension()) {
            throw new IllegalArgumentException("bandwidth: " + bandwidth.length + " numbers: one per coordinate, "
                    + samples.dimension() + ", is allowed");
        }
        double[][] means = new double[bandwidth.length][];
        double[][] sds = new double[bandwidth.length][samples.size()];
        for (int d = 0; d < bandwidth.length; d++) {
            if (!(bandwidth[d] > 0 && bandwidth[d] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "bandwidth[" + d + "] = " + bandwidth[d] + ": a positive finite number is allowed");
            }
            means[d] = samples.x(d);
            Arrays.fill(sds[d], bandwidth[d]);
        }
        return new NormalMixture(samples.weights(), means, sds);
    }

    /**
     * Scott's rule: the bandwidth s n^(-1/(dimension + 4)) per coordinate, s its standard deviation; asymptotically
     * optimal for a normal law up to a factor near 1.
     *
     * @see <a href="https://doi.org/10.1002/9780470316849">Scott 1992</a>
     */
    public static double[] scottBandwidth(ParticleMeasure samples) {
        double[] bandwidth = new double[samples.dimension()];
        double factor = FastMath.pow(samples.size(), -1.0 / (bandwidth.length + 4));
        for (int d = 0; d < bandwidth.length; d++) {
            double mean = 0;
            double square = 0;
            for (int i = 0; i < samples.size(); i++) {
                mean += samples.weights()[i] * samples.x(d)[i];
            }
            for (int i = 0; i < samples.size(); i++) {
                double y = samples.x(d)[i] - mean;
                square += samples.weights()[i] * y * y;
            }
            bandwidth[d] = factor * FastMath.sqrt(square);
        }
        return bandwidth;
    }

    /**
     * Silverman's rule: Scott's bandwidth times (4/(dimension + 2))^(1/(dimension + 4)), which is optimal for a normal law.
     *
     * @see <a href="https://doi.org/10.1201/9781315140919">Silverman 1986, section 4.3.2</a>
     */
    public static double[] silvermanBandwidth(ParticleMeasure samples) {
        double[] bandwidth = scottBandwidth(samples);
        double dimension = bandwidth.length;
        for (int d = 0; d < bandwidth.length; d++) {
            bandwidth[d] *= FastMath.pow(4 / (dimension + 2), 1 / (dimension + 4));
        }
        return bandwidth;
    }

    /** Number of components. */
    public int size() {
        return weights.length;
    }

    @Override
    public int dimension() {
        return means.length;
    }

    @Override
    public void fillDensity(double[][] x, int n, double[] out) {
        Arrays.fill(out, 0, n, 0);
        for (int k = 0; k < weights.length; k++) {
            double height = weights[k] / normalisation(k);
            for (int i = 0; i < n; i++) {
                out[i] += height * FastMath.exp(-exponent(k, x, i));
            }
        }
    }

    private double normalisation(int k) {
        double product = 1;
        for (double[] sd : sds) {
            product *= sd[k] * FastMath.sqrt(2 * FastMath.PI);
        }
        return product;
    }

    private double exponent(int k, double[][] x, int i) {
        double sum = 0;
        for (int d = 0; d < means.length; d++) {
            double z = (x[d][i] - means[d][k]) / sds[d][k];
            sum += 0.5 * z * z;
        }
        return sum;
    }

    /** {@inheritDoc} Relative to the nearest component, so that far tails do not underflow. */
    @Override
    public void fillScore(int component, double[][] x, int n, double[] out) {
        for (int i = 0; i < n; i++) {
            double least = Double.POSITIVE_INFINITY;
            for (int k = 0; k < weights.length; k++) {
                least = weights[k] > 0 ? Math.min(least, exponent(k, x, i)) : least;
            }
            double density = 0;
            double slope = 0;
            for (int k = 0; k < weights.length; k++) {
                if (weights[k] == 0) {
                    continue;
                }
                double share = weights[k] / normalisation(k) * FastMath.exp(least - exponent(k, x, i));
                density += share;
                slope -= share * (x[component][i] - means[component][k]) / (sds[component][k] * sds[component][k]);
            }
            out[i] = slope / density;
        }
    }

    /** {@inheritDoc} What little of the tails lies outside the mesh counts for its outermost cells. */
    @Override
    public CellMeasure onto(Mesh mesh) {
        return laws.onto(mesh);
    }

    @Override
    public ParticleMeasure quantiles(int n) {
        return laws.quantiles(n);
    }

    @Override
    public ParticleMeasure sample(int n, RandomGenerator random) {
        return laws.sample(n, random);
    }
}
