package org.dualflow.validation.exact;

import java.util.ArrayList;
import java.util.List;
import org.dualflow.mesh.Domain;
import org.hipparchus.util.FastMath;

/**
 * Cosines and sines of m · πx/L on a box of sides L, m the integer vectors with components up to a largest frequency; on a
 * periodic axis of m · 2πx/L. Their span is dense in the smooth functions of the box, or of the torus.
 */
final class TestFunctions {

    private final double[][] waves;

    TestFunctions(Domain domain) {
        int dimension = domain.dimension();
        int highest = dimension == 1 ? 6 : 2;
        List<double[]> found = new ArrayList<>();
        int count = (int) FastMath.pow(highest + 1, dimension);
        for (int code = 1; code < count; code++) {
            double[] wave = new double[dimension];
            for (int d = 0, rest = code; d < dimension; d++, rest /= highest + 1) {
                Domain.Side side = domain.side(d);
                wave[d] = rest % (highest + 1) * FastMath.PI * (side.isPeriodic() ? 2 : 1) / side.length();
            }
            found.add(wave);
        }
        waves = found.toArray(new double[0][]);
    }

    /** Number of functions: for every wave a cosine and a sine. */
    int size() {
        return 2 * waves.length;
    }

    /** The largest frequency: bounds the gradients. */
    double largestFrequency() {
        double largest = 0;
        for (double[] wave : waves) {
            double square = 0;
            for (double component : wave) {
                square += component * component;
            }
            largest = FastMath.max(largest, FastMath.sqrt(square));
        }
        return largest;
    }

    private double phase(int k, double[][] x, int i) {
        double phase = 0;
        for (int d = 0; d < x.length; d++) {
            phase += waves[k / 2][d] * x[d][i];
        }
        return phase;
    }

    /** φ_k at point {@code i}. */
    double value(int k, double[][] x, int i) {
        double phase = phase(k, x, i);
        return k % 2 == 0 ? FastMath.cos(phase) : FastMath.sin(phase);
    }

    /** v · ∇φ_k at point {@code i}. */
    double derivative(int k, double[][] x, double[][] v, int i) {
        double along = 0;
        for (int d = 0; d < x.length; d++) {
            along += waves[k / 2][d] * v[d][i];
        }
        double phase = phase(k, x, i);
        return along * (k % 2 == 0 ? -FastMath.sin(phase) : FastMath.cos(phase));
    }
}
