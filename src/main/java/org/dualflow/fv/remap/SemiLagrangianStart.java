package org.dualflow.fv.remap;

import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.GaussRule;
import org.dualflow.measure.Law;
import org.dualflow.measure.LineLaw;
import org.dualflow.mesh.Axis;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;

/**
 * Masses, means and variances of the cells of a law.
 *
 * <p>On a line, means and variances are integrals over the quantile function between the levels of the faces, by Gauss
 * quadrature on intervals on which an atom or a slab gives an exact result. In more dimensions the law is put on meshes
 * whose cells are divided by {@value #PARTS} along one axis.
 */
final class SemiLagrangianStart {

    private static final int PARTS = 4;
    private static final int PANELS = 16;
    private static final GaussRule RULE = GaussRule.of(4);

    private SemiLagrangianStart() {}

    static void fill(SemiLagrangianState state, int s, Mesh mesh, Law law) {
        CellMeasure cells = law.onto(mesh);
        spread(state, s, cells);
        if (state.mean[s].length == 0) {
            return;
        }
        if (law instanceof LineLaw line) {
            onLine(state, s, mesh.axis(0), line);
        } else {
            for (int d = 0; d < mesh.dimension(); d++) {
                divide(state, s, mesh, d, law);
            }
        }
    }

    /** Spreads the mass of every cell evenly over the part of it inside the domain. */
    static void spread(SemiLagrangianState state, int s, CellMeasure cells) {
        Mesh mesh = cells.mesh();
        for (int r = 0; r < mesh.rows(); r++) {
            System.arraycopy(cells.rows()[r], 0, state.mass[s][r], 0, mesh.rowLength());
            for (int d = 0; d < state.mean[s].length; d++) {
                for (int i = 0; i < mesh.rowLength(); i++) {
                    int c = index(mesh, d, r, i);
                    double lower = mesh.axis(d).cellLower(c);
                    double upper = mesh.axis(d).cellUpper(c);
                    state.mean[s][d][r][i] = 0.5 * (lower + upper);
                    state.variance[s][d][r][i] = (upper - lower) * (upper - lower) / 12;
                }
            }
        }
    }

    private static int index(Mesh mesh, int d, int r, int i) {
        return d == 0 ? i : d == 1 ? r % mesh.cells(1) : r / mesh.cells(1);
    }

    private static void onLine(SemiLagrangianState state, int s, Axis axis, LineLaw law) {
        for (int i = 0; i < axis.cells(); i++) {
            double lower = axis.cellLower(i);
            double upper = axis.cellUpper(i);
            double from = i == 0 ? 0 : law.cdfBelow(lower);
            double to = i == axis.cells() - 1 ? 1 : law.cdfBelow(upper);
            if (to - from > 1e-9) {
                double mean = 0;
                double square = 0;
                double middle = 0.5 * (lower + upper);
                for (int k = 0; k < PANELS * RULE.size(); k++) {
                    int panel = k / RULE.size();
                    double p = RULE.node(k % RULE.size(), (double) panel / PANELS, (panel + 1.0) / PANELS);
                    double w = RULE.weight(k % RULE.size(), 0, 1.0 / PANELS);
                    double x = Math.max(lower, Math.min(upper, law.quantile(from + (to - from) * p))) - middle;
                    mean += w * x;
                    square += w * x * x;
                }
                state.mean[s][0][0][i] = middle + mean;
                state.variance[s][0][0][i] = Math.max(0, square - mean * mean);
            }
        }
    }

    private static void divide(SemiLagrangianState state, int s, Mesh mesh, int d, Law law) {
        Axis coarse = mesh.axis(d);
        Axis fine = divided(coarse);
        Axis[] axes = new Axis[mesh.dimension()];
        for (int e = 0; e < axes.length; e++) {
            axes[e] = e == d ? fine : mesh.axis(e);
        }
        Mesh divided = Mesh.of(axes);
        double[][] parts = law.onto(divided).rows();
        for (int r = 0; r < mesh.rows(); r++) {
            for (int i = 0; i < mesh.rowLength(); i++) {
                double mass = 0;
                double first = 0;
                double second = 0;
                int c = index(mesh, d, r, i);
                double middle = 0.5 * (coarse.cellLower(c) + coarse.cellUpper(c));
                for (int q = 0; q < PARTS; q++) {
                    int at = c * PARTS + q;
                    double w = part(parts, mesh, d, r, i, at);
                    double x = fine.point(at) - middle;
                    mass += w;
                    first += w * x;
                    second += w * (x * x + fine.width(at) * fine.width(at) / 12);
                }
                if (mass > 0) {
                    double mean = first / mass;
                    state.mean[s][d][r][i] = middle + mean;
                    state.variance[s][d][r][i] = Math.max(0, second / mass - mean * mean);
                }
            }
        }
    }

    private static double part(double[][] parts, Mesh mesh, int d, int r, int i, int at) {
        int ny = mesh.cells(1);
        return switch (d) {
            case 0 -> parts[r][at];
            case 1 -> parts[at + ny * PARTS * (r / ny)][i];
            default -> parts[r % ny + ny * at][i];
        };
    }

    private static Axis divided(Axis axis) {
        double lower = axis.side().lower();
        double length = axis.side().length();
        int n = axis.cells();
        return Axis.graded(
                new Domain.Side(lower, axis.side().upper(), Boundary.NO_FLUX, Boundary.NO_FLUX), n * PARTS, u -> {
                    long k = Math.round(u * n * PARTS);
                    int i = (int) Math.min(k / PARTS, n - 1);
                    double share = (k - (double) i * PARTS) / PARTS;
                    return ((1 - share) * axis.cellLower(i) + share * axis.cellUpper(i) - lower) / length;
                });
    }
}
