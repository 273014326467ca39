package org.dualflow.validation.certificate;

import java.util.Arrays;
import org.dualflow.gan.TwoPointGan;
import org.hipparchus.util.FastMath;

/**
 * The two-point GAN: b = γ(½ - Φ(g)) for every critic weight, g' = φ(g) c with c = ∫ω dν.
 *
 * <p>With W = W₁(ν, ν_h) and δ = |g - g_h|: the critic's speeds differ by at most γ φ_max δ and |c - c_h| ≤ W, so W' ≤ γ φ_max
 * δ + ‖e‖ and δ' ≤ φ_max W + φ'_max |c_h| δ + |r|, r the residual of g_h. For D = W + √γ δ this gives
 *
 * <pre>  D' ≤ (√γ φ_max + φ'_max |c_h|) D + ‖e‖ + √γ |r|,   φ_max = 1/√(2π),  φ'_max = φ(1).</pre>
 *
 * The field is constant in ω and its projection on a box contracts, so b itself adds no growth.
 */
public final class TwoPointField implements CertifiedField {

    private static final double PHI = TwoPointGan.density(0);
    private static final double PHI_SLOPE = TwoPointGan.density(1);

    private final TwoPointGan gan;

    /** The field of the given model. */
    public TwoPointField(TwoPointGan gan) {
        this.gan = gan;
    }

    @Override
    public void velocities(Frame frame, double[] out) {
        Arrays.fill(out, 0, frame.n(), gan.weightSpeed(frame.scalars()[0]));
    }

    @Override
    public double growth(Frame frame) {
        return FastMath.sqrt(gan.criticSpeed()) * PHI + PHI_SLOPE * Math.abs(frame.mean());
    }

    @Override
    public boolean isPrescribed() {
        return false;
    }

    /** {@inheritDoc} The residual is linear in time up to the bend of φ(g) c, whose parabola is added. */
    @Override
    public double scalarDefect(Frame start, Frame middle, Frame end) {
        double dt = end.time() - start.time();
        double rate = (end.scalars()[0] - start.scalars()[0]) / dt;
        double r0 = rate(start);
        double r1 = rate(end);
        double bend = Math.abs(rate(middle) - 0.5 * (r0 + r1));
        double residual = 0.5 * (Math.abs(rate - r0) + Math.abs(rate - r1)) + 2.0 / 3 * bend;
        return FastMath.sqrt(gan.criticSpeed()) * dt * residual;
    }

    private static double rate(Frame frame) {
        return TwoPointGan.density(frame.scalars()[0]) * frame.mean();
    }
}
