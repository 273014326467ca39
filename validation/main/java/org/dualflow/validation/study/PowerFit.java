package org.dualflow.validation.study;

import java.util.List;
import org.dualflow.validation.study.LeastSquaresUncertainty.Value;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.univariate.BrentOptimizer;
import org.hipparchus.optim.univariate.SearchInterval;
import org.hipparchus.optim.univariate.UnivariateObjectiveFunction;
import org.hipparchus.util.FastMath;

/**
 * Least squares of φ_i on φ₀ + Σ α_j h_i^{p_j}, weights 1 or 1/h_i normalised to sum one.
 *
 * @param powers the exponents
 * @param coefficients φ₀ and the α_j
 * @param deviation standard deviation σ = √(Σ n w_i r_i² / (n - parameters))
 */
record PowerFit(double[] powers, double[] coefficients, double deviation) {

    private static final double SMALLEST = 0.02;
    private static final double LARGEST = 10;

    /** The fit with one free exponent; the exponent is found by minimising the deviation over [{@value #SMALLEST}, {@value #LARGEST}]. */
    static PowerFit best(List<Value> grids, boolean weighted) {
        double p = new BrentOptimizer(1e-12, 1e-12)
                .optimize(
                        new MaxEval(500),
                        new UnivariateObjectiveFunction(
                                q -> of(grids, weighted, q).deviation()),
                        GoalType.MINIMIZE,
                        new SearchInterval(SMALLEST, LARGEST, 1.5))
                .getPoint();
        PowerFit fit = of(grids, weighted, p);
        int n = grids.size();
        double free = fit.deviation * FastMath.sqrt((n - 2.0) / (n - 3.0));
        return new PowerFit(fit.powers, fit.coefficients, free);
    }

    static PowerFit of(List<Value> grids, boolean weighted, double... powers) {
        int n = grids.size();
        double sum = grids.stream().mapToDouble(g -> weighted ? 1 / g.h() : 1).sum();
        double[][] matrix = new double[n][powers.length + 1];
        double[] right = new double[n];
        for (int i = 0; i < n; i++) {
            Value grid = grids.get(i);
            double w = FastMath.sqrt(n * (weighted ? 1 / grid.h() : 1) / sum);
            matrix[i][0] = w;
            for (int j = 0; j < powers.length; j++) {
                matrix[i][j + 1] = w * FastMath.pow(grid.h() / grids.get(n - 1).h(), powers[j]);
            }
            right[i] = w * grid.phi();
        }
        ArrayRealVector b = new ArrayRealVector(right);
        Array2DRowRealMatrix a = new Array2DRowRealMatrix(matrix, false);
        double[] c = new QRDecomposition(a).getSolver().solve(b).toArray();
        double residual = b.subtract(a.operate(new ArrayRealVector(c))).getNorm();
        double sigma = residual / FastMath.sqrt(n - powers.length - 1.0);
        for (int j = 0; j < powers.length; j++) {
            c[j + 1] /= FastMath.pow(grids.get(n - 1).h(), powers[j]);
        }
        return new PowerFit(powers, c, sigma);
    }

    double power() {
        double p = powers[0];
        return p > 1.01 * SMALLEST && p < 0.99 * LARGEST ? p : Double.NaN;
    }

    double limit() {
        return coefficients[0];
    }

    double at(double h) {
        double value = coefficients[0];
        for (int j = 0; j < powers.length; j++) {
            value += coefficients[j + 1] * FastMath.pow(h, powers[j]);
        }
        return value;
    }
}
