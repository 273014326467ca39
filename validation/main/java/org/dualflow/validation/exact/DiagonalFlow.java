package org.dualflow.validation.exact;

import java.util.Arrays;
import org.dualflow.gan.JensenShannonFlow;
import org.dualflow.measure.BoxDensityLaw;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.CompensatedSum;
import org.dualflow.measure.GaussRule;
import org.dualflow.measure.Law;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.measure.UniformBox;
import org.dualflow.mesh.Axis;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.util.FastMath;

/**
 * The exact solution of the Jensen–Shannon flow on a circle as a wave along the diagonal of a periodic box [-π, π]^n,
 * n = 2 or 3, towards the uniform law: in s = x_1 + … + x_n the Laplacian is n ∂ss, so
 *
 * <pre>  u/d = 2 sinh θ/(cosh θ - cos s) - 1,     θ = θ₀ + n t/4.</pre>
 *
 * @param dimension n
 * @param theta θ₀, at least log 3
 */
public record DiagonalFlow(int dimension, double theta) {

    private static final GaussRule RULE = GaussRule.of(4);

    /** To 1e-14 in s. */
    private static final BracketingNthOrderBrentSolver SOLVER = new BracketingNthOrderBrentSolver(0, 1e-14, 1e-16, 5);

    /** The equation. */
    public JensenShannonFlow model() {
        Domain box = Domain.cube(dimension, -FastMath.PI, FastMath.PI, Boundary.PERIODIC);
        return new JensenShannonFlow(box, new UniformBox(box));
    }

    /** The law at time 0. */
    public Law start() {
        double volume = FastMath.pow(2 * FastMath.PI, dimension);
        return new BoxDensityLaw(x -> ratio(theta, java.util.Arrays.stream(x).sum()) / volume, model().domain());
    }

    /** Cell masses at time {@code t}, by tensor Gauss quadrature of order 8, normalised. */
    public CellMeasure masses(Mesh mesh, double t) {
        double at = theta + 0.25 * dimension * t;
        double[][] rows = mesh.newRows();
        CompensatedSum sum = new CompensatedSum();
        int nodes = (int) FastMath.round(FastMath.pow(RULE.size(), dimension));
        for (int r = 0; r < rows.length; r++) {
            for (int i = 0; i < rows[r].length; i++) {
                int[] cell = {i, r % mesh.cells(1), r / mesh.cells(1)};
                for (int q = 0; q < nodes; q++) {
                    rows[r][i] += node(mesh, cell, q, at);
                }
            }
            sum.addAll(rows[r], rows[r].length);
        }
        for (double[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                row[i] /= sum.value();
            }
        }
        return new CellMeasure(mesh, rows);
    }

    /**
     * The density at time {@code t} at n points.
     *
     * @param x coordinates, {@code x[dimension][≥ n]}
     */
    public void fillDensity(double t, double[][] x, int n, double[] out) {
        double volume = FastMath.pow(2 * FastMath.PI, dimension);
        for (int i = 0; i < n; i++) {
            double s = 0;
            for (int d = 0; d < dimension; d++) {
                s += x[d][i];
            }
            out[i] = ratio(theta + 0.25 * dimension * t, s) / volume;
        }
    }

    /**
     * Where a particle is at time {@code t} that starts at s: the mass between it and the crest at s = 0, where by symmetry nothing passes, is kept,
     *
     * <pre>  ∫_0^s u/d ds = 4 arctan(coth(θ/2) tan(s/2)) - s.</pre>
     *
     * Every coordinate moves an n-th of the way.
     *
     * @param s from -π to π
     */
    public double position(double t, double s) {
        double mass = massFromCrest(theta, s);
        double at = theta + 0.25 * dimension * t;
        return SOLVER.solve(200, x -> massFromCrest(at, x) - mass, -FastMath.PI, FastMath.PI);
    }

    private static double massFromCrest(double at, double s) {
        return 4
                        * FastMath.atan2(
                                FastMath.cosh(at / 2) * FastMath.sin(s / 2),
                                FastMath.sinh(at / 2) * FastMath.cos(s / 2))
                - s;
    }

    private static double ratio(double at, double s) {
        return 2 * FastMath.sinh(at) / (FastMath.cosh(at) - FastMath.cos(s)) - 1;
    }

    /**
     * A lattice of particles with weights in proportion to the density there at time 0.
     *
     * @param perAxis points per axis, in the middle of equal cells
     */
    public ParticleMeasure lattice(int perAxis) {
        ParticleMeasure points =
                new UniformBox(model().domain()).quantiles((int) FastMath.round(FastMath.pow(perAxis, dimension)));
        double[][] x = new double[dimension][];
        Arrays.setAll(x, points::x);
        double[] w = points.weights();
        fillDensity(0, x, w.length, w);
        CompensatedSum sum = new CompensatedSum();
        sum.addAll(w, w.length);
        for (int i = 0; i < w.length; i++) {
            w[i] /= sum.value();
        }
        return points;
    }

    private double node(Mesh mesh, int[] cell, int q, double at) {
        double s = 0;
        double weight = 1;
        int rest = q;
        for (int d = 0; d < dimension; d++) {
            Axis axis = mesh.axis(d);
            int k = rest % RULE.size();
            rest /= RULE.size();
            s += RULE.node(k, axis.face(cell[d]), axis.face(cell[d] + 1));
            weight *= RULE.weight(k, axis.face(cell[d]), axis.face(cell[d] + 1));
        }
        return weight * ratio(at, s);
    }
}
