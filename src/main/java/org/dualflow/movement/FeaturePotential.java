package org.dualflow.movement;

import java.util.Arrays;
import org.hipparchus.util.FastMath;

/** V(x) = -Σ_k s_k (a_k cos ω_k x + b_k sin ω_k x), the coefficients a, then b, in one array. V'' ≥ -Σ_k s_k ω_k² (a_k² + b_k²)^½. */
record FeaturePotential(double[] frequencies, double[] scales, double[] coefficients) implements Potential {

    @Override
    public void values(double[] x, double[] out) {
        add(x, out, 0);
    }

    @Override
    public void slopes(double[] x, double[] out) {
        add(x, out, 1);
    }

    @Override
    public void curvatures(double[] x, double[] out) {
        add(x, out, 2);
    }

    /** A derivative turns (a, b) into ω (b, -a). */
    private void add(double[] x, double[] out, int order) {
        int m = frequencies.length;
        Arrays.fill(out, 0);
        for (int k = 0; k < m; k++) {
            double omega = frequencies[k];
            double a = -scales[k] * coefficients[k];
            double b = -scales[k] * coefficients[m + k];
            for (int d = 0; d < order; d++) {
                double turned = omega * b;
                b = -omega * a;
                a = turned;
            }
            for (int i = 0; i < x.length; i++) {
                out[i] += a * FastMath.cos(omega * x[i]) + b * FastMath.sin(omega * x[i]);
            }
        }
    }

    @Override
    public double modulus() {
        int m = frequencies.length;
        double sum = 0;
        for (int k = 0; k < m; k++) {
            sum -= scales[k] * frequencies[k] * frequencies[k] * FastMath.hypot(coefficients[k], coefficients[m + k]);
        }
        return sum;
    }
}
