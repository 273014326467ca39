package org.dualflow.fv.remap;

import org.dualflow.measure.CompensatedSum;
import org.dualflow.mesh.Axis;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.Source;
import org.dualflow.time.StepFailure;
import org.jspecify.annotations.Nullable;

/**
 * Adds a source to the masses of one species by Gauss quadrature with two nodes per axis, exact for cubic densities.
 *
 * <p>Where moments are carried, what is added has the mean of the quadrature and the variance of an even density; what is
 * removed leaves mean and variance as they are.
 */
final class RemapSource {

    private final Mesh mesh;
    private final Source source;
    private final double[][] nodes;
    private final double[] value;
    private final double[] total;
    private final double[][] first;
    private final double[][] centre;
    private final double[][] offset;
    private final CompensatedSum sum = new CompensatedSum();
    private int culprit;

    RemapSource(Mesh mesh, Source source) {
        this.mesh = mesh;
        this.source = source;
        int dimension = mesh.dimension();
        int n = mesh.rowLength();
        nodes = new double[dimension][n];
        value = new double[n];
        total = new double[n];
        first = new double[dimension][n];
        centre = new double[dimension][];
        offset = new double[dimension][];
        for (int d = 0; d < dimension; d++) {
            Axis axis = mesh.axis(d);
            centre[d] = new double[axis.cells()];
            offset[d] = new double[axis.cells()];
            for (int i = 0; i < axis.cells(); i++) {
                centre[d][i] = 0.5 * (axis.cellLower(i) + axis.cellUpper(i));
                offset[d][i] = 0.5 * (axis.cellUpper(i) - axis.cellLower(i)) / Math.sqrt(3.0);
            }
        }
    }

    /** What the last call added. */
    double added() {
        return sum.value();
    }

    /** The cell at which the last failure was found. */
    int culprit() {
        return culprit;
    }

    /**
     * Adds Δt times the source at time {@code t} to species {@code s} of a state.
     *
     * @return what went wrong, or null
     */
    StepFailure.@Nullable Cause add(SemiLagrangianState state, int s, double t, double dt) {
        sum.reset();
        for (int r = 0; r < mesh.rows(); r++) {
            integrate(r, t, dt);
            for (int i = 0; i < total.length; i++) {
                double mass = state.mass[s][r][i] + total[i];
                if (!(Math.abs(mass) < Double.POSITIVE_INFINITY) || mass < 0) {
                    culprit = r * mesh.rowLength() + i;
                    return mass < 0 && mass > Double.NEGATIVE_INFINITY
                            ? StepFailure.Cause.NEGATIVE
                            : StepFailure.Cause.NOT_FINITE;
                }
                for (int d = 0; total[i] > 0 && d < state.mean[s].length; d++) {
                    merge(state, s, r, i, d, mass);
                }
                state.mass[s][r][i] = mass;
                sum.add(total[i]);
            }
        }
        return null;
    }

    /** Sums over the nodes of a row: mass, and first moments about the centres in units of the node offset. */
    private void integrate(int r, double t, double dt) {
        int dimension = mesh.dimension();
        int n = total.length;
        java.util.Arrays.fill(total, 0);
        for (double[] moment : first) {
            java.util.Arrays.fill(moment, 0);
        }
        for (int corner = 0; corner < 1 << dimension; corner++) {
            double share = dt;
            for (int d = 0; d < dimension; d++) {
                double sign = sign(corner, d);
                for (int i = 0; i < n; i++) {
                    int c = cell(d, r, i);
                    nodes[d][i] = centre[d][c] + sign * offset[d][c];
                }
                share *= d == 0 ? 1 : Math.sqrt(3.0) * offset[d][cell(d, r, 0)];
            }
            source.fill(t, nodes, n, value);
            for (int i = 0; i < n; i++) {
                double mass = share * Math.sqrt(3.0) * offset[0][i] * value[i];
                total[i] += mass;
                for (int d = 0; d < dimension; d++) {
                    first[d][i] += sign(corner, d) * mass;
                }
            }
        }
    }

    private static double sign(int corner, int d) {
        return (corner >> d & 1) == 0 ? -1 : 1;
    }

    private int cell(int d, int r, int i) {
        return d == 0 ? i : d == 1 ? r % mesh.cells(1) : r / mesh.cells(1);
    }

    private void merge(SemiLagrangianState state, int s, int r, int i, int d, double mass) {
        int c = cell(d, r, i);
        double lean = Math.abs(first[d][i]) <= total[i] ? first[d][i] / total[i] : 0;
        double mean = centre[d][c] + lean * offset[d][c];
        double variance = (1 - lean * lean) * offset[d][c] * offset[d][c];
        double before = state.mass[s][r][i] / mass;
        double share = total[i] / mass;
        double distance = mean - state.mean[s][d][r][i];
        state.variance[s][d][r][i] =
                before * state.variance[s][d][r][i] + share * variance + before * share * distance * distance;
        state.mean[s][d][r][i] = before > 0 ? state.mean[s][d][r][i] + share * distance : mean;
    }
}
