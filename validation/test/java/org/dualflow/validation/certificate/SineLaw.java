package org.dualflow.validation.certificate;

import org.dualflow.measure.LineLaw;
import org.hipparchus.util.FastMath;

/** The uniform law on [-π, π] after time t in the field sin x: tan(x/2) has grown by e^t. */
record SineLaw(double t) implements LineLaw {

    @Override
    public double cdf(double x) {
        if (x <= -FastMath.PI) {
            return 0;
        }
        return x >= FastMath.PI ? 1 : 0.5 + FastMath.atan(FastMath.exp(-t) * FastMath.tan(0.5 * x)) / FastMath.PI;
    }

    @Override
    public double cdfBelow(double x) {
        return cdf(x);
    }

    @Override
    public double quantile(double p) {
        return 2 * FastMath.atan(FastMath.exp(t) * FastMath.tan(FastMath.PI * (p - 0.5)));
    }
}
