package org.dualflow.fv;

import java.util.Arrays;
import java.util.Objects;
import org.dualflow.measure.CompensatedSum;
import org.dualflow.measure.Reductions;
import org.dualflow.mesh.Mesh;
import org.jspecify.annotations.Nullable;

/**
 * One Runge–Kutta stage of one species: {@code out = v + α (start - v)} with v the Euler step from {@code in}, in one sweep
 * over the mesh, block by block of columns and row by row.
 *
 * <p>The sum of all masses changes by rounding only: every flux enters two cells with opposite signs, and rounding of
 * the update of a cell is at most 5 units of 2⁻⁵³ of its mass and its fluxes.
 */
final class Sweep {

    /** Columns of a block: its row buffers stay in a second-level cache of half a megabyte. */
    private static final int BLOCK = 4096;

    private final int nx;
    private final int ny;
    private final int nz;
    private final int dimension;
    private final AxisGeometry[] geometry;
    private final RowKernels kernels;
    private final RowFlux alongX;
    private final @Nullable TransverseFlux[] across;
    private final @Nullable PlaneFlux plane;
    private final @Nullable SourceQuadrature source;
    private final double[] change;
    private final double[] defect;
    private final CompensatedSum out = new CompensatedSum();
    private final CompensatedSum in = new CompensatedSum();
    private boolean inspecting = true;
    private @Nullable RowFloors floors;

    Sweep(
            Mesh mesh,
            AxisGeometry[] geometry,
            TransportScheme scheme,
            RowKernels kernels,
            @Nullable SourceQuadrature source) {
        this.geometry = geometry;
        this.kernels = kernels;
        this.source = source;
        dimension = mesh.dimension();
        nx = mesh.cells(0);
        ny = mesh.cells(1);
        nz = mesh.cells(2);
        Reconstruction reconstruction = new Reconstruction(scheme, kernels);
        alongX = new ReconstructedRowFlux(geometry[0], reconstruction, kernels);
        across = new @Nullable TransverseFlux[dimension];
        if (dimension > 1) {
            across[1] = new ReconstructedTransverseFlux(geometry[1], reconstruction, kernels, nx, 1, 1);
        }
        if (dimension > 2) {
            across[2] = new ReconstructedTransverseFlux(geometry[2], reconstruction, kernels, nx, ny, ny);
        }
        plane = dimension == 2 && source == null ? plane(scheme) : null;
        change = RowBuffer.of(nx);
        defect = RowBuffer.of(nx);
    }

    private PlaneFlux plane(TransportScheme scheme) {
        boolean uniform = geometry[0].uniform && geometry[1].uniform;
        return uniform && scheme.flux() == TransportScheme.Flux.UPWIND_AT_FACES && scheme.faces() == FaceFlux.UPWIND
                ? new UpwindPlaneFlux(geometry[0], geometry[1], kernels)
                : new SplitPlaneFlux(alongX, Objects.requireNonNull(across[1]));
    }

    /** Later stages are inspected for {@link #isSound} in every row. */
    void inspectAll() {
        inspecting = true;
        floors = null;
    }

    /** Later stages are inspected, if at all, in the rows whose signs are not known beforehand. */
    void inspect(boolean needed, RowFloors known) {
        inspecting = needed;
        floors = known;
    }

    private boolean inspects(int row) {
        return inspecting && (floors == null || floors.isUnknown(row));
    }

    /** The largest factor of a difference of fluxes in a step Δt. */
    double largestCoefficient(double dt) {
        double largest = 0;
        for (AxisGeometry g : geometry) {
            largest = Math.max(largest, g.largestCoefficient(dt));
        }
        return largest;
    }

    /** Makes a stage; {@code t} is its time, {@code weight} is α. */
    void stage(double[][] m, MeshVelocity a, double t, double dt, double[][] start, double weight, double[][] result) {
        out.reset();
        in.reset();
        Arrays.fill(defect, 0);
        int width = source == null && geometry[0].uniform ? BLOCK : nx;
        int blocks = (nx + width - 1) / width;
        for (int b = 0; b < blocks; b++) {
            int from = (int) ((long) nx * b / blocks);
            int to = (int) ((long) nx * (b + 1) / blocks);
            if (plane == null) {
                block(m, a, t, dt, start, weight, result, from, to);
            } else {
                block(plane, m, a, dt, start, weight, result, from, to);
            }
        }
    }

    private void block(
            PlaneFlux plane,
            double[][] m,
            MeshVelocity a,
            double dt,
            double[][] start,
            double weight,
            double[][] result,
            int from,
            int to) {
        double cx = geometry[0].coefficient(dt);
        double cy = geometry[1].coefficient(dt);
        plane.start(m, a, from, to);
        account(plane.lower(), geometry[1].openBelow, -cy, from, to);
        for (int j = 0; j < ny; j++) {
            plane.fill(m, a, j, from, to);
            accountRow(plane.west(), cx, from, to);
            account(plane.upper(), geometry[1].openAbove && j == ny - 1, cy, from, to);
            kernels.advance(
                    m[j],
                    plane.west(),
                    plane.east(),
                    cx,
                    plane.lower(),
                    plane.upper(),
                    cy,
                    start[j],
                    weight,
                    result[j],
                    defect,
                    inspects(j),
                    from,
                    to);
            plane.shift();
        }
    }

    private void block(
            double[][] m,
            MeshVelocity a,
            double t,
            double dt,
            double[][] start,
            double weight,
            double[][] result,
            int from,
            int to) {
        for (int k = 0; k < nz; k++) {
            for (int j = 0; j < ny; j++) {
                int r = j + ny * k;
                double[] row = m[r];
                double cx = geometry[0].coefficient(dt);
                alongX.fill(row, a.rows(0)[r], from, to);
                accountRow(alongX.west(), cx, from, to);
                kernels.difference(alongX.west(), alongX.east(), cx, change, from, to);
                if (dimension > 1) {
                    TransverseFlux y = advanceY(m, a, j, k, dt, from, to);
                    kernels.addDifference(y.lower(0), y.upper(), geometry[1].coefficient(dt), change, from, to);
                    y.shift(0);
                }
                if (dimension > 2) {
                    TransverseFlux z = advanceZ(m, a, j, k, dt, from, to);
                    kernels.addDifference(z.lower(j), z.upper(), geometry[2].coefficient(dt), change, from, to);
                    z.shift(j);
                }
                if (source != null) {
                    double[] supply = source.row(t, r);
                    kernels.subtract(supply, dt, change, from, to);
                    accountSource(supply, dt);
                }
                if (weight == 0) {
                    kernels.euler(row, change, result[r], from, to);
                } else {
                    kernels.relax(row, change, start[r], weight, result[r], from, to);
                }
                if (inspects(r)) {
                    kernels.defect(result[r], defect, from, to);
                }
            }
        }
    }

    private TransverseFlux advanceY(double[][] m, MeshVelocity a, int j, int k, double dt, int from, int to) {
        TransverseFlux y = Objects.requireNonNull(across[1]);
        double[][] v = a.rows(1);
        int velocityBase = v.length / nz * k;
        if (j == 0) {
            y.start(0, m, ny * k, v, velocityBase, from, to);
            account(y.lower(0), geometry[1].openBelow, -geometry[1].coefficient(dt), from, to);
        }
        y.advance(0, j, m, ny * k, v, velocityBase, from, to);
        account(y.upper(), geometry[1].openAbove && j == ny - 1, geometry[1].coefficient(dt), from, to);
        return y;
    }

    private TransverseFlux advanceZ(double[][] m, MeshVelocity a, int j, int k, double dt, int from, int to) {
        TransverseFlux z = Objects.requireNonNull(across[2]);
        double[][] w = a.rows(2);
        if (k == 0) {
            z.start(j, m, j, w, j, from, to);
            account(z.lower(j), geometry[2].openBelow, -geometry[2].coefficient(dt), from, to);
        }
        z.advance(j, k, m, j, w, j, from, to);
        account(z.upper(), geometry[2].openAbove && k == nz - 1, geometry[2].coefficient(dt), from, to);
        return z;
    }

    private void accountRow(double[] west, double cx, int from, int to) {
        if (from == 0 && geometry[0].openBelow) {
            out.add(-cx * west[0]);
        }
        if (to == nx && geometry[0].openAbove) {
            out.add(cx * west[nx]);
        }
    }

    private void account(double[] flux, boolean open, double c, int from, int to) {
        if (open) {
            for (int i = from; i < to; i++) {
                out.add(c * flux[i]);
            }
        }
    }

    private void accountSource(double[] supply, double dt) {
        for (int i = 0; i < nx; i++) {
            in.add(dt * supply[i]);
        }
    }

    /** Mass that left through open ends in the Euler step of the last stage. */
    double outflow() {
        return out.value();
    }

    /** Mass that the source brought in the Euler step of the last stage. */
    double inflow() {
        return in.value();
    }

    /** Whether all masses made by the last stage, in the rows that were inspected, are finite and not negative. */
    boolean isSound() {
        // defects are |m| - m, at least 0 or not a number
        return Reductions.sum(defect) == 0;
    }
}
