package org.dualflow.validation.manufactured;

import org.dualflow.fv.implicit.ImplicitFlow;
import org.dualflow.fv.implicit.ImplicitScheme;
import org.dualflow.gan.JensenShannonFlow;
import org.dualflow.measure.CellLaw;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.GaussRule;
import org.dualflow.mesh.Axis;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.util.FastMath;

/**
 * The Jensen–Shannon flow with a source, d ∂t r = ½ div(d ∇w) + S, with a chosen w(t, x), r = e^w - 1, and the source S that this calls for: first and second
 * derivatives by automatic differentiation, cell integrals by tensor Gauss rules with two nodes per axis (order 4). No flux through walls: ∂w
 * must vanish there.
 *
 * <p>An implicit Euler step with the source at its end is one without it from m + τ S; extrapolated steps are twice two half ones
 * minus a whole one.
 *
 * @param domain a box between walls
 * @param density d, of integral one over the domain
 * @param potential w
 */
public record ManufacturedFlow(Domain domain, Function density, Potential potential) {

    private static final GaussRule RULE = GaussRule.of(2);

    /** A function of a place, with its derivatives. */
    @FunctionalInterface
    public interface Function {
        /** @param x one per coordinate */
        DerivativeStructure at(DerivativeStructure[] x);
    }

    /** A function of time and place, with its derivatives. */
    @FunctionalInterface
    public interface Potential {
        /**
         * @param t time
         * @param x one per coordinate
         */
        DerivativeStructure at(DerivativeStructure t, DerivativeStructure[] x);
    }

    /** A number at a place. */
    @FunctionalInterface
    private interface Value {
        double at(double[] x);
    }

    /** S = d e^w ∂t w - ½ (∇d·∇w + d Δw). */
    public double source(double t, double... x) {
        int n = x.length;
        DSFactory factory = new DSFactory(n + 1, 2);
        DerivativeStructure[] place = new DerivativeStructure[n];
        for (int d = 0; d < n; d++) {
            place[d] = factory.variable(d + 1, x[d]);
        }
        DerivativeStructure w = potential.at(factory.variable(0, t), place);
        DerivativeStructure d = density.at(place);
        double sum = d.getValue() * FastMath.exp(w.getValue()) * derivative(w, 0, 1);
        for (int k = 1; k <= n; k++) {
            sum -= 0.5 * (derivative(d, k, 1) * derivative(w, k, 1) + d.getValue() * derivative(w, k, 2));
        }
        return sum;
    }

    private static double derivative(DerivativeStructure f, int variable, int order) {
        int[] orders = new int[f.getFreeParameters()];
        orders[variable] = order;
        return f.getPartialDerivative(orders);
    }

    /** u = d (e^w - 1). */
    private double value(double t, double[] x) {
        DerivativeStructure[] place = constants(x);
        DerivativeStructure time = place[0].getFactory().constant(t);
        return target(x) * FastMath.expm1(potential.at(time, place).getValue());
    }

    private double target(double[] x) {
        return density.at(constants(x)).getValue();
    }

    private static DerivativeStructure[] constants(double[] x) {
        DSFactory factory = new DSFactory(1, 0);
        DerivativeStructure[] place = new DerivativeStructure[x.length];
        for (int d = 0; d < x.length; d++) {
            place[d] = factory.constant(x[d]);
        }
        return place;
    }

    /** Exact masses of all cells. */
    public CellMeasure masses(Mesh mesh, double t) {
        return integrals(mesh, x -> value(t, x));
    }

    private static CellMeasure integrals(Mesh mesh, Value f) {
        double[][] rows = mesh.newRows();
        int dimension = mesh.dimension();
        int nodes = (int) FastMath.round(FastMath.pow(RULE.size(), dimension));
        double[] x = new double[dimension];
        for (int r = 0; r < rows.length; r++) {
            for (int i = 0; i < rows[r].length; i++) {
                int[] cell = {i, r % mesh.cells(1), r / mesh.cells(1)};
                for (int q = 0; q < nodes; q++) {
                    double weight = 1;
                    int rest = q;
                    for (int d = 0; d < dimension; d++) {
                        Axis axis = mesh.axis(d);
                        int k = rest % RULE.size();
                        rest /= RULE.size();
                        x[d] = RULE.node(k, axis.face(cell[d]), axis.face(cell[d] + 1));
                        weight *= RULE.weight(k, axis.face(cell[d]), axis.face(cell[d] + 1));
                    }
                    rows[r][i] += weight * f.at(x);
                }
            }
        }
        return new CellMeasure(mesh, rows);
    }

    /**
     * Implicit masses at {@code end}, from the exact ones at 0.
     *
     * @param steps equal ones
     * @param order 1, implicit Euler, or 2, extrapolated
     */
    public CellMeasure solve(Mesh mesh, double end, int steps, int order) {
        double dt = end / steps;
        JensenShannonFlow model = new JensenShannonFlow(domain, new CellLaw(integrals(mesh, this::target)));
        CellMeasure now = masses(mesh, 0);
        for (int k = 0; k < steps; k++) {
            double t = k * dt;
            CellMeasure late = sources(mesh, t + dt);
            CellMeasure whole = euler(model, now, dt, late);
            if (order == 1) {
                now = whole;
            } else {
                CellMeasure half = euler(model, now, 0.5 * dt, sources(mesh, t + 0.5 * dt));
                now = euler(model, half, 0.5 * dt, late);
                combine(now, 2, whole, -1);
            }
        }
        return now;
    }

    private CellMeasure sources(Mesh mesh, double t) {
        return integrals(mesh, x -> source(t, x));
    }

    private static CellMeasure euler(JensenShannonFlow model, CellMeasure start, double dt, CellMeasure source) {
        CellMeasure from = start.copy();
        combine(from, 1, source, dt);
        ImplicitFlow step = new ImplicitFlow(model, ImplicitScheme.euler(dt), from, 0);
        step.advanceTo(dt);
        return step.measure();
    }

    private static void combine(CellMeasure a, double alpha, CellMeasure b, double beta) {
        for (int r = 0; r < a.rows().length; r++) {
            double[] row = a.rows()[r];
            for (int i = 0; i < row.length; i++) {
                row[i] = alpha * row[i] + beta * b.rows()[r][i];
            }
        }
    }
}
