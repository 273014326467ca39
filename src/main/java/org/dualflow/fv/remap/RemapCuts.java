package org.dualflow.fv.remap;

import org.dualflow.mesh.Axis;
import org.dualflow.mesh.Boundary;

/**
 * Where a remap along one axis cuts the old mass, and which cell receives what lies between two cuts.
 *
 * <p>{@code cut[0] ≤ … ≤ cut[count-1]} are the feet of the faces; bin {@code k} reaches from {@code cut[k-1]} to
 * {@code cut[k]}, bin 0 from below all mass, bin {@code count} to above all mass. On a periodic axis the feet are wrapped
 * and renumbered, so that both outermost bins belong to one cell. Mass beyond the foot of a wall belongs to the cell at
 * the wall, mass beyond the foot of an open end to nobody.
 */
final class RemapCuts {

    /** The target of mass that leaves the domain. */
    static final int OUTFLOW = -1;

    private final Axis axis;
    private final boolean periodic;
    private final double[] ends;
    final double[] feet;
    final double[] cut;
    final int[] target;
    int count;

    /** Foot of the lower end of the target of a bin, in the coordinates of the bin. */
    final double[] from;
    /** Width of the target over the distance of its feet; zero if all of the bin moves to one point. */
    final double[] scale;
    /** Where {@code from} moves. */
    final double[] base;

    /**
     * @param axis the axis
     * @param ends what is traced: the ends of the cells, length cells + 1
     */
    RemapCuts(Axis axis, double[] ends) {
        int n = axis.cells();
        this.axis = axis;
        this.periodic = axis.side().isPeriodic();
        this.ends = ends;
        feet = new double[n + 1];
        cut = new double[n + 1];
        target = new int[n + 2];
        from = new double[n + 2];
        scale = new double[n + 2];
        base = new double[n + 2];
    }

    /** Orders the {@link #feet} into cuts and bins. */
    void arrange() {
        if (periodic) {
            wrap();
        } else {
            enclose();
        }
    }

    private void enclose() {
        int n = axis.cells();
        count = n + 1;
        System.arraycopy(feet, 0, cut, 0, n + 1);
        for (int j = 0; j < n; j++) {
            bin(j + 1, j, 0);
        }
        point(0, axis.side().atLower() == Boundary.OPEN ? OUTFLOW : 0, ends[0]);
        point(n + 1, axis.side().atUpper() == Boundary.OPEN ? OUTFLOW : n - 1, ends[n]);
    }

    private void wrap() {
        int n = axis.cells();
        double length = axis.side().length();
        double lower = axis.side().lower();
        double turns = Math.floor((feet[0] - lower) / length);
        int first = 0;
        while (first < n && Math.floor((feet[first] - lower) / length) <= turns) {
            first++;
        }
        count = n;
        for (int k = 0; k < n; k++) {
            int j = first + k < n ? first + k : first + k - n;
            double shift = length * (j < first ? turns : turns + 1);
            cut[k] = feet[j] - shift;
            bin(k + 1, j, shift);
        }
        bin(0, first - 1, length * (turns + 1));
    }

    private void bin(int k, int j, double shift) {
        double width = feet[j + 1] - feet[j];
        target[k] = j;
        from[k] = feet[j] - shift;
        scale[k] = width > 0 ? (ends[j + 1] - ends[j]) / width : 0;
        base[k] = ends[j];
    }

    private void point(int k, int j, double x) {
        target[k] = j;
        from[k] = 0;
        scale[k] = 0;
        base[k] = x;
    }
}
