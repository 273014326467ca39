package org.dualflow.fv;

import org.dualflow.field.VelocityField;
import org.dualflow.measure.CellMeasure;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.Source;
import org.dualflow.model.TransportModel;
import org.dualflow.restart.Tape;
import org.dualflow.time.StepFailure;
import org.jspecify.annotations.Nullable;

/** One species on its mesh: its masses at the levels of a step, its velocity and its sweep. */
final class SpeciesGrid {

    /**
     * Errors of slopes by underflow of scaled products of jumps are below 2⁻⁹³⁵, see {@link PlainRowKernels}; of fluxes below
     * 2⁻¹⁰²².
     */
    private static final double UNDERFLOW = 0x1p-930;

    private final String name;
    private final CellMeasure[] levels;
    private final double[] outflow;
    private final double[] inflow;
    final MeshVelocity velocity;
    private final Sweep sweep;
    private final RowFloors floors;
    private final double largestCfl;
    private double emptyingRate = Double.NaN;
    private final boolean delicate;
    private final boolean hasSource;

    SpeciesGrid(TransportModel model, int s, CellMeasure initial, TransportScheme scheme, int levels) {
        name = model.species().get(s).name();
        Mesh mesh = initial.mesh();
        if (!mesh.domain().equals(model.species().get(s).domain())) {
            throw new IllegalArgumentException("mesh of " + name + " divides " + mesh.domain() + ": "
                    + model.species().get(s).domain() + " is allowed");
        }
        model.require(s, mesh);
        Reconstruction.require(scheme, mesh);
        requireMasses(initial);
        AxisGeometry[] geometry = new AxisGeometry[mesh.dimension()];
        for (int d = 0; d < geometry.length; d++) {
            geometry[d] = new AxisGeometry(mesh.axis(d));
        }
        this.levels = new CellMeasure[levels];
        this.levels[0] = initial.copy();
        for (int level = 1; level < levels; level++) {
            this.levels[level] = new CellMeasure(mesh, mesh.newRows());
        }
        outflow = new double[levels];
        inflow = new double[levels];
        velocity = new MeshVelocity(mesh, geometry, scheme.isCentred());
        @Nullable Source source = Source.forMesh(model, s).orElse(null);
        hasSource = source != null;
        delicate = hasSource || !scheme.isPositive();
        floors = new RowFloors(levels, this.levels[0].rows());
        largestCfl = scheme.largestCfl();
        sweep = new Sweep(
                mesh,
                geometry,
                scheme,
                RowKernels.provided(),
                source == null ? null : new SourceQuadrature(source, mesh, scheme));
    }

    private void requireMasses(CellMeasure initial) {
        double[][] rows = initial.rows();
        for (int r = 0; r < rows.length; r++) {
            for (int i = 0; i < rows[r].length; i++) {
                if (!(rows[r][i] >= 0 && rows[r][i] < Double.POSITIVE_INFINITY)) {
                    throw new IllegalArgumentException("mass of " + name + " in cell " + (r * rows[r].length + i)
                            + " = " + rows[r][i] + ": a finite number, at least 0, is allowed");
                }
            }
        }
    }

    /** Evaluates the velocity; returns the largest rate at which it empties a cell, NaN or infinity if it is not finite. */
    double freeze(VelocityField field) {
        velocity.fill(field);
        emptyingRate = velocity.maxRate();
        return emptyingRate;
    }

    /** The rate of the velocity evaluated last. */
    double emptyingRate() {
        return emptyingRate;
    }

    CellMeasure level(int level) {
        return levels[level];
    }

    /** Everything that one level holds. */
    void transfer(Tape tape, int level) {
        tape.numbers(levels[level].rows());
        outflow[level] = tape.number(outflow[level]);
        inflow[level] = tape.number(inflow[level]);
        floors.transfer(tape, level);
    }

    boolean hasSource() {
        return hasSource;
    }

    double outflow(int level) {
        return outflow[level];
    }

    double inflow(int level) {
        return inflow[level];
    }

    /**
     * One stage from level {@code from} to level {@code to}. A convex combination with an unsound stage is unsound as long as
     * Euler steps keep signs; then only the last stage need be inspected, and of that only rows that {@link RowFloors} does
     * not vouch for.
     */
    void stage(int from, int start, int to, double weight, double t, double dt, boolean last) {
        if (delicate) {
            sweep.inspectAll();
        } else {
            double share = dt * emptyingRate / largestCfl;
            floors.predict(from, start, to, weight, share, sweep.largestCoefficient(dt));
            sweep.inspect(last, floors);
        }
        sweep.stage(levels[from].rows(), velocity, t, dt, levels[start].rows(), weight, levels[to].rows());
        if (last && !delicate) {
            floors.measure(start, levels[to].rows());
        }
        outflow[to] = relax(outflow[from] + sweep.outflow(), outflow[start], weight);
        inflow[to] = relax(inflow[from] + sweep.inflow(), inflow[start], weight);
    }

    private static double relax(double v, double start, double weight) {
        return v + weight * (start - v);
    }

    /**
     * What is wrong with the masses of a level just made, if anything. Results in the range of underflow count as zero:
     * there a rounding can exceed what is rounded, and a mass below 2⁻⁹³⁰ = 1.1e-280 may come out with the wrong sign.
     */
    @Nullable
    StepFailure check(int level, double time) {
        if (sweep.isSound()) {
            return null;
        }
        double[][] rows = levels[level].rows();
        for (int r = 0; r < rows.length; r++) {
            for (int i = 0; i < rows[r].length; i++) {
                double m = rows[r][i];
                int cell = r * rows[r].length + i;
                if (!Double.isFinite(m)) {
                    return new StepFailure(StepFailure.Cause.NOT_FINITE, time, name, cell, "mass " + m);
                }
                if (m <= -UNDERFLOW) {
                    return new StepFailure(
                            StepFailure.Cause.NEGATIVE, time, name, cell, "mass " + m + ": at least 0 is allowed");
                }
                if (m < 0) {
                    rows[r][i] = 0;
                }
            }
        }
        return null;
    }

    /** Whose fault it is that the Courant number per unit of time is {@code rate}. */
    StepFailure blame(double rate, double dt, double limit, double time) {
        if (!Double.isFinite(rate)) {
            int cell = velocity.firstAbove(Double.MAX_VALUE);
            return new StepFailure(
                    StepFailure.Cause.NOT_FINITE, time, name, cell, "velocity at a face or at the point of the cell");
        }
        int cell = velocity.firstAbove(Math.nextDown(rate));
        return new StepFailure(
                StepFailure.Cause.CFL,
                time,
                name,
                cell,
                "Courant number " + rate * dt + " with step " + dt + ": at most " + limit + " is allowed");
    }
}
