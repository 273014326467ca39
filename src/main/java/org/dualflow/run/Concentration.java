package org.dualflow.run;

import java.util.Arrays;
import org.dualflow.measure.Measure;
import org.dualflow.mesh.Domain;

/**
 * The fullest small box of a measure, and where its mass sits: finds an atom that travels, on a wall or inside, told in a
 * way that means the same for cells and for particles.
 *
 * <p>Every axis is cut into {@link #cuts()} equal bins; of all boxes of two neighbouring bins per axis the fullest is
 * taken. Its share is a lower bound of Lévy's concentration function sup_x μ(x + [0, r]^m) for r two bins, and an upper
 * bound of it for r one bin, since any box of one bin's size lies in one of these. Hence the share is at least the mass
 * of the largest atom, an atom that a scheme has smeared over less than one bin counts in full, and of a density below M
 * at most M r^m is added. The position is the mean of the mass in the box. Computed at outputs, not at steps.
 */
final class Concentration implements Measure.BlockVisitor {

    private static final int MOST_CUTS = 32;
    private static final int MOST_BINS = 1 << 15;

    private final Domain domain;
    private final int cuts;
    private final double[] bins;
    private final int[] box;
    private final double[] moments;
    private double mass;
    private double inside;
    private boolean locating;

    Concentration(Domain domain) {
        this.domain = domain;
        int dimension = domain.dimension();
        int most = MOST_CUTS;
        while (most > 2 && Math.pow(most, dimension) > MOST_BINS) {
            most /= 2;
        }
        this.cuts = most;
        int size = 1;
        for (int d = 0; d < dimension; d++) {
            size *= cuts;
        }
        this.bins = new double[size];
        this.box = new int[dimension];
        this.moments = new double[dimension];
    }

    /** Bins along every axis: 32, or the largest smaller power of two with at most 2^15 bins in all, but at least 2. */
    int cuts() {
        return cuts;
    }

    void of(Measure measure) {
        Arrays.fill(bins, 0);
        Arrays.fill(moments, 0);
        mass = 0;
        inside = 0;
        locating = false;
        measure.forEachBlock(this);
        addNeighbours();
        int fullest = 0;
        for (int b = 1; b < bins.length; b++) {
            fullest = bins[b] > bins[fullest] ? b : fullest;
        }
        for (int d = 0; d < box.length; d++) {
            box[d] = fullest % cuts;
            fullest /= cuts;
        }
        locating = true;
        measure.forEachBlock(this);
    }

    @Override
    public void visit(double[][] x, double[] w, int n) {
        if (locating) {
            locate(x, w, n);
            return;
        }
        for (int i = 0; i < n; i++) {
            int bin = 0;
            for (int d = box.length - 1; d >= 0; d--) {
                bin = bin * cuts + bin(d, x[d][i]);
            }
            bins[bin] += w[i];
            mass += w[i];
        }
    }

    private void locate(double[][] x, double[] w, int n) {
        for (int i = 0; i < n; i++) {
            boolean here = true;
            for (int d = 0; d < box.length && here; d++) {
                int bin = bin(d, x[d][i]);
                here = bin == box[d] || bin == box[d] + 1;
            }
            if (here) {
                inside += w[i];
                for (int d = 0; d < box.length; d++) {
                    moments[d] += w[i] * x[d][i];
                }
            }
        }
    }

    private int bin(int d, double x) {
        Domain.Side side = domain.side(d);
        int at = (int) (cuts * ((x - side.lower()) / side.length()));
        return Math.min(Math.max(at, 0), cuts - 1);
    }

    /** Sums over two neighbouring bins along every axis in turn; the last bin of an axis stands alone. */
    private void addNeighbours() {
        int stride = 1;
        for (int d = 0; d < box.length; d++) {
            int line = stride * cuts;
            for (int from = 0; from < bins.length; from += line) {
                for (int b = from; b < from + line - stride; b++) {
                    bins[b] += bins[b + stride];
                }
            }
            stride = line;
        }
    }

    /** Share of the mass in the fullest box; zero for an empty measure. */
    double share() {
        return mass > 0 ? inside / mass : 0;
    }

    /** Coordinate {@code d} of the mean of the mass in the fullest box; NaN for an empty measure. */
    double position(int d) {
        return moments[d] / inside;
    }
}
