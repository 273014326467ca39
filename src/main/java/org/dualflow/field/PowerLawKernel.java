package org.dualflow.field;

import org.hipparchus.util.FastMath;

/** W(x) = A |x|^a/a - R |x|^b/b with a &gt; b: attraction that wins at large, repulsion at short distance. */
final class PowerLawKernel implements InteractionKernel {

    private static final double TINY = 0x1p-500;

    private final double attraction;
    private final double a;
    private final double repulsion;
    private final double b;

    PowerLawKernel(double attraction, double a, double repulsion, double b) {
        Kernels.requireNonnegative("attraction", attraction);
        Kernels.requireNonnegative("repulsion", repulsion);
        if (!(a > b && b >= 1) || Double.isInfinite(a)) {
            throw new IllegalArgumentException("exponents = " + a + ", " + b + ": 1 <= second < first is allowed");
        }
        this.attraction = attraction;
        this.a = a;
        this.repulsion = repulsion;
        this.b = b;
    }

    @Override
    public void forces(double[] r2, int n, double[] out) {
        for (int i = 0; i < n; i++) {
            double r = Math.max(TINY, Math.sqrt(r2[i]));
            out[i] = attraction * FastMath.pow(r, a - 2) - repulsion * FastMath.pow(r, b - 2);
        }
    }

    @Override
    public void potentials(double[] r2, int n, double[] out) {
        for (int i = 0; i < n; i++) {
            double r = Math.sqrt(r2[i]);
            out[i] = attraction / a * FastMath.pow(r, a) - repulsion / b * FastMath.pow(r, b);
        }
    }

    /**
     * The infimum of w'' = A (a-1) r^{a-2} - R (b-1) r^{b-2}, which bounds w'(r)/r as well since w'(0) ≥ 0. It is 0
     * without repulsion; minus infinity if b &lt; 2, where repulsion wins at r = 0 (or, at b = 1 and R &gt; 0, makes a
     * pointed maximum); else attained at r^{a-b} = R (b-1)(b-2)/(A (a-1)(a-2)), or at 0 if b = 2.
     */
    @Override
    public double convexity() {
        if (repulsion == 0) {
            return 0;
        }
        if (b < 2 || attraction == 0) {
            return b == 2 ? -repulsion : Double.NEGATIVE_INFINITY;
        }
        double r = FastMath.pow(repulsion * (b - 1) * (b - 2) / (attraction * (a - 1) * (a - 2)), 1 / (a - b));
        return attraction * (a - 1) * FastMath.pow(r, a - 2) - repulsion * (b - 1) * FastMath.pow(r, b - 2);
    }
}
