package org.dualflow.validation.manufactured;

import org.dualflow.model.Source;
import org.hipparchus.analysis.differentiation.Gradient;

/** The continuity equation ∂t ρ + div(ρ b) = S at a point, by automatic differentiation. */
public final class Continuity {

    private Continuity() {}

    /** The density ρ(t, x). */
    public static double density(ManufacturedSolution solution, double t, double... x) {
        return solution.density(constant(t), constants(x)).getValue();
    }

    /** Component {@code d} of the field, b_d(t, x). */
    public static double velocity(ManufacturedSolution solution, int d, double t, double... x) {
        return solution.velocity(constant(t), constants(x))[d].getValue();
    }

    /**
     * The source S = ∂t ρ + Σ_d ∂_d(ρ b_d). Where the field jumps, its derivatives are those of the value it has there.
     */
    public static double source(ManufacturedSolution solution, double t, double... x) {
        int variables = 1 + x.length;
        Gradient time = Gradient.variable(variables, 0, t);
        Gradient[] at = new Gradient[x.length];
        for (int d = 0; d < x.length; d++) {
            at[d] = Gradient.variable(variables, 1 + d, x[d]);
        }
        Gradient density = solution.density(time, at);
        Gradient[] velocity = solution.velocity(time, at);
        double sum = density.getPartialDerivative(0);
        for (int d = 0; d < x.length; d++) {
            sum += density.multiply(velocity[d]).getPartialDerivative(1 + d);
        }
        return sum;
    }

    /**
     * What is left of the equation with a given source: ∂t ρ + div(ρ b) - S. Zero to rounding wherever density and field
     * are smooth, if and only if the density solves the equation.
     */
    public static double residual(ManufacturedSolution solution, Source source, double t, double... x) {
        double[][] point = new double[x.length][1];
        for (int d = 0; d < x.length; d++) {
            point[d][0] = x[d];
        }
        double[] supplied = new double[1];
        source.fill(t, point, 1, supplied);
        return source(solution, t, x) - supplied[0];
    }

    private static Gradient constant(double value) {
        return Gradient.constant(0, value);
    }

    private static Gradient[] constants(double[] x) {
        Gradient[] all = new Gradient[x.length];
        for (int d = 0; d < x.length; d++) {
            all[d] = constant(x[d]);
        }
        return all;
    }
}
