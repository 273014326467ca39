package org.dualflow.fv;

import java.util.Arrays;
import org.dualflow.mesh.Axis;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.Source;

/**
 * Integrals of a source over cells by tensor products of Gauss rules, two points per axis (order 4) or, for WENO5, three
 * (order 6). A cell at a clipped end is integrated over its half inside the domain.
 *
 * <p>The integrals over all cells are kept, one number per cell, as long as the same time is asked for: the second stage
 * of an SSP-RK2 step and the first of the next one share them, as do the first stages of a step that is rejected and
 * tried again.
 */
final class SourceQuadrature {

    private static final double[][] NODES = {{-1 / Math.sqrt(3), 1 / Math.sqrt(3)}, {-Math.sqrt(0.6), 0, Math.sqrt(0.6)}
    };
    private static final double[][] WEIGHTS = {{0.5, 0.5}, {5.0 / 18, 8.0 / 18, 5.0 / 18}};

    private final Source source;
    private final Mesh mesh;
    private final double[] nodes;
    private final double[] weights;
    private final double[][] alongX;
    private final double[] widths;
    private final double[][] block;
    private final double[] values;
    private final double[][] integrals;
    private double time = Double.NaN;

    SourceQuadrature(Source source, Mesh mesh, TransportScheme scheme) {
        this.source = source;
        this.mesh = mesh;
        int rule = scheme.flux() == TransportScheme.Flux.WENO5 ? 1 : 0;
        nodes = NODES[rule];
        weights = WEIGHTS[rule];
        int nx = mesh.rowLength();
        alongX = new double[nodes.length][nx];
        widths = new double[nx];
        for (int i = 0; i < nx; i++) {
            widths[i] = width(mesh.axis(0), i);
            for (int q = 0; q < nodes.length; q++) {
                alongX[q][i] = node(mesh.axis(0), i, nodes[q]);
            }
        }
        block = new double[mesh.dimension()][nx];
        values = new double[nx];
        integrals = mesh.newRows();
    }

    private static double width(Axis axis, int i) {
        return axis.cellUpper(i) - axis.cellLower(i);
    }

    private static double node(Axis axis, int i, double s) {
        return 0.5 * (axis.cellLower(i) + axis.cellUpper(i)) + 0.5 * width(axis, i) * s;
    }

    /** The integrals over the cells of row {@code r} at time {@code t}: a view, valid until another time is asked for. */
    double[] row(double t, int r) {
        if (t != time) {
            for (int k = 0; k < mesh.cells(2); k++) {
                for (int j = 0; j < mesh.cells(1); j++) {
                    fill(t, j, k, integrals[j + mesh.cells(1) * k]);
                }
            }
            time = t;
        }
        return integrals[r];
    }

    private void fill(double t, int j, int k, double[] out) {
        Arrays.fill(out, 0);
        int ny = mesh.dimension() > 1 ? nodes.length : 1;
        int nz = mesh.dimension() > 2 ? nodes.length : 1;
        for (int q = 0; q < ny * nz; q++) {
            double weight = 1;
            if (ny > 1) {
                Arrays.fill(block[1], node(mesh.axis(1), j, nodes[q % ny]));
                weight *= weights[q % ny] * width(mesh.axis(1), j);
            }
            if (nz > 1) {
                Arrays.fill(block[2], node(mesh.axis(2), k, nodes[q / ny]));
                weight *= weights[q / ny] * width(mesh.axis(2), k);
            }
            for (int p = 0; p < nodes.length; p++) {
                block[0] = alongX[p];
                source.fill(t, block, out.length, values);
                for (int i = 0; i < out.length; i++) {
                    out[i] = out[i] + weight * weights[p] * widths[i] * values[i];
                }
            }
        }
    }
}
