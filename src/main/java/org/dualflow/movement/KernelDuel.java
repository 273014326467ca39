package org.dualflow.movement;

import java.util.function.Function;
import org.dualflow.field.Waves;
import org.dualflow.gan.KernelGan;
import org.dualflow.measure.ParticleMeasure;

/**
 * The {@link KernelGan} on a line as a dual flow: the generated law p lowers -∫ D dp, the discriminator D = Σ c φ lowers -F,
 *
 * <pre>  F = ∫ D d(data - p) - (λ/2) ∫ |D'|² dπ,</pre>
 *
 * in metrics of their own. Displacements u of p have the squared norm [∫ u² dp - s (∫ u dp)²]/G₁ with s = G₂/(G₁+G₂), whose gradient flow
 * is u' = G₁ D' + G₂ ∫ D' dp: for G₂ = 0 W₂, divided by √G₁. Coefficients have the norm Σ c_j²/(η w_j); the coordinates are c_j/√(η w_j).
 *
 * <p>Places are those of the universal cover of the box, in order: a point that leaves the box on one side is one that comes back on the
 * other. The game is not known to be monotone: IMPLICIT and BDF2 cannot be certified.
 *
 * @see <a href="https://arxiv.org/abs/2212.04580">Durr, Mroueh, Tu, Wang 2023</a>
 */
public final class KernelDuel {

    private final KernelGan gan;
    private final LineFeatures features;
    private final double[] data;
    private final double[][] dataPenalty;

    /**
     * @param gan on a line, its waves on a periodic box or random
     * @throws IllegalArgumentException if it lives in more dimensions, or its box is not periodic
     */
    public KernelDuel(KernelGan gan) {
        if (gan.domain().dimension() != 1 || !gan.domain().side(0).isPeriodic()) {
            throw new IllegalArgumentException(
                    "domain = " + gan.domain() + ": a periodic line is allowed for movements of a kernel GAN");
        }
        this.gan = gan;
        Waves waves = gan.waves();
        double[] frequencies = new double[waves.size()];
        double[] scales = new double[waves.size()];
        for (int j = 0; j < scales.length; j++) {
            frequencies[j] = waves.component(0, j);
            scales[j] = Math.sqrt(gan.discriminatorRate() * waves.weight(j));
        }
        features = new LineFeatures(frequencies, scales, waves.origin(0));
        ParticleMeasure target = gan.target();
        data = new double[features.size()];
        dataPenalty = new double[features.size()][features.size()];
        addFeatures(target.x(0), target.weights(), 1, data);
        addPenalty(
                target.x(0), target.weights(), gan.penalty() * gan.regulariser().data(), dataPenalty);
    }

    /** The players, the generator with n equal particles. */
    public DualFlow<LineEnergy, SmoothEnergy> players(int n) {
        double own = gan.mobility().own();
        QuantileSpace line = QuantileSpace.line(n);
        double[] w = line.weights();
        Function<double[], LineEnergy> generator = c -> new PotentialEnergy(w, features.downhill(c));
        Space<LineEnergy> space =
                line.withEasyMean(gan.mobility().shared() / gan.mobility().mean());
        return new DualFlow<>(
                Player.of("generator", space, generator).withSpeed(own),
                Player.of("discriminator", EuclideanSpace.of(features.size()), x -> discriminator(x, w)),
                Double.NEGATIVE_INFINITY);
    }

    private SmoothEnergy discriminator(double[] x, double[] w) {
        double[] force = new double[features.size()];
        addFeatures(x, w, 1, force);
        double[][] penalty = new double[force.length][];
        for (int k = 0; k < force.length; k++) {
            force[k] -= data[k];
            penalty[k] = dataPenalty[k].clone();
        }
        addPenalty(x, w, gan.penalty() * (1 - gan.regulariser().data()), penalty);
        return new MatrixEnergy(penalty, force);
    }

    private void addFeatures(double[] x, double[] w, double factor, double[] out) {
        for (int i = 0; i < x.length; i++) {
            features.add(x[i], factor * w[i], out);
        }
    }

    /** Adds factor Σ w φ' φ'ᵀ. */
    private void addPenalty(double[] x, double[] w, double factor, double[][] out) {
        double[] slope = new double[features.size()];
        for (int i = 0; i < x.length && factor > 0; i++) {
            features.slopes(x[i], slope);
            for (int k = 0; k < slope.length; k++) {
                double scaled = factor * w[i] * slope[k];
                for (int j = 0; j < slope.length; j++) {
                    out[k][j] += scaled * slope[j];
                }
            }
        }
    }

    /** Coefficients of D as coordinates of the second player. */
    public double[] coordinates(double[] coefficients) {
        return scaled(coefficients, -1);
    }

    /** Coordinates of the second player as coefficients of D. */
    public double[] coefficients(double[] coordinates) {
        return scaled(coordinates, 1);
    }

    private double[] scaled(double[] c, int power) {
        double[] scales = features.scales();
        double[] out = new double[c.length];
        for (int k = 0; k < c.length; k++) {
            double scale = scales[k % scales.length];
            out[k] = power > 0 ? scale * c[k] : scale == 0 ? 0 : c[k] / scale;
        }
        return out;
    }
}
