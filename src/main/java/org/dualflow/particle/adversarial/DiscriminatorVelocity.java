package org.dualflow.particle.adversarial;

import org.dualflow.measure.ParticleMeasure;
import org.dualflow.particle.flow.SelfVelocity;
import org.dualflow.restart.Tape;

/**
 * The velocity of the Jensen–Shannon flow with the discriminator D = d/(d+u) replaced by one that is fitted to samples: the
 * logistic regression of data against particles on given features ({@link LogisticFit}). With D = σ(a),
 *
 * <pre>  v = -½ ∇log(1 - D) = ∇D/(2(1 - D)) = ½ D ∇a.</pre>
 *
 * No density is needed, neither of the data nor of the particles. If log d/u is a combination of the features, the error at
 * fixed points is that of a maximum likelihood estimate with finitely many parameters, O(N^(-1/2)) for N samples and particles and
 * λ = O(N^(-1/2)) (A. W. van der Vaart, <i>Asymptotic Statistics</i>, 1998, theorem 5.23). Features that cannot represent log d/u add
 * their error of approximation.
 */
public final class DiscriminatorVelocity implements SelfVelocity {

    private final ParticleMeasure data;
    private final Features features;
    private final LogisticFit fit;
    private double[][] phi;
    private double[] signed = new double[0];
    private double[] slope = new double[0];

    /**
     * @param data weighted samples of the data law, finite, of total mass 1; copied
     * @param features of the logit
     * @param ridge λ, positive and finite
     */
    public DiscriminatorVelocity(ParticleMeasure data, Features features, double ridge) {
        if (!(ridge > 0) || Double.isInfinite(ridge)) {
            throw new IllegalArgumentException("ridge = " + ridge + ": a positive finite number is allowed");
        }
        for (int d = 0; d < data.dimension(); d++) {
            for (int i = 0; i < data.size(); i++) {
                if (!Double.isFinite(data.x(d)[i])) {
                    throw new IllegalArgumentException("coordinate " + d + " of sample " + i + " = " + data.x(d)[i]
                            + ": a finite number is allowed");
                }
            }
        }
        this.data = data.copy();
        this.features = features;
        this.fit = new LogisticFit(features.size(), ridge);
        this.phi = new double[features.size()][0];
    }

    @Override
    public void fill(double[][] x, double[] w, int n, double[][] out) {
        fit(x, w, n);
        evaluate(x, n, out);
    }

    /** {@inheritDoc} A fit starts from the one before. */
    @Override
    public void transfer(Tape tape) {
        tape.numbers(fit.c);
    }

    /** Fits the discriminator to particles. */
    public void fit(double[][] x, double[] w, int n) {
        int samples = data.size();
        if (signed.length != n + samples) {
            signed = new double[n + samples];
            phi = new double[features.size()][n + samples];
        }
        double[][] both = new double[x.length][n + samples];
        for (int d = 0; d < x.length; d++) {
            System.arraycopy(x[d], 0, both[d], 0, n);
            System.arraycopy(data.x(d), 0, both[d], n, samples);
        }
        System.arraycopy(w, 0, signed, 0, n);
        for (int j = 0; j < samples; j++) {
            signed[n + j] = -data.weights()[j];
        }
        features.fill(both, n + samples, phi);
        fit.solve(phi, signed);
    }

    /** The velocity that the fitted discriminator gives at any points. */
    public void evaluate(double[][] x, int n, double[][] out) {
        double[][] at = new double[features.size()][n];
        features.fill(x, n, at);
        double[] logit = LogisticFit.logits(at, fit.c, n);
        if (slope.length < n) {
            slope = new double[n];
        }
        for (int c = 0; c < x.length; c++) {
            features.fillSlope(c, fit.c, x, n, slope);
            for (int i = 0; i < n; i++) {
                out[c][i] = 0.5 * LogisticFit.sigma(logit[i]) * slope[i];
            }
        }
    }
}
