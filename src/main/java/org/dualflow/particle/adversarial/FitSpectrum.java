package org.dualflow.particle.adversarial;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealVector;
import org.hipparchus.util.FastMath;

/**
 * The fit of a network G_θ to targets y in the mean square, where G is linear in θ with derivative J: the eigenvalues λ_j of H = 2JᵀJ/N, and
 * the gradient g = (2/N) Jᵀ(y - G) along their eigenvectors.
 */
final class FitSpectrum {

    private final EigenDecompositionSymmetric eigen;
    private final double[] gradient;
    private final double misfit;

    /**
     * @param generator G at the start of the fit
     * @param latents z_i
     * @param targets y_i
     */
    FitSpectrum(TwoLayerNetwork generator, double[][] latents, double[][] targets) {
        int size = generator.parameters();
        int n = latents.length;
        double[][] matrix = new double[size][size];
        gradient = new double[size];
        double sum = 0;
        int dimension = latents[0].length;
        double[] value = new double[dimension];
        for (int i = 0; i < n; i++) {
            generator.value(latents[i], value);
            for (int d = 0; d < dimension; d++) {
                double[] row = new double[size];
                double[] unit = new double[dimension];
                unit[d] = 1;
                generator.addParameterGradient(latents[i], unit, row);
                double rest = targets[i][d] - value[d];
                sum += rest * rest / n;
                for (int k = 0; k < size; k++) {
                    gradient[k] += 2 * rest * row[k] / n;
                    for (int l = 0; l < size; l++) {
                        matrix[k][l] += 2 * row[k] * row[l] / n;
                    }
                }
            }
        }
        misfit = sum;
        eigen = new EigenDecompositionSymmetric(new Array2DRowRealMatrix(matrix, false), 1e-9, true);
    }

    /** λ_max. */
    double largest() {
        return eigen.getEigenvalue(0);
    }

    /**
     * Mean |G - y|² after k gradient steps of size η: the part along eigenvector j is multiplied by (1 - ηλ_j)^(2k), so that
     * Σ g_j² (1 - (1 - ηλ_j)^(2k))/(2λ_j) of it is gone.
     */
    double left(double eta, int k) {
        double left = misfit;
        for (int j = 0; j < gradient.length; j++) {
            RealVector vector = eigen.getEigenvector(j);
            double g = 0;
            for (int l = 0; l < gradient.length; l++) {
                g += vector.getEntry(l) * gradient[l];
            }
            double lambda = eigen.getEigenvalue(j);
            double gone = lambda > 0 ? (1 - FastMath.pow(1 - eta * lambda, 2 * k)) / (2 * lambda) : eta * k;
            left -= g * g * gone;
        }
        return left;
    }
}
