package org.dualflow.field;

import org.hipparchus.util.FastMath;

/** W(x) = -A exp(-|x|²/(2ℓ²)), attractive for A &gt; 0. */
final class GaussianKernel implements InteractionKernel {

    private final double strength;
    private final double width;

    GaussianKernel(double strength, double width) {
        Kernels.requireFinite("strength", strength);
        Kernels.requirePositive("width", width);
        this.strength = strength;
        this.width = width;
    }

    /** w'/r = (A/ℓ²) exp(-r²/(2ℓ²)). */
    @Override
    public void forces(double[] r2, int n, double[] out) {
        fill(strength / (width * width), r2, n, out);
    }

    @Override
    public void potentials(double[] r2, int n, double[] out) {
        fill(-strength, r2, n, out);
    }

    private void fill(double factor, double[] r2, int n, double[] out) {
        double scale = -0.5 / (width * width);
        for (int i = 0; i < n; i++) {
            out[i] = scale * r2[i];
        }
        Exponential.apply(out, n);
        for (int i = 0; i < n; i++) {
            out[i] *= factor;
        }
    }

    /**
     * With s = r/ℓ the Hessian has the eigenvalues (A/ℓ²) e^{-s²/2} (1 - s²) and, in more than one dimension,
     * (A/ℓ²) e^{-s²/2}: the least is -2 e^{-3/2} A/ℓ² at s² = 3 if A &gt; 0, and -|A|/ℓ² at s = 0 if A &lt; 0.
     */
    @Override
    public double convexity() {
        double curvature = strength / (width * width);
        return curvature >= 0 ? -2 * FastMath.exp(-1.5) * curvature : curvature;
    }
}
