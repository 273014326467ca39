package org.dualflow.field;

import org.hipparchus.util.FastMath;

/** W(x) = R e^{-|x|/r₀} - A e^{-|x|/a₀}: repulsion of strength R and range r₀, attraction of strength A and range a₀. */
final class MorseKernel implements InteractionKernel {

    private static final double TINY = 0x1p-500;

    private final double repulsion;
    private final double repulsionRange;
    private final double attraction;
    private final double attractionRange;

    MorseKernel(double repulsion, double repulsionRange, double attraction, double attractionRange) {
        Kernels.requireNonnegative("repulsion", repulsion);
        Kernels.requirePositive("repulsionRange", repulsionRange);
        Kernels.requireNonnegative("attraction", attraction);
        Kernels.requirePositive("attractionRange", attractionRange);
        this.repulsion = repulsion;
        this.repulsionRange = repulsionRange;
        this.attraction = attraction;
        this.attractionRange = attractionRange;
    }

    @Override
    public void forces(double[] r2, int n, double[] out) {
        for (int i = 0; i < n; i++) {
            double r = Math.max(TINY, Math.sqrt(r2[i]));
            out[i] = (attraction / attractionRange * FastMath.exp(-r / attractionRange)
                            - repulsion / repulsionRange * FastMath.exp(-r / repulsionRange))
                    / r;
        }
    }

    @Override
    public void potentials(double[] r2, int n, double[] out) {
        for (int i = 0; i < n; i++) {
            double r = Math.sqrt(r2[i]);
            out[i] = repulsion * FastMath.exp(-r / repulsionRange) - attraction * FastMath.exp(-r / attractionRange);
        }
    }

    /**
     * Minus infinity if the force at 0+ repels, w'(0+) = A/a₀ - R/r₀ &lt; 0. Otherwise the infimum of
     * w'' = R/r₀² e^{-r/r₀} - A/a₀² e^{-r/a₀}, which also bounds w'(r)/r: it is 0 (at infinity), w''(0), or attained
     * where w''' = 0, r (1/r₀ - 1/a₀) = log(R a₀³/(A r₀³)).
     */
    @Override
    public double convexity() {
        if (attraction / attractionRange < repulsion / repulsionRange) {
            return Double.NEGATIVE_INFINITY;
        }
        double least = Math.min(0, curvature(0));
        if (repulsion > 0 && repulsionRange != attractionRange) {
            double ratio = attractionRange / repulsionRange;
            double at = FastMath.log(repulsion / attraction * ratio * ratio * ratio)
                    / (1 / repulsionRange - 1 / attractionRange);
            if (at > 0) {
                least = Math.min(least, curvature(at));
            }
        }
        return least;
    }

    private double curvature(double r) {
        return repulsion / (repulsionRange * repulsionRange) * FastMath.exp(-r / repulsionRange)
                - attraction / (attractionRange * attractionRange) * FastMath.exp(-r / attractionRange);
    }
}
