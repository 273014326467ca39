package org.dualflow.validation.certificate;

import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.GaussRule;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.FaceConductances;
import org.dualflow.model.GradientFlow;

/**
 * The residual R = d ∂t h(w) - κ div(d ∇w) of a {@link GradientFlow} for a w that is a spline in space
 * ({@link MeshSpline}) and a polynomial between two times.
 */
final class FlowResidual {

    private final GaussRule time;
    private final GradientFlow flow;
    private final MeshSpline spline;
    private final int cells;
    private final double[] target;
    private final double[] density;
    private final double[][] gradient;
    private final double[][][] conductances;
    private final double[] slope;
    private final double[] ratio;

    /**
     * @param flow its target is smooth in the domain
     * @param spline of the mesh
     * @param nodes Gauss points of a step
     */
    FlowResidual(GradientFlow flow, MeshSpline spline, int nodes) {
        time = GaussRule.of(nodes);
        this.flow = flow;
        this.spline = spline;
        Mesh mesh = spline.mesh();
        cells = mesh.size();
        CellMeasure masses = flow.target().onto(mesh);
        target = flat(masses);
        int n = spline.points();
        density = new double[n];
        flow.target().fillDensity(spline.x(), n, density);
        gradient = new double[mesh.dimension()][n];
        conductances = new double[mesh.dimension()][][];
        for (int d = 0; d < gradient.length; d++) {
            flow.target().fillScore(d, spline.x(), n, gradient[d]);
            for (int p = 0; p < n; p++) {
                gradient[d][p] = density[p] > 0 ? density[p] * gradient[d][p] : 0;
            }
            conductances[d] = FaceConductances.along(d, masses);
        }
        slope = new double[n];
        ratio = new double[n];
    }

    private static double[] flat(CellMeasure masses) {
        int row = masses.mesh().rowLength();
        double[] all = new double[masses.mesh().size()];
        for (int r = 0; r < masses.rows().length; r++) {
            System.arraycopy(masses.rows()[r], 0, all, r * row, row);
        }
        return all;
    }

    /** Whether every cell holds some of the target: a ratio exists everywhere. */
    boolean isDefined() {
        for (double mass : target) {
            if (!(mass > 0)) {
                return false;
            }
        }
        return true;
    }

    /** The potentials h⁻¹(m/μ) of cell masses. */
    double[] potentials(CellMeasure masses) {
        double[] r = flat(masses);
        for (int i = 0; i < cells; i++) {
            r[i] /= target[i];
        }
        double[] w = new double[cells];
        flow.storage().potentials(r, 0, cells, w);
        return w;
    }

    /** ∂t w by the two-point fluxes of the scheme, κ Σ G_ij (w_j - w_i)/(μ_i h'(w_i)). */
    double[] rates(double[] w) {
        double[] rate = new double[cells];
        Mesh mesh = spline.mesh();
        int row = mesh.rowLength();
        for (int d = 0; d < conductances.length; d++) {
            int stride = d == 0 ? 1 : d == 1 ? row : row * mesh.cells(1);
            for (int c = 0; c < cells; c++) {
                int at = c / stride % mesh.cells(d);
                int next = at + 1 < mesh.cells(d) ? c + stride : c - at * stride;
                double flux = flow.mobility() * conductances[d][c / row][c % row] * (w[next] - w[c]);
                rate[c] += flux;
                rate[next] -= flux;
            }
        }
        double[] r = new double[cells];
        double[] slopes = new double[cells];
        flow.storage().ratios(w, 0, cells, r);
        flow.storage().slopes(r, 0, cells, slopes);
        for (int c = 0; c < cells; c++) {
            rate[c] /= target[c] * slopes[c];
        }
        return rate;
    }

    /** The density d h(w) of the spline of nodal potentials, at the Gauss points. */
    double[] density(double[] w) {
        double[] u = new double[spline.points()];
        double[] at = spline.evaluate(w, new int[gradient.length]);
        flow.storage().ratios(at, 0, u.length, u);
        for (int p = 0; p < u.length; p++) {
            u[p] *= density[p];
        }
        return u;
    }

    /**
     * A bound of ∫∫|R| over a step: by Cauchy and Schwarz in every box from the integral of R², which is smooth.
     *
     * @param dt length of the step
     * @param path nodal potentials between its ends
     */
    double integral(double dt, Path path) {
        double[] squares = spline.newBoxes();
        double[] w = new double[cells];
        double[] rate = new double[cells];
        for (int q = 0; q < time.size(); q++) {
            path.at(time.node(q, 0, 1), w, rate);
            spline.addSquares(residual(w, rate), dt * dt * time.weight(q, 0, 1), squares);
        }
        return spline.absolute(squares);
    }

    private double[] residual(double[] w, double[] rate) {
        int dimension = gradient.length;
        double[] at = spline.evaluate(w, new int[dimension]);
        double[] out = spline.evaluate(rate, new int[dimension]);
        flow.storage().ratios(at, 0, out.length, ratio);
        flow.storage().slopes(ratio, 0, out.length, slope);
        for (int p = 0; p < out.length; p++) {
            out[p] *= density[p] * slope[p];
        }
        double kappa = flow.mobility();
        for (int d = 0; d < dimension; d++) {
            int[] orders = new int[dimension];
            orders[d] = 1;
            double[] first = spline.evaluate(w, orders);
            orders[d] = 2;
            double[] second = spline.evaluate(w, orders);
            for (int p = 0; p < out.length; p++) {
                out[p] -= kappa * (gradient[d][p] * first[p] + density[p] * second[p]);
            }
        }
        return out;
    }

    /** Nodal potentials between two times. */
    @FunctionalInterface
    interface Path {
        /**
         * @param s from 0, the start of the step, to 1, its end
         * @param w receives the potentials
         * @param rate receives their derivatives in time
         */
        void at(double s, double[] w, double[] rate);
    }
}
