package org.dualflow.fv.remap;

import org.dualflow.field.VelocityField;
import org.dualflow.mesh.Axis;
import org.dualflow.mesh.Mesh;
import org.dualflow.time.StepFailure;
import org.jspecify.annotations.Nullable;

/** Moves one species along one axis: every line of the mesh on its own. */
final class RemapSweep {

    private final Mesh mesh;
    private final int swept;
    private final Axis axis;
    private final boolean moments;
    private final RemapTracer tracer;
    private final RemapCuts cuts;
    private final RemapMasses masses;
    private final RemapMoments momentsRemap;
    private final RemapLine old;
    private final RemapLine moved;
    private double outflow;
    private int culprit;

    RemapSweep(Mesh mesh, int swept, SemiLagrangianScheme scheme) {
        this.mesh = mesh;
        this.swept = swept;
        axis = mesh.axis(swept);
        moments = scheme.reconstruction() == RemapReconstruction.MOMENTS;
        double[] ends = axis.faces();
        if (moments) {
            ends[0] = axis.cellLower(0);
            ends[axis.cells()] = axis.cellUpper(axis.cells() - 1);
        }
        tracer = new RemapTracer(axis.side(), swept, mesh.dimension(), scheme.tracingOrder(), ends);
        cuts = new RemapCuts(axis, ends);
        masses = new RemapMasses(axis, scheme.reconstruction());
        momentsRemap = new RemapMoments(axis, swept);
        old = new RemapLine(axis.cells(), moments ? mesh.dimension() : 0);
        moved = new RemapLine(axis.cells(), moments ? mesh.dimension() : 0);
    }

    /** Mass that left in the last call of {@link #advance}. */
    double outflow() {
        return outflow;
    }

    /** The longest way of a face in the last call, over the smallest width of a cell. */
    double courant() {
        return tracer.farthest() / axis.minWidth();
    }

    /** The cell at which the last failure was found, row-major. */
    int culprit() {
        return culprit;
    }

    /**
     * Moves species {@code s} of a state in place.
     *
     * @return what went wrong, or null
     */
    StepFailure.@Nullable Cause advance(SemiLagrangianState state, int s, VelocityField field, double dt) {
        outflow = 0;
        tracer.reset();
        int across = mesh.size() / axis.cells();
        for (int line = 0; line < across; line++) {
            place(line);
            StepFailure.Cause cause = tracer.trace(field, dt, cuts.feet);
            if (cause != null) {
                culprit = index(line, Math.min(tracer.culprit(), axis.cells() - 1));
                return cause;
            }
            cuts.arrange();
            load(state.mass[s], line, old.mass);
            for (int d = 0; d < old.mean.length; d++) {
                load(state.mean[s][d], line, old.mean[d]);
                load(state.variance[s][d], line, old.variance[d]);
            }
            outflow += moments ? momentsRemap.remap(old, cuts, moved) : masses.remap(old.mass, cuts, moved.mass);
            store(state.mass[s], line, moved.mass);
            for (int d = 0; d < old.mean.length; d++) {
                store(state.mean[s][d], line, moved.mean[d]);
                store(state.variance[s][d], line, moved.variance[d]);
            }
        }
        return null;
    }

    /** Sets the transverse coordinates of a line. */
    private void place(int line) {
        int e = swept == 0 ? 1 : 0;
        for (int d = 0; d < mesh.dimension(); d++) {
            if (d != swept) {
                int at = d == e ? line % mesh.cells(e) : line / mesh.cells(e);
                java.util.Arrays.fill(tracer.transverse(d), mesh.axis(d).point(at));
            }
        }
    }

    private int row(int line, int p) {
        int ny = mesh.cells(1);
        return switch (swept) {
            case 0 -> line;
            case 1 -> p + ny * (line / mesh.rowLength());
            default -> line / mesh.rowLength() + ny * p;
        };
    }

    private int column(int line, int p) {
        return swept == 0 ? p : line % mesh.rowLength();
    }

    private int index(int line, int p) {
        return row(line, p) * mesh.rowLength() + column(line, p);
    }

    private void load(double[][] rows, int line, double[] into) {
        if (swept == 0) {
            System.arraycopy(rows[line], 0, into, 0, into.length);
            return;
        }
        int column = line % mesh.rowLength();
        int first = row(line, 0);
        int stride = swept == 1 ? 1 : mesh.cells(1);
        for (int p = 0; p < into.length; p++) {
            into[p] = rows[first + p * stride][column];
        }
    }

    private void store(double[][] rows, int line, double[] from) {
        if (swept == 0) {
            System.arraycopy(from, 0, rows[line], 0, from.length);
            return;
        }
        int column = line % mesh.rowLength();
        int first = row(line, 0);
        int stride = swept == 1 ? 1 : mesh.cells(1);
        for (int p = 0; p < from.length; p++) {
            rows[first + p * stride][column] = from[p];
        }
    }
}
