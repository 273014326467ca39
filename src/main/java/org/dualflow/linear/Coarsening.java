package org.dualflow.linear;

/**
 * One axis of cells joined in pairs (the last cell of an odd number stays alone), and linear interpolation between the
 * centres of the pairs. Beyond the outermost centre at a wall the interpolation is constant.
 */
final class Coarsening {

    /** Fine and coarse cells. */
    final int fine;

    final int coarse;

    /** Whether the axis is left as it is. */
    final boolean trivial;

    /** Centres of the coarse cells and their faces. */
    final double[] faces;

    /** Of a fine cell: the coarse cell it belongs to, the other one it takes from, and the share of the other one. */
    final int[] near;

    final int[] far;
    final double[] share;

    private final double[] fineFaces;

    /** Joins pairs. */
    static Coarsening pairs(double[] faces, boolean periodic) {
        return new Coarsening(faces, periodic, false);
    }

    /** Leaves the axis as it is. */
    static Coarsening none(double[] faces, boolean periodic) {
        return new Coarsening(faces, periodic, true);
    }

    private Coarsening(double[] faces, boolean periodic, boolean trivial) {
        this.fineFaces = faces;
        this.trivial = trivial;
        fine = faces.length - 1;
        coarse = trivial ? fine : (fine + 1) / 2;
        this.faces = new double[coarse + 1];
        for (int c = 0; c < coarse; c++) {
            this.faces[c] = faces[trivial ? c : 2 * c];
        }
        this.faces[coarse] = faces[fine];
        near = new int[fine];
        far = new int[fine];
        share = new double[fine];
        double length = faces[fine] - faces[0];
        for (int i = 0; i < fine; i++) {
            near[i] = trivial ? i : i / 2;
            far[i] = near[i];
            double offset = centre(faces, i) - centre(this.faces, near[i]);
            int other = near[i] + (offset > 0 ? 1 : -1);
            if (trivial || offset == 0 || coarse == 1 || !periodic && (other < 0 || other >= coarse)) {
                continue;
            }
            far[i] = (other + coarse) % coarse;
            double distance = Math.abs(centre(this.faces, far[i]) - centre(this.faces, near[i]));
            if (other < 0 || other >= coarse) {
                distance = length - distance;
            }
            share[i] = Math.abs(offset) / distance;
        }
    }

    private static double centre(double[] faces, int i) {
        return 0.5 * (faces[i] + faces[i + 1]);
    }

    /** Distance of the centres of fine cells {@code i} and the next over that of coarse cells {@code c} and the next. */
    double stretch(int c) {
        int i = trivial ? c : Math.min(2 * c + 1, fine - 1);
        return gap(fineFaces, fine, i) / gap(faces, coarse, c);
    }

    private static double gap(double[] faces, int n, int i) {
        return i + 1 < n ? 0.5 * (faces[i + 2] - faces[i]) : 0.5 * (faces[n] - faces[n - 1] + faces[1] - faces[0]);
    }

    /** The last fine cell of coarse cell {@code c}, behind which its outer face lies. */
    int lastChild(int c) {
        return trivial ? c : Math.min(2 * c + 1, fine - 1);
    }

    /** Adds to a fine row what linear interpolation of a coarse row gives. */
    void prolong(double[] from, double[] to) {
        if (trivial) {
            for (int i = 0; i < fine; i++) {
                to[i] += from[i];
            }
            return;
        }
        for (int i = 0; i < fine; i++) {
            double value = from[near[i]];
            to[i] += value + share[i] * (from[far[i]] - value);
        }
    }

    /** Adds the transpose: {@code to += weight · P^T from}. */
    void restrict(double[] from, double weight, double[] to) {
        if (trivial) {
            for (int i = 0; i < fine; i++) {
                to[i] += weight * from[i];
            }
            return;
        }
        for (int i = 0; i < fine; i++) {
            double part = weight * from[i];
            double shared = share[i] * part;
            to[near[i]] += part - shared;
            to[far[i]] += shared;
        }
    }
}
