package org.dualflow.particle.flow;

import org.dualflow.field.GaussianSum;
import org.dualflow.measure.SmoothLaw;
import org.dualflow.mesh.Domain;
import org.hipparchus.util.FastMath;

/**
 * The blob method for the Jensen–Shannon flow. With the density u_ε = φ_ε * ρ of Gaussian blobs about the particles, images at
 * walls and periods included, and r = u_ε/d, the divergence (up to what lies where no particles are) is regularised as
 *
 * <pre>  E(ρ) = ∫ g(r) dρ,     g(r) = ½ [ log(2r/(1+r)) - log(1+r)/r ],     g'(r) = log(1+r)/(2r²),</pre>
 *
 * and particles follow its steepest descent,
 *
 * <pre>  v_i = - g'(r_i) ∇r(x_i) - Σ_j w_j (g'(r_j)/d(x_j)) ∇φ_ε(x_i - x_j).</pre>
 *
 * Hence dE/dt = -Σ w_i |v_i|² along exact trajectories, for every ε. As ε → 0, v → -½ ∇log(u/(u+d)) with an error O(ε²) for
 * smooth u. Where d vanishes beside u nothing moves; no ratio overflows, since only d/u enters.
 *
 * <p><b>Stiffness.</b> Where r varies slowly a small wave of wave vector k decays at the rate |k|² (2r g'(r) φ̂ + r² g''(r) φ̂²),
 * φ̂ = exp(-q), q = ε²|k|²/2. With a = 2r g' = log(1+r)/r ≤ 1 and r² g'' = 1/(2(1+r)) - a it is
 * (2q/ε²) (a φ̂ (1-φ̂) + φ̂²/(2(1+r))), greatest for r → 0, hence at most max_q (2q e^-q - q e^-2q)/ε² = 0.6141/ε².
 * An explicit step is stable up to the interval of its method over that.
 *
 * <p>Source: J. A. Carrillo, K. Craig, F. S. Patacchini, Calc. Var. 58:53 (2019), doi:10.1007/s00526-019-1486-3.
 */
public final class BlobVelocity implements SelfVelocity {

    /** Blobs end, and images begin to count, at this many widths: exp(-41) is left out. */
    private static final double REACH = FastMath.sqrt(82);

    /** Not less than max_q (2q e^-q - q e^-2q), which is 0.61404 at q = 1.2119. */
    private static final double FASTEST = 0.6141;

    private final SmoothLaw data;
    private final int dimension;
    private final double width;
    private final double height;
    private final Images images;
    private final GaussianSum gaussians;
    private double[] u = new double[0];
    private double[] d = new double[0];
    private double[] share = new double[0];
    private double[] unused = new double[0];
    private double[] score = new double[0];
    private double[][] moment;

    /** All pairs or fast sums, whichever is cheaper. */
    public BlobVelocity(Domain domain, SmoothLaw data, double width) {
        this(domain, data, width, GaussianSum.Summation.AUTOMATIC);
    }

    /**
     * @param domain where the particles are
     * @param data the law d
     * @param width ε, positive; 9.06 ε at most the length of an axis
     * @param summation how Gaussians are summed
     */
    public BlobVelocity(Domain domain, SmoothLaw data, double width, GaussianSum.Summation summation) {
        if (data.dimension() != domain.dimension()) {
            throw new IllegalArgumentException("data law: dimension = " + data.dimension() + ": that of the domain, "
                    + domain.dimension() + ", is allowed");
        }
        this.data = data;
        this.dimension = domain.dimension();
        this.width = width;
        this.gaussians = new GaussianSum(dimension, width, GaussianSum.TOLERANCE, summation);
        this.height = FastMath.pow(2 * FastMath.PI * width * width, -0.5 * dimension);
        if (!(height / (width * width) < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "bandwidth = " + width + ": one whose power -" + (dimension + 2) + " is finite is allowed");
        }
        this.images = new Images(domain, REACH * width);
        this.moment = new double[dimension][0];
    }

    /** 0.6141/ε². */
    @Override
    public double stiffness() {
        return FASTEST / (width * width);
    }

    @Override
    public void fill(double[][] x, double[] w, int n, double[][] out) {
        densities(x, w, n);
        for (int i = 0; i < n; i++) {
            double q = d[i] / u[i];
            share[i] = q == 0 ? 0 : 0.5 * q * FastMath.log1p(1 / q);
        }
        for (int c = 0; c < dimension; c++) {
            data.fillScore(c, x, n, score);
            for (int i = 0; i < n; i++) {
                double own = -height * moment[c][i] / (width * width * u[i]);
                out[c][i] = share[i] == 0 ? 0 : -share[i] * (own - score[i]);
            }
        }
        for (int i = 0; i < n; i++) {
            share[i] *= w[i] / u[i];
        }
        images.weigh(share);
        gaussians.fill(images.x, images.w, images.size, x, n, unused, moment);
        double factor = height / (width * width);
        for (int c = 0; c < dimension; c++) {
            for (int i = 0; i < n; i++) {
                out[c][i] = Math.fma(factor, moment[c][i], out[c][i]);
            }
        }
    }

    /** The regularised divergence E of particles. */
    public double energy(double[][] x, double[] w, int n) {
        densities(x, w, n);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double q = d[i] / u[i];
            double last = q == 0 ? 0 : q * FastMath.log1p(1 / q);
            sum += 0.5 * w[i] * (FastMath.log(2) - FastMath.log1p(q) - last);
        }
        return sum;
    }

    /** u_ε and its moments, and d, at the particles. */
    private void densities(double[][] x, double[] w, int n) {
        if (u.length != n) {
            u = new double[n];
            d = new double[n];
            share = new double[n];
            unused = new double[n];
            score = new double[n];
            moment = new double[dimension][n];
        }
        images.place(x, n);
        images.weigh(w);
        gaussians.fill(images.x, images.w, images.size, x, n, u, moment);
        for (int i = 0; i < n; i++) {
            u[i] *= height;
        }
        data.fillDensity(x, n, d);
    }
}
