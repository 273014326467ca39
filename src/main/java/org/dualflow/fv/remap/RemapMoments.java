package org.dualflow.fv.remap;

import java.util.Arrays;
import org.dualflow.mesh.Axis;

/**
 * The remap of one line that carries mean and variance of the mass of every cell. Between the feet of two neighbouring
 * faces positions move by linear interpolation; moments along the other axes go with the mass.
 */
final class RemapMoments {

    private final int swept;
    private final double[] lower;
    private final double[] upper;
    private final RemapSlabs slabs = new RemapSlabs();
    private int bin;
    private double gone;

    /**
     * @param axis the axis of the line
     * @param swept its number
     */
    RemapMoments(Axis axis, int swept) {
        this.swept = swept;
        int n = axis.cells();
        lower = new double[n];
        upper = new double[n];
        for (int i = 0; i < n; i++) {
            lower[i] = axis.cellLower(i);
            upper[i] = axis.cellUpper(i);
        }
    }

    /**
     * Lays down the mass of every cell, cuts it and merges the pieces where they arrive.
     *
     * @param old the line before
     * @param cuts where to cut
     * @param out receives the line; means and variances of empty cells are zero
     * @return the mass that leaves the domain
     */
    double remap(RemapLine old, RemapCuts cuts, RemapLine out) {
        Arrays.fill(out.mass, 0);
        for (int d = 0; d < out.mean.length; d++) {
            Arrays.fill(out.mean[d], 0);
            Arrays.fill(out.variance[d], 0);
        }
        bin = 0;
        gone = 0;
        for (int i = 0; i < old.mass.length; i++) {
            if (old.mass[i] > 0) {
                slabs.fit(old.mass[i], old.mean[swept][i], old.variance[swept][i], lower[i], upper[i]);
                lay(slabs.atLower, lower[i], lower[i], i, old, cuts, out);
                lay(slabs.slab, slabs.from, slabs.to, i, old, cuts, out);
                lay(slabs.atUpper, upper[i], upper[i], i, old, cuts, out);
            }
        }
        for (double[] variance : out.variance) {
            for (int j = 0; j < variance.length; j++) {
                variance[j] = out.mass[j] > 0 ? variance[j] / out.mass[j] : 0;
            }
        }
        return gone;
    }

    /** Cuts a slab, or an atom if its ends agree; an atom at a cut goes above it. */
    private void lay(double mass, double l, double r, int i, RemapLine old, RemapCuts cuts, RemapLine out) {
        while (bin < cuts.count && cuts.cut[bin] <= l) {
            bin++;
        }
        double done = 0;
        double x = l;
        int k = bin;
        while (k < cuts.count && cuts.cut[k] < r) {
            double below = mass * ((cuts.cut[k] - l) / (r - l));
            merge(k, below - done, x, cuts.cut[k], i, old, cuts, out);
            done = below;
            x = cuts.cut[k];
            k++;
        }
        merge(k, mass - done, x, r, i, old, cuts, out);
    }

    /** Moves a piece to the target of its bin and adds its moments; variances are sums of squares until the end. */
    private void merge(int k, double piece, double l, double r, int i, RemapLine old, RemapCuts cuts, RemapLine out) {
        int j = cuts.target[k];
        if (!(piece > 0)) {
            return;
        }
        if (j == RemapCuts.OUTFLOW) {
            gone += piece;
            return;
        }
        double from = within(j, cuts.base[k] + (l - cuts.from[k]) * cuts.scale[k]);
        double to = within(j, cuts.base[k] + (r - cuts.from[k]) * cuts.scale[k]);
        double before = out.mass[j];
        double share = piece / (before + piece);
        for (int d = 0; d < out.mean.length; d++) {
            double mean = d == swept ? 0.5 * (from + to) : old.mean[d][i];
            double variance = d == swept ? (to - from) * (to - from) / 12 : old.variance[d][i];
            double distance = mean - out.mean[d][j];
            out.variance[d][j] += piece * variance + (before > 0 ? distance * distance * before * share : 0);
            out.mean[d][j] = before > 0 ? out.mean[d][j] + distance * share : mean;
        }
        out.mass[j] = before + piece;
    }

    /** Interpolated positions leave the cell by rounding only. */
    private double within(int j, double x) {
        return Math.max(lower[j], Math.min(upper[j], x));
    }
}
