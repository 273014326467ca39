package org.dualflow.validation.exact;

import org.dualflow.measure.LineLaw;
import org.hipparchus.util.FastMath;

/**
 * The law on the circle [-π, π] with density (1 + β cos(k (x - s)))/(2π).
 *
 * @param height β, |β| ≤ 1
 * @param wave k, at least 1
 * @param shift s
 */
public record WavyLaw(double height, int wave, double shift) implements LineLaw {

    /** Checks the numbers. */
    public WavyLaw {
        if (!(FastMath.abs(height) <= 1) || wave < 1 || !Double.isFinite(shift)) {
            throw new IllegalArgumentException("height, wave, shift = " + height + ", " + wave + ", " + shift
                    + ": |height| <= 1, wave >= 1 and a finite shift are allowed");
        }
    }

    @Override
    public double cdf(double x) {
        if (x <= -FastMath.PI) {
            return 0;
        }
        if (x >= FastMath.PI) {
            return 1;
        }
        double ripple = FastMath.sin(wave * (x - shift)) + FastMath.sin(wave * (FastMath.PI + shift));
        return 0.5 + (x + height * ripple / wave) / (2 * FastMath.PI);
    }

    @Override
    public double cdfBelow(double x) {
        return cdf(x);
    }

    /** By bisection to the last bit. */
    @Override
    public double quantile(double p) {
        double low = -FastMath.PI;
        double high = FastMath.PI;
        for (double middle = 0; middle > low && middle < high; middle = 0.5 * (low + high)) {
            if (cdf(middle) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
