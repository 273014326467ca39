package org.dualflow.movement;

import java.util.Arrays;
import org.hipparchus.util.FastMath;

/** V(x) = -Σ c φ(x), the coefficients of cosines, a, then those of sines, b, in one array. V'' ≥ -Σ_k s_k ω_k² (a_k² + b_k²)^½. */
record FeaturePotential(LineFeatures features, double[] coefficients) implements Potential {

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
        int m = features.frequencies().length;
        Arrays.fill(out, 0);
        for (int k = 0; k < m; k++) {
            double omega = features.frequencies()[k];
            double a = -features.scales()[k] * coefficients[k];
            double b = -features.scales()[k] * coefficients[m + k];
            for (int d = 0; d < order; d++) {
                double turned = omega * b;
                b = -omega * a;
                a = turned;
            }
            for (int i = 0; i < x.length; i++) {
                double phase = omega * (x[i] - features.origin());
                out[i] += a * FastMath.cos(phase) + b * FastMath.sin(phase);
            }
        }
    }

    @Override
    public double modulus() {
        int m = features.frequencies().length;
        double sum = 0;
        for (int k = 0; k < m; k++) {
            double omega = features.frequencies()[k];
            sum -= features.scales()[k] * omega * omega * FastMath.hypot(coefficients[k], coefficients[m + k]);
        }
        return sum;
    }
}
