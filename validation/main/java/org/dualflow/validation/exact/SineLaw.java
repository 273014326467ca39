package org.dualflow.validation.exact;

import org.dualflow.measure.LineLaw;
import org.hipparchus.util.FastMath;

/**
 * The uniform law on [-π, π] carried by x' = sin x for the time {@code t}.
 *
 * @param t time
 */
record SineLaw(double t) implements LineLaw {

    @Override
    public double cdf(double x) {
        if (x <= -FastMath.PI) {
            return 0;
        }
        if (x >= FastMath.PI) {
            return 1;
        }
        return 0.5 + FastMath.atan2(FastMath.exp(-t) * FastMath.sin(x / 2), FastMath.cos(x / 2)) / FastMath.PI;
    }

    @Override
    public double cdfBelow(double x) {
        return cdf(x);
    }

    @Override
    public double quantile(double p) {
        double half = FastMath.PI * (p - 0.5);
        return 2 * FastMath.atan2(FastMath.exp(t) * FastMath.sin(half), FastMath.cos(half));
    }
}
