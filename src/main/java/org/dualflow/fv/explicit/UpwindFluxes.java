package org.dualflow.fv.explicit;

import org.dualflow.measure.CellMeasure;
import org.dualflow.mesh.Axis;
import org.dualflow.mesh.Mesh;

/**
 * The fluxes of u v, v = -∇ξ, ξ = κ log(u/(u+d)) = -κ log(1 + d/u), through the faces of a mesh; cells are numbered with the
 * first axis fastest. At a face between cells i and j
 *
 * <pre>  v = (ξ_i - ξ_j)/(x_j - x_i),     F = A (v⁺ u_i⁺ + v⁻ u_j⁻),</pre>
 *
 * where u_i⁺ and u_j⁻ are the densities of the two cells at the face: their means, or these plus and minus the least of
 * half a central difference and both one-sided ones (monotonised), so that they lie between means of neighbours and are positive.
 */
final class UpwindFluxes {

    private final Mesh mesh;
    private final double[] target;
    private final double[] volume;
    private final double mobility;
    private final boolean reconstructed;
    private final double[] density;
    private final double[] potential;
    private double rate;

    UpwindFluxes(CellMeasure target, double mobility, boolean reconstructed) {
        mesh = target.mesh();
        this.mobility = mobility;
        this.reconstructed = reconstructed;
        int n = mesh.size();
        int row = mesh.rowLength();
        this.target = new double[n];
        volume = new double[n];
        for (int c = 0; c < n; c++) {
            int r = c / row;
            this.target[c] = target.rows()[r][c % row];
            volume[c] = mesh.volume(c % row, r % mesh.cells(1), r / mesh.cells(1));
        }
        density = new double[n];
        potential = new double[n];
    }

    /**
     * ∂t of the masses.
     *
     * @param masses all positive
     * @param change receives the sum of the fluxes into each cell
     */
    void fill(double[] masses, double[] change) {
        for (int c = 0; c < masses.length; c++) {
            density[c] = masses[c] / volume[c];
            potential[c] = -mobility * Math.log1p(target[c] / masses[c]);
            change[c] = 0;
        }
        rate = 0;
        int stride = 1;
        for (int d = 0; d < mesh.dimension(); d++) {
            along(mesh.axis(d), stride, change);
            stride *= mesh.cells(d);
        }
    }

    /** The largest Courant number per unit of time and axis of the last fluxes: speeds over the width of the cell they empty. */
    double rate() {
        return rate;
    }

    private void along(Axis axis, int stride, double[] change) {
        int n = axis.cells();
        boolean periodic = axis.side().isPeriodic() && n > 1;
        for (int c = 0; c < change.length; c++) {
            int at = c / stride % n;
            if (at + 1 == n && !periodic) {
                continue;
            }
            int next = at + 1 < n ? c + stride : c - at * stride;
            int to = at + 1 < n ? at + 1 : 0;
            double gap = at + 1 < n ? axis.point(to) - axis.point(at) : 0.5 * (axis.width(at) + axis.width(to));
            double speed = (potential[c] - potential[next]) / gap;
            int from = speed > 0 ? c : next;
            int index = speed > 0 ? at : to;
            double value = density[from];
            if (reconstructed) {
                double rise = rise(axis, stride, from, index, periodic);
                value = speed > 0 ? value + rise : value - rise;
            }
            double flux = volume[c] / axis.width(at) * speed * value;
            change[c] -= flux;
            change[next] += flux;
            rate = Math.max(rate, Math.abs(speed) / axis.width(index));
            if (!(speed * speed < Double.POSITIVE_INFINITY)) {
                rate = Double.POSITIVE_INFINITY;
            }
        }
    }

    /** By how much the density grows from the middle of a cell to its upper face; zero at extrema and beside walls. */
    private double rise(Axis axis, int stride, int c, int at, boolean periodic) {
        int n = axis.cells();
        if (!periodic && (at == 0 || at == n - 1)) {
            return 0;
        }
        int below = at > 0 ? c - stride : c + (n - 1) * stride;
        int above = at + 1 < n ? c + stride : c - at * stride;
        double left = density[c] - density[below];
        double right = density[above] - density[c];
        if (!(left * right > 0)) {
            return 0;
        }
        double span =
                0.5 * axis.width(at > 0 ? at - 1 : n - 1) + axis.width(at) + 0.5 * axis.width(at + 1 < n ? at + 1 : 0);
        double central = 0.5 * axis.width(at) * (left + right) / span;
        return Math.copySign(Math.min(Math.abs(central), Math.min(Math.abs(left), Math.abs(right))), central);
    }
}
