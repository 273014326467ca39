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
    private final double[][] moments;
    private final double[] sums;
    private final double[] position;
    private double share;

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
        this.sums = new double[size];
        this.moments = new double[dimension][size];
        this.position = new double[dimension];
    }

    /** Bins along every axis: 32, or the largest smaller power of two with at most 2^15 bins in all. */
    int cuts() {
        return cuts;
    }

    void of(Measure measure) {
        Arrays.fill(bins, 0);
        for (double[] moment : moments) {
            Arrays.fill(moment, 0);
        }
        measure.forEachBlock(this);
        System.arraycopy(bins, 0, sums, 0, bins.length);
        addNeighbours(sums);
        int fullest = 0;
        for (int b = 1; b < sums.length; b++) {
            fullest = sums[b] > sums[fullest] ? b : fullest;
        }
        double mass = 0;
        for (double bin : bins) {
            mass += bin;
        }
        share = mass > 0 ? sums[fullest] / mass : 0;
        for (int d = 0; d < position.length; d++) {
            addNeighbours(moments[d]);
            position[d] = moments[d][fullest] / sums[fullest];
        }
    }

    @Override
    public void visit(double[][] x, double[] w, int n) {
        for (int i = 0; i < n; i++) {
            int bin = 0;
            for (int d = position.length - 1; d >= 0; d--) {
                Domain.Side side = domain.side(d);
                int at = (int) (cuts * ((x[d][i] - side.lower()) / side.length()));
                bin = bin * cuts + Math.min(Math.max(at, 0), cuts - 1);
            }
            bins[bin] += w[i];
            for (int d = 0; d < position.length; d++) {
                moments[d][bin] += w[i] * x[d][i];
            }
        }
    }

    /** {@code a[b] += a[b + 1]} along every axis in turn: sums over two bins per axis; the last bin stands alone. */
    private void addNeighbours(double[] a) {
        int stride = 1;
        for (int d = 0; d < position.length; d++) {
            for (int b = 0; b + stride < a.length; b++) {
                if (b / stride % cuts < cuts - 1) {
                    a[b] += a[b + stride];
                }
            }
            stride *= cuts;
        }
    }

    /** Share of the mass in the fullest box. */
    double share() {
        return share;
    }

    /** Coordinate {@code d} of the mean of the mass in the fullest box; NaN for an empty measure. */
    double position(int d) {
        return position[d];
    }
}
