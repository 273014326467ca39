package org.dualflow.validation.report;

import org.dualflow.measure.Measure;
import org.dualflow.measure.QuantileFunction;
import org.dualflow.mesh.Domain;
import org.dualflow.run.Snapshot;
import org.dualflow.run.Solution;
import org.hipparchus.util.FastMath;

/**
 * A species on a line over time: the share of its mass in each of {@value #ROWS} equal parts of the domain, as the logarithm of
 * it, so that an atom and a thin density are seen in one picture. Mass on a wall is in the outermost part. Between two snapshots
 * every quantile moves evenly (the geodesic of optimal transport), so that a fast atom leaves a line and not dots; on a circle,
 * whose seam quantiles cannot cross, every column shows one snapshot.
 */
final class SpaceTime {

    /** Fewest snapshots that make a picture. */
    static final int FEWEST_COLUMNS = 8;

    private static final int ROWS = 64;
    private static final int MOST_COLUMNS = 200;
    private static final int LEVELS = 800;
    private static final int TIMES = 32;

    /** Logarithm of the least share that is told from nothing. */
    private static final double FAINTEST = -4;

    private SpaceTime() {}

    static MapPlot of(Solution solution, int s) {
        Domain.Side side = solution.model().species().get(s).domain().side(0);
        int n = solution.snapshots().size();
        int columns = Math.min(n, MOST_COLUMNS);
        double first = solution.snapshots().get(0).time();
        double last = solution.snapshots().get(n - 1).time();
        double[] times = new double[columns];
        double[] positions = new double[ROWS];
        for (int r = 0; r < ROWS; r++) {
            positions[r] = side.lower() + (r + 0.5) * side.length() / ROWS;
        }
        double[][] quantiles = new double[columns][];
        for (int c = 0; c < columns; c++) {
            times[c] = first + c * (last - first) / (columns - 1);
            quantiles[c] = quantiles(nearest(solution, times[c]).state().measure(s));
        }
        double[][] z = new double[ROWS][columns];
        for (int c = 0; c < columns; c++) {
            double[] next = side.isPeriodic() || c == columns - 1 ? quantiles[c] : quantiles[c + 1];
            double[] share = shares(quantiles[c], next, side);
            for (int r = 0; r < ROWS; r++) {
                z[r][c] = Math.max(FAINTEST, FastMath.log10(share[r]));
            }
        }
        String species = solution.model().species().get(s).name();
        return new MapPlot(
                "spacetime-" + solution.name() + "-" + species,
                "The " + species + " in space and time: " + solution.name(),
                "Share of the mass in each of " + ROWS
                        + " parts of the domain, as its logarithm. The darkest line is an atom;"
                        + " in the outermost parts lies what is on a wall.",
                Plot.Axis.of("time"),
                Plot.Axis.of("position"),
                times,
                positions,
                z,
                "log10 of the mass",
                FAINTEST);
    }

    private static Snapshot nearest(Solution solution, double time) {
        Snapshot best = solution.snapshots().get(0);
        for (Snapshot snapshot : solution.snapshots()) {
            if (Math.abs(snapshot.time() - time) < Math.abs(best.time() - time)) {
                best = snapshot;
            }
        }
        return best;
    }

    private static double[] quantiles(Measure measure) {
        QuantileFunction quantile = QuantileFunction.ofAtoms(measure);
        double[] x = new double[LEVELS];
        for (int q = 0; q < LEVELS; q++) {
            x[q] = quantile.value((q + 0.5) / LEVELS * quantile.mass());
        }
        return x;
    }

    /** The mean over the time between two columns, every quantile moving evenly. */
    private static double[] shares(double[] from, double[] to, Domain.Side side) {
        double[] share = new double[ROWS];
        for (int k = 0; k < TIMES; k++) {
            double part = (k + 0.5) / TIMES;
            for (int q = 0; q < LEVELS; q++) {
                double x = from[q] + part * (to[q] - from[q]);
                int row = (int) Math.floor((x - side.lower()) / side.length() * ROWS);
                share[Math.max(0, Math.min(ROWS - 1, row))] += 1.0 / (TIMES * LEVELS);
            }
        }
        return share;
    }
}
