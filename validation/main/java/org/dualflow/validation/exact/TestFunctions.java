package org.dualflow.validation.exact;

import java.util.ArrayList;
import java.util.List;
import org.dualflow.mesh.Domain;
import org.hipparchus.util.FastMath;
import org.hipparchus.util.SinCos;

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

    /** Adds factor Σ w_i φ_k(x_i) to sum[k] for every k. */
    void addValues(double[][] x, double[] w, double factor, double[] sum) {
        for (int k = 0; k < waves.length; k++) {
            double cosines = 0;
            double sines = 0;
            for (int i = 0; i < w.length; i++) {
                SinCos at = FastMath.sinCos(product(waves[k], x, i));
                cosines += w[i] * at.cos();
                sines += w[i] * at.sin();
            }
            sum[2 * k] += factor * cosines;
            sum[2 * k + 1] += factor * sines;
        }
    }

    /** Adds factor Σ w_i v_i · ∇φ_k(x_i) to sum[k] for every k. */
    void addFluxes(double[][] x, double[][] v, double[] w, double factor, double[] sum) {
        for (int k = 0; k < waves.length; k++) {
            double cosines = 0;
            double sines = 0;
            for (int i = 0; i < w.length; i++) {
                double flux = w[i] * product(waves[k], v, i);
                SinCos at = FastMath.sinCos(product(waves[k], x, i));
                cosines -= flux * at.sin();
                sines += flux * at.cos();
            }
            sum[2 * k] += factor * cosines;
            sum[2 * k + 1] += factor * sines;
        }
    }

    private static double product(double[] wave, double[][] x, int i) {
        double sum = 0;
        for (int d = 0; d < x.length; d++) {
            sum += wave[d] * x[d][i];
        }
        return sum;
    }
}
