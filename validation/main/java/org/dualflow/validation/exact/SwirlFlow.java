package org.dualflow.validation.exact;

import org.dualflow.field.AnalyticFields;
import org.dualflow.field.VelocityField;
import org.dualflow.measure.ParticleMeasure;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.hipparchus.util.FastMath;

/**
 * The flow of v(x) cos(πt/T), v the steady swirl: the flow of v for the time s(t) = (T/π) sin(πt/T).
 *
 * @param period T
 */
record SwirlFlow(double period) implements PlaneSolution.Flow {

    private static final double TOLERANCE = 1e-12;

    @Override
    public ParticleMeasure move(ParticleMeasure start, double t) {
        double span = period / FastMath.PI * FastMath.sin(FastMath.PI * t / period);
        int n = start.size();
        if (FastMath.abs(span) < 1e-15 * period) {
            return start.copy();
        }
        double[] y = new double[2 * n];
        System.arraycopy(start.x(0), 0, y, 0, n);
        System.arraycopy(start.x(1), 0, y, n, n);
        var integrator = new DormandPrince853Integrator(1e-12 * period, period, TOLERANCE, TOLERANCE);
        double[] end =
                integrator.integrate(equations(n), new ODEState(0, y), span).getPrimaryState();
        double[][] x = new double[2][n];
        System.arraycopy(end, 0, x[0], 0, n);
        System.arraycopy(end, n, x[1], 0, n);
        return new ParticleMeasure(x, start.weights().clone());
    }

    private static OrdinaryDifferentialEquation equations(int n) {
        VelocityField swirl = AnalyticFields.swirl(1);
        double[][] x = new double[2][n];
        double[] v = new double[n];
        return new OrdinaryDifferentialEquation() {
            @Override
            public int getDimension() {
                return 2 * n;
            }

            @Override
            public double[] computeDerivatives(double t, double[] y) {
                System.arraycopy(y, 0, x[0], 0, n);
                System.arraycopy(y, n, x[1], 0, n);
                double[] derivatives = new double[2 * n];
                for (int d = 0; d < 2; d++) {
                    swirl.fill(d, x, n, v);
                    System.arraycopy(v, 0, derivatives, d * n, n);
                }
                return derivatives;
            }
        };
    }
}
