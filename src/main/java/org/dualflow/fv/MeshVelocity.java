package org.dualflow.fv;

import java.util.Arrays;
import java.util.Objects;
import org.dualflow.field.VelocityField;
import org.dualflow.measure.Reductions;
import org.dualflow.mesh.Mesh;
import org.dualflow.parallel.Team;
import org.jspecify.annotations.Nullable;

/**
 * The velocity of one species on its mesh, projected at the ends of each axis: no component points through a wall or into
 * the domain through an open end.
 *
 * <p>Shapes: with velocities at points, {@code rows(d)} is {@code double[rows][nx]} for every axis. With velocities at
 * faces, axis 0 has {@code double[rows][nx + 1]}, axis 1 {@code double[(ny + 1) nz][nx]} with face f of plane k at
 * {@code f + (ny + 1) k}, axis 2 {@code double[ny (nz + 1)][nx]} with face f of line j at {@code j + ny f}.
 */
final class MeshVelocity {

    /** Rows that one thread fills at a time. */
    private static final int CHUNK = 16;

    private final Mesh mesh;
    private final AxisGeometry[] geometry;
    private final boolean centred;
    private final int nx;
    private final int ny;
    private final int nz;
    private final double[][][] rows;
    private final double[][] axisPoints;
    private final double[][] axisFaces;
    private final Team.Task fillPoints = this::fillPoints;
    private final Team.Task[] fillFaces;
    private final Team.Task raise = this::raise;
    private Team team = Team.single();
    private Lane[] lanes;
    private @Nullable VelocityField field;
    private boolean divisible;

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
        fillFaces = new Team.Task[dimension];
        for (int d = 0; d < dimension; d++) {
            axisPoints[d] = mesh.axis(d).points();
            axisFaces[d] = mesh.axis(d).faces();
            int component = d;
            fillFaces[d] = (chunk, worker) -> fillFaces(component, chunk, lanes[worker]);
            int y = ny + (!centred && d == 1 ? 1 : 0);
            int z = nz + (!centred && d == 2 ? 1 : 0);
            rows[d] = new double[y * z][!centred && d == 0 ? nx + 1 : nx];
        }
        lanes = new Lane[] {new Lane()};
    }

    /** Work arrays of one thread. */
    private final class Lane {
        final double[][] block = new double[rows.length][nx + 1];
        final double[][] out = new double[rows.length][];
        final double[] shifted = new double[nx];
        final double[] rate = new double[nx];
        final double[] highest = new double[nx];

        @Nullable
        VelocityField view;
    }

    /** Divides rows among the threads of a team. */
    void workWith(Team other) {
        team = other;
        lanes = new Lane[team.size()];
        for (int i = 0; i < lanes.length; i++) {
            lanes[i] = new Lane();
        }
        field = null;
    }

    /** One view of the field per thread, if there are views. */
    private void look(VelocityField at) {
        if (field == at) {
            return;
        }
        field = at;
        divisible = team.size() > 1;
        lanes[0].view = at;
        for (int i = 1; i < lanes.length && divisible; i++) {
            lanes[i].view = at.twin();
            divisible = lanes[i].view != null;
        }
    }

    private static int chunks(int rows) {
        return (rows + CHUNK - 1) / CHUNK;
    }

    private void divide(int chunks, Team.Task task) {
        if (divisible) {
            team.run(chunks, task);
            return;
        }
        for (int chunk = 0; chunk < chunks; chunk++) {
            task.run(chunk, 0);
        }
    }

    /** The velocities along axis {@code d}. */
    double[][] rows(int d) {
        return rows[d];
    }

    /** Evaluates the field and projects it. */
    void fill(VelocityField at) {
        look(at);
        if (centred) {
            divide(chunks(ny * nz), fillPoints);
        }
        for (int d = 0; d < rows.length; d++) {
            if (!centred) {
                divide(chunks(rows[d].length), fillFaces[d]);
            }
            project(d);
        }
    }

    /** All components at the points of some rows. */
    private void fillPoints(int chunk, int worker) {
        Lane lane = lanes[worker];
        VelocityField view = Objects.requireNonNull(lane.view);
        System.arraycopy(axisPoints[0], 0, lane.block[0], 0, nx);
        for (int r = chunk * CHUNK; r < Math.min(ny * nz, (chunk + 1) * CHUNK); r++) {
            if (rows.length > 1) {
                Arrays.fill(lane.block[1], axisPoints[1][r % ny]);
            }
            if (rows.length > 2) {
                Arrays.fill(lane.block[2], axisPoints[2][r / ny]);
            }
            for (int d = 0; d < rows.length; d++) {
                lane.out[d] = rows[d][r];
            }
            view.fill(lane.block, nx, lane.out);
        }
    }

    /** One component at the faces of some rows. */
    private void fillFaces(int d, int chunk, Lane lane) {
        VelocityField view = Objects.requireNonNull(lane.view);
        int lines = ny + (d == 1 ? 1 : 0);
        double[] x = d == 0 ? axisFaces[0] : axisPoints[0];
        double[] y = rows.length < 2 ? x : d == 1 ? axisFaces[1] : axisPoints[1];
        double[] z = rows.length < 3 ? x : d == 2 ? axisFaces[2] : axisPoints[2];
        System.arraycopy(x, 0, lane.block[0], 0, x.length);
        for (int r = chunk * CHUNK; r < Math.min(rows[d].length, (chunk + 1) * CHUNK); r++) {
            if (rows.length > 1) {
                Arrays.fill(lane.block[1], y[r % lines]);
            }
            if (rows.length > 2) {
                Arrays.fill(lane.block[2], z[r / lines]);
            }
            view.fill(d, lane.block, x.length, rows[d][r]);
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
        for (Lane lane : lanes) {
            Arrays.fill(lane.highest, 0);
        }
        team.run(chunks(ny * nz), raise);
        double max = 0;
        for (Lane lane : lanes) {
            max = Math.max(max, Reductions.greatest(lane.highest));
        }
        return max;
    }

    private void raise(int chunk, int worker) {
        Lane lane = lanes[worker];
        for (int r = chunk * CHUNK; r < Math.min(ny * nz, (chunk + 1) * CHUNK); r++) {
            fillRate(r, lane);
            raise(lane.rate, lane.highest);
        }
    }

    private void raise(double[] rate, double[] highest) {
        for (int i = 0; i < nx; i++) {
            highest[i] = Math.max(highest[i], rate[i]);
        }
    }

    /** The first cell whose rate is not at most {@code bound}, -1 if there is none. */
    int firstAbove(double bound) {
        for (int r = 0; r < ny * nz; r++) {
            fillRate(r, lanes[0]);
            for (int i = 0; i < nx; i++) {
                if (!(lanes[0].rate[i] <= bound)) {
                    return r * nx + i;
                }
            }
        }
        return -1;
    }

    private void fillRate(int r, Lane lane) {
        double[] rate = lane.rate;
        Arrays.fill(rate, 0);
        int j = r % ny;
        int k = r / ny;
        for (int d = 0; d < rows.length; d++) {
            AxisGeometry g = geometry[d];
            if (d == 0 && centred) {
                addPointRates(rows[0][r], g.inverseDistance, rate);
            } else if (d == 0) {
                double[] a = rows[0][r];
                System.arraycopy(a, 1, lane.shifted, 0, nx);
                addFaceRates(a, lane.shifted, g.inverseWidth, rate);
            } else {
                int index = d == 1 ? j : k;
                int low = centred ? r : d == 1 ? j + (ny + 1) * k : r;
                double[] a = rows[d][low];
                if (centred) {
                    addPointRates(a, g.inverseDistance[index], g.inverseDistance[index + 1], rate);
                } else {
                    addFaceRates(a, rows[d][d == 1 ? low + 1 : low + ny], g.inverseWidth[index], rate);
                }
            }
        }
    }

    private void addPointRates(double[] a, double inverseBelow, double inverseAbove, double[] rate) {
        for (int i = 0; i < nx; i++) {
            double up = a[i] + Math.abs(a[i]);
            double down = Math.abs(a[i]) - a[i];
            rate[i] = rate[i] + 0.5 * (up * inverseAbove + down * inverseBelow);
        }
    }

    private void addFaceRates(double[] low, double[] high, double inverse, double[] rate) {
        for (int i = 0; i < nx; i++) {
            double up = high[i] + Math.abs(high[i]);
            double down = Math.abs(low[i]) - low[i];
            rate[i] = rate[i] + 0.5 * (up + down) * inverse;
        }
    }

    private void addFaceRates(double[] low, double[] high, double[] inverse, double[] rate) {
        for (int i = 0; i < nx; i++) {
            double up = high[i] + Math.abs(high[i]);
            double down = Math.abs(low[i]) - low[i];
            rate[i] = rate[i] + 0.5 * (up + down) * inverse[i];
        }
    }

    private void addPointRates(double[] a, double[] inverse, double[] rate) {
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
