package org.dualflow.fv;

import java.util.Arrays;
import org.dualflow.field.VelocityField;
import org.dualflow.mesh.Mesh;

/**
 * The velocity of one species on its mesh, projected at the ends of each axis: no component points through a wall or into
 * the domain through an open end.
 *
 * <p>Shapes: with velocities at points, {@code rows(d)} is {@code double[rows][nx]} for every axis. With velocities at
 * faces, axis 0 has {@code double[rows][nx + 1]}, axis 1 {@code double[(ny + 1) nz][nx]} with face f of plane k at
 * {@code f + (ny + 1) k}, axis 2 {@code double[ny (nz + 1)][nx]} with face f of line j at {@code j + ny f}.
 */
final class MeshVelocity {

    private final Mesh mesh;
    private final AxisGeometry[] geometry;
    private final boolean centred;
    private final int nx;
    private final int ny;
    private final int nz;
    private final double[][][] rows;
    private final double[][] axisPoints;
    private final double[][] axisFaces;
    private final double[][] block;
    private final double[] shifted;
    private final double[] rate;
    private final double[] highest;

    MeshVelocity(Mesh mesh, AxisGeometry[] geometry, boolean centred) {
        this.mesh = mesh;
        this.geometry = geometry;
        this.centred = centred;
        int dimension = mesh.dimension();
        nx = mesh.cells(0);
        ny = mesh.cells(1);
        nz = mesh.cells(2);
        rows = new double[dimension][][];
        axisPoints = new double[dimension][];
        axisFaces = new double[dimension][];
        block = new double[dimension][nx + 1];
        for (int d = 0; d < dimension; d++) {
            axisPoints[d] = mesh.axis(d).points();
            axisFaces[d] = mesh.axis(d).faces();
            int y = ny + (!centred && d == 1 ? 1 : 0);
            int z = nz + (!centred && d == 2 ? 1 : 0);
            rows[d] = new double[y * z][!centred && d == 0 ? nx + 1 : nx];
        }
        shifted = new double[nx];
        rate = new double[nx];
        highest = new double[nx];
    }

    /** The velocities along axis {@code d}. */
    double[][] rows(int d) {
        return rows[d];
    }

    /** Evaluates the field and projects it. */
    void fill(VelocityField field) {
        for (int d = 0; d < rows.length; d++) {
            fillComponent(field, d);
            project(d);
        }
    }

    private void fillComponent(VelocityField field, int d) {
        int lines = ny + (!centred && d == 1 ? 1 : 0);
        double[] x = !centred && d == 0 ? axisFaces[0] : axisPoints[0];
        double[] y = rows.length < 2 ? x : !centred && d == 1 ? axisFaces[1] : axisPoints[1];
        double[] z = rows.length < 3 ? x : !centred && d == 2 ? axisFaces[2] : axisPoints[2];
        System.arraycopy(x, 0, block[0], 0, x.length);
        for (int r = 0; r < rows[d].length; r++) {
            if (rows.length > 1) {
                Arrays.fill(block[1], y[r % lines]);
            }
            if (rows.length > 2) {
                Arrays.fill(block[2], z[r / lines]);
            }
            field.fill(d, block, x.length, rows[d][r]);
        }
    }

    private void project(int d) {
        AxisGeometry g = geometry[d];
        int last = centred ? g.cells - 1 : g.cells;
        if (g.periodic) {
            if (!centred) {
                forEachEnd(d, 0, last, End.WRAP);
            }
            return;
        }
        if (centred) {
            if (!g.openBelow) {
                forEachEnd(d, 0, last, End.KEEP_POSITIVE);
            }
            if (!g.openAbove) {
                forEachEnd(d, last, 0, End.KEEP_NEGATIVE);
            }
        } else {
            forEachEnd(d, 0, last, g.openBelow ? End.KEEP_NEGATIVE : End.ZERO);
            forEachEnd(d, last, 0, g.openAbove ? End.KEEP_POSITIVE : End.ZERO);
        }
    }

    private enum End {
        ZERO,
        KEEP_POSITIVE,
        KEEP_NEGATIVE,
        /** The value goes to the opposite end. */
        WRAP
    }

    private void forEachEnd(int d, int index, int opposite, End end) {
        double[][] all = rows[d];
        if (d == 0) {
            for (double[] row : all) {
                project(row, row, index, index + 1, opposite - index, end);
            }
        } else if (d == 1) {
            int lines = all.length / nz;
            for (int k = 0; k < nz; k++) {
                project(all[index + lines * k], all[opposite + lines * k], 0, nx, 0, end);
            }
        } else {
            for (int j = 0; j < ny; j++) {
                project(all[j + ny * index], all[j + ny * opposite], 0, nx, 0, end);
            }
        }
    }

    private static void project(double[] a, double[] opposite, int from, int to, int shift, End end) {
        for (int i = from; i < to; i++) {
            switch (end) {
                case ZERO -> a[i] = 0;
                case KEEP_POSITIVE -> a[i] = a[i] < 0 ? 0 : a[i];
                case KEEP_NEGATIVE -> a[i] = a[i] > 0 ? 0 : a[i];
                case WRAP -> opposite[i + shift] = a[i];
            }
        }
    }

    /**
     * The largest rate at which upwind empties a cell, max_i Σ_d (a⁺ at the upper face + a⁻ at the lower one)/Δx_d: the
     * Courant number per unit of time. Not finite if a velocity is not.
     */
    double maxRate() {
        Arrays.fill(highest, 0);
        for (int r = 0; r < ny * nz; r++) {
            fillRate(r);
            for (int i = 0; i < nx; i++) {
                highest[i] = Math.max(highest[i], rate[i]);
            }
        }
        double max = 0;
        for (double x : highest) {
            max = Math.max(max, x);
        }
        return max;
    }

    /** The first cell whose rate is not at most {@code bound}, -1 if there is none. */
    int firstAbove(double bound) {
        for (int r = 0; r < ny * nz; r++) {
            fillRate(r);
            for (int i = 0; i < nx; i++) {
                if (!(rate[i] <= bound)) {
                    return r * nx + i;
                }
            }
        }
        return -1;
    }

    private void fillRate(int r) {
        Arrays.fill(rate, 0);
        int j = r % ny;
        int k = r / ny;
        for (int d = 0; d < rows.length; d++) {
            AxisGeometry g = geometry[d];
            if (d == 0 && centred) {
                addPointRates(rows[0][r], g.inverseDistance);
            } else if (d == 0) {
                double[] a = rows[0][r];
                System.arraycopy(a, 1, shifted, 0, nx);
                addFaceRates(a, shifted, g.inverseWidth);
            } else {
                int index = d == 1 ? j : k;
                int low = centred ? r : d == 1 ? j + (ny + 1) * k : r;
                double[] a = rows[d][low];
                if (centred) {
                    addPointRates(a, g.inverseDistance[index], g.inverseDistance[index + 1]);
                } else {
                    addFaceRates(a, rows[d][d == 1 ? low + 1 : low + ny], g.inverseWidth[index]);
                }
            }
        }
    }

    private void addPointRates(double[] a, double inverseBelow, double inverseAbove) {
        for (int i = 0; i < nx; i++) {
            double up = a[i] + Math.abs(a[i]);
            double down = Math.abs(a[i]) - a[i];
            rate[i] = rate[i] + 0.5 * (up * inverseAbove + down * inverseBelow);
        }
    }

    private void addFaceRates(double[] low, double[] high, double inverse) {
        for (int i = 0; i < nx; i++) {
            double up = high[i] + Math.abs(high[i]);
            double down = Math.abs(low[i]) - low[i];
            rate[i] = rate[i] + 0.5 * (up + down) * inverse;
        }
    }

    private void addFaceRates(double[] low, double[] high, double[] inverse) {
        for (int i = 0; i < nx; i++) {
            double up = high[i] + Math.abs(high[i]);
            double down = Math.abs(low[i]) - low[i];
            rate[i] = rate[i] + 0.5 * (up + down) * inverse[i];
        }
    }

    private void addPointRates(double[] a, double[] inverse) {
        for (int i = 0; i < nx; i++) {
            double up = a[i] + Math.abs(a[i]);
            double down = Math.abs(a[i]) - a[i];
            rate[i] = rate[i] + 0.5 * (up * inverse[i + 1] + down * inverse[i]);
        }
    }

    /** The mesh on which the velocities live. */
    Mesh mesh() {
        return mesh;
    }
}
