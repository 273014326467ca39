package org.dualflow.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A V-cycle of geometric multigrid for a network on a tensor-product mesh, as a preconditioner in single precision:
 * symmetric and positive definite up to its rounding.
 *
 * <p>Two sweeps before and after the coarse correction, see {@link Smoother}; coarse cells are pairs per axis, only along
 * axes whose cells are not much longer than the shortest; corrections are interpolated linearly between centres of cells
 * and residuals restricted by the transpose. A coarse
 * link is the sum of the fine links through its face, each lengthened to the distance of the coarse centres; coarse grounds
 * are restricted. The coarsest network is eliminated.
 *
 * <p>Links are given once; {@link #ground} may change as often as one likes, in O(cells).
 */
final class Multigrid {

    private static final int COARSEST = 48;

    /** Axes whose mean width is up to this factor above the smallest are coarsened too. */
    private static final double SIMILAR = 1.5;

    private final List<MeshNetwork> networks = new ArrayList<>();
    private final List<Smoother> smoothers = new ArrayList<>();

    /** From a level to the next coarser one. */
    private final List<Transfer> transfers = new ArrayList<>();

    /** From the next coarser level to a level: along its rows, and between them. */
    private final List<MeshNetwork.RowTask> widenings = new ArrayList<>();

    private final List<MeshNetwork.RowTask> corrections = new ArrayList<>();

    private final DenseNetwork dense;

    Multigrid(MeshNetwork finest, double[][] faces, boolean[] periodic) {
        MeshNetwork network = finest;
        double[][] at = faces.clone();
        add(network);
        while (network.size() > COARSEST) {
            Coarsening[] axes = coarsen(at, periodic);
            MeshNetwork next = coarse(network, axes);
            Transfer transfer = new Transfer(network, axes);
            transfers.add(transfer);
            for (int d = 0; d < at.length; d++) {
                at[d] = axes[d].faces;
            }
            network = next;
            Smoother level = smoothers.get(smoothers.size() - 1);
            Smoother coarser = add(network);
            widenings.add(r -> transfer.widen(coarser.x, r));
            corrections.add(r -> transfer.prolong(r, level.x[r]));
        }
        dense = new DenseNetwork(network.size());
    }

    private Smoother add(MeshNetwork network) {
        Smoother smoother = new Smoother(network);
        networks.add(network);
        smoothers.add(smoother);
        return smoother;
    }

    private static Coarsening[] coarsen(double[][] faces, boolean[] periodic) {
        double least = Double.POSITIVE_INFINITY;
        for (double[] axis : faces) {
            least = axis.length > 2 ? Math.min(least, width(axis)) : least;
        }
        Coarsening[] axes = new Coarsening[faces.length];
        for (int d = 0; d < axes.length; d++) {
            boolean join = faces[d].length > 2 && width(faces[d]) <= SIMILAR * least;
            axes[d] = join ? Coarsening.pairs(faces[d], periodic[d]) : Coarsening.none(faces[d], periodic[d]);
        }
        return axes;
    }

    private static double width(double[] faces) {
        return (faces[faces.length - 1] - faces[0]) / (faces.length - 1);
    }

    private static MeshNetwork coarse(MeshNetwork fine, Coarsening[] axes) {
        int[] cells = new int[axes.length];
        for (int d = 0; d < cells.length; d++) {
            cells[d] = axes[d].coarse;
        }
        int ny = cells.length > 1 ? cells[1] : 1;
        int nz = cells.length > 2 ? cells[2] : 1;
        double[][][] links = new double[cells.length][ny * nz][cells[0]];
        for (int r = 0; r < fine.rows(); r++) {
            int j = r % fine.ny;
            int k = r / fine.ny;
            int coarseJ = axes.length > 1 ? axes[1].parent(j) : 0;
            int coarseK = axes.length > 2 ? axes[2].parent(k) : 0;
            int to = coarseJ + ny * coarseK;
            for (int i = 0; i < fine.nx; i++) {
                int c = axes[0].parent(i);
                if (axes[0].lastChild(c) == i) {
                    links[0][to][c] += fine.links[0][r][i] * axes[0].stretch(c);
                }
                if (axes.length > 1 && axes[1].lastChild(coarseJ) == j) {
                    links[1][to][c] += fine.links[1][r][i] * axes[1].stretch(coarseJ);
                }
                if (axes.length > 2 && axes[2].lastChild(coarseK) == k) {
                    links[2][to][c] += fine.links[2][r][i] * axes[2].stretch(coarseK);
                }
            }
        }
        for (int d = 0; d < links.length; d++) {
            if (cells[d] == 1) {
                for (double[] row : links[d]) {
                    Arrays.fill(row, 0);
                }
            }
        }
        return new MeshNetwork(cells, links);
    }

    /** Sets the conductances to the ground, positive, of the finest network. */
    void ground(double[][] ground) {
        double[][] at = ground;
        int last = networks.size() - 1;
        for (int l = 0; l < last; l++) {
            MeshNetwork network = networks.get(l);
            double[][] next = networks.get(l + 1).diagonal;
            for (int r = 0; r < next.length; r++) {
                transfers.get(l).restrict(at, r, next[r]);
            }
            network.ground(at);
            smoothers.get(l).set();
            at = next;
        }
        dense.factor(networks.get(last), at);
        networks.get(last).ground(at);
        smoothers.get(last).set();
    }

    /** The finest level: its right side and solution, both per diagonal. */
    Smoother finest() {
        return smoothers.get(0);
    }

    /** One V-cycle on the finest level, from zero; {@code then} is run on each of its rows that is done. */
    void cycle(MeshNetwork.RowTask then) {
        cycle(0, then);
    }

    private void cycle(int l, MeshNetwork.RowTask then) {
        Smoother level = smoothers.get(l);
        MeshNetwork network = networks.get(l);
        if (l == networks.size() - 1) {
            dense.solve(level.b, level.x, network);
            for (int r = 0; r < network.rows(); r++) {
                then.run(r);
            }
            return;
        }
        level.start();
        Smoother next = smoothers.get(l + 1);
        MeshNetwork coarse = networks.get(l + 1);
        Transfer transfer = transfers.get(l);
        for (int r = 0; r < coarse.rows(); r++) {
            transfer.restrict(level, r, coarse.diagonal[r], next.b[r]);
        }
        cycle(l + 1, widenings.get(l));
        level.finish(corrections.get(l), then);
    }
}
