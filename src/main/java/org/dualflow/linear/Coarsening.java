package org.dualflow.linear;

/**
 * One axis of cells joined in pairs (the last cell of an odd number stays alone), and linear interpolation between the
 * centres of the pairs. Beyond the outermost centre at a wall the interpolation is constant.
 *
 * <p>Cell 2c lies before the centre of its pair c and takes a share from pair c-1; cell 2c+1 lies behind and takes one from
 * pair c+1: prolongation and its transpose are gathers over c, without a table of neighbours.
 */
final class Coarsening {

    /** Cells that take from a pair, and pairs that a cell takes from, at most. */
    static final int REACH = 4;

    /** Fine and coarse cells. */
    final int fine;

    final int coarse;

    /** Whether the axis is left as it is. */
    final boolean trivial;

    /** Faces of the coarse cells. */
    final double[] faces;

    private final double[] fineFaces;

    /** Shares that cells 2c and 2c+1 take from the pairs before and behind. */
    private final double[] before;

    private final double[] behind;

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
        before = new double[coarse];
        behind = new double[coarse];
        for (int c = 0; c < coarse && !trivial && coarse > 1; c++) {
            if (2 * c + 1 < fine) {
                double middle = centre(this.faces, c);
                double ahead = middle - centre(faces, 2 * c);
                double after = centre(faces, 2 * c + 1) - middle;
                before[c] = periodic || c > 0 ? ahead / gap(this.faces, coarse, previous(c)) : 0;
                behind[c] = periodic || c + 1 < coarse ? after / gap(this.faces, coarse, c) : 0;
            }
        }
    }

    private static double centre(double[] faces, int i) {
        return 0.5 * (faces[i] + faces[i + 1]);
    }

    private int previous(int c) {
        return c > 0 ? c - 1 : coarse - 1;
    }

    private int next(int c) {
        return c + 1 < coarse ? c + 1 : 0;
    }

    /** The coarse cell that fine cell {@code i} belongs to. */
    int parent(int i) {
        return trivial ? i : i / 2;
    }

    /** Distance of the centres of the fine cells at the outer face of coarse cell {@code c} over that of coarse cells {@code c} and the next. */
    double stretch(int c) {
        int i = lastChild(c);
        return gap(fineFaces, fine, i) / gap(faces, coarse, c);
    }

    private static double gap(double[] faces, int n, int i) {
        return i + 1 < n ? 0.5 * (faces[i + 2] - faces[i]) : 0.5 * (faces[n] - faces[n - 1] + faces[1] - faces[0]);
    }

    /** The last fine cell of coarse cell {@code c}, behind which its outer face lies. */
    int lastChild(int c) {
        return trivial ? c : Math.min(2 * c + 1, fine - 1);
    }

    /** The pair that fine cell {@code i} takes a share from. */
    int other(int i) {
        return trivial ? i : i % 2 == 0 ? previous(i / 2) : next(i / 2);
    }

    /** The share of {@link #other}. */
    double share(int i) {
        return trivial ? 0 : i % 2 == 0 ? before[i / 2] : behind[i / 2];
    }

    /** The fine cells 2c-1 … 2c+2 that take from pair {@code c}, q = 0 … 3. */
    int source(int c, int q) {
        if (trivial) {
            return c;
        }
        int pair = q == 0 ? previous(c) : q == 3 ? next(c) : c;
        return Math.min(2 * pair + (q + 1) % 2, fine - 1);
    }

    /** How much cell {@link #source} takes. */
    double weight(int c, int q) {
        if (trivial) {
            return q == 0 ? 1 : 0;
        }
        return switch (q) {
            case 0 -> behind[previous(c)];
            case 1 -> 1 - before[c];
            case 2 -> 2 * c + 1 < fine ? 1 - behind[c] : 0;
            default -> before[next(c)];
        };
    }
}
