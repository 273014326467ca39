package org.dualflow.linear;

import java.util.ArrayList;
import java.util.List;

/**
 * A V-cycle of geometric multigrid for a network on a tensor-product mesh, as a preconditioner: symmetric and positive
 * definite.
 *
 * <p>Red-black Gauss–Seidel, red first before and black first after the coarse correction; coarse cells are pairs per axis,
 * only along axes whose cells are not much longer than the shortest; corrections are interpolated linearly between centres
 * of cells and residuals restricted by the transpose. A coarse link is the sum of the fine links through its face, each
 * lengthened to the distance of the coarse centres; coarse grounds are restricted. The coarsest network is eliminated.
 *
 * <p>Links are given once; {@link #ground} may change as often as one likes, in O(cells).
 */
final class Multigrid {

    private static final int COARSEST = 48;

    /** Axes whose mean width is up to this factor above the smallest are coarsened too. */
    private static final double SIMILAR = 1.5;

    private record Level(
            MeshNetwork network,
            Coarsening[] axes,
            double[][] b,
            double[][] x,
            double[][] ground,
            double[] work,
            double[] coarse) {}

    private final List<Level> levels = new ArrayList<>();
    private final DenseNetwork dense;

    Multigrid(MeshNetwork finest, double[][] faces, boolean[] periodic) {
        MeshNetwork network = finest;
        double[][] at = faces.clone();
        double[][] none = new double[0][];
        double[][] b = none;
        double[][] x = none;
        double[][] ground = none;
        while (network.size() > COARSEST) {
            Coarsening[] axes = coarsen(at, periodic);
            Level level = new Level(network, axes, b, x, ground, new double[network.nx], new double[axes[0].coarse]);
            levels.add(level);
            network = coarse(network, axes);
            for (int d = 0; d < at.length; d++) {
                at[d] = axes[d].faces;
            }
            b = network.newRows();
            x = network.newRows();
            ground = network.newRows();
        }
        levels.add(new Level(network, new Coarsening[0], b, x, ground, new double[0], new double[0]));
        dense = new DenseNetwork(network.size());
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
            int coarseJ = axes.length > 1 ? axes[1].near[j] : 0;
            int coarseK = axes.length > 2 ? axes[2].near[k] : 0;
            int to = coarseJ + ny * coarseK;
            for (int i = 0; i < fine.nx; i++) {
                int c = axes[0].near[i];
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
                    java.util.Arrays.fill(row, 0);
                }
            }
        }
        return new MeshNetwork(cells, links);
    }

    /** Sets the conductances to the ground, positive, of the finest network. */
    void ground(double[][] ground) {
        double[][] at = ground;
        for (int l = 0; ; l++) {
            Level level = levels.get(l);
            level.network.ground(at);
            if (l == levels.size() - 1) {
                dense.factor(level.network, at);
                return;
            }
            Level next = levels.get(l + 1);
            clear(next.ground);
            for (int r = 0; r < level.network.rows(); r++) {
                restrict(level, r, at[r], next.ground);
            }
            at = next.ground;
        }
    }

    /** One V-cycle for A x = b from x = 0. */
    void cycle(double[][] b, double[][] x) {
        cycle(0, b, x);
    }

    private void cycle(int l, double[][] b, double[][] x) {
        Level level = levels.get(l);
        MeshNetwork network = level.network;
        if (l == levels.size() - 1) {
            dense.solve(b, x, network.nx);
            return;
        }
        for (int r = 0; r < network.rows(); r++) {
            double[] inv = network.inverse[r];
            double[] br = b[r];
            double[] xr = x[r];
            for (int i = 0; i < network.nx; i++) {
                xr[i] = br[i] * inv[i];
            }
        }
        network.relax(b, x, 1, level.work);
        Level next = levels.get(l + 1);
        clear(next.b);
        for (int r = 0; r < network.rows(); r++) {
            network.residual(b, x, r, 0, level.work);
            restrict(level, r, level.work, next.b);
        }
        cycle(l + 1, next.b, next.x);
        for (int r = 0; r < network.rows(); r++) {
            prolong(level, r, next.x, x[r]);
        }
        network.relax(b, x, 1, level.work);
        network.relax(b, x, 0, level.work);
    }

    private static void clear(double[][] rows) {
        for (double[] row : rows) {
            java.util.Arrays.fill(row, 0);
        }
    }

    /** Adds the restriction of one fine row to the coarse rows it belongs to. */
    private static void restrict(Level level, int r, double[] from, double[][] to) {
        Coarsening[] axes = level.axes;
        int j = r % level.network.ny;
        int k = r / level.network.ny;
        int ny = axes.length > 1 ? axes[1].coarse : 1;
        double[] line = level.coarse;
        java.util.Arrays.fill(line, 0);
        axes[0].restrict(from, 1, line);
        for (int q = 0; q < 4; q++) {
            double weight = weight(axes, 1, j, q & 1) * weight(axes, 2, k, q >> 1);
            if (weight != 0) {
                double[] target = to[index(axes, 1, j, q & 1) + ny * index(axes, 2, k, q >> 1)];
                for (int i = 0; i < line.length; i++) {
                    target[i] += weight * line[i];
                }
            }
        }
    }

    private static void prolong(Level level, int r, double[][] from, double[] to) {
        Coarsening[] axes = level.axes;
        int j = r % level.network.ny;
        int k = r / level.network.ny;
        int ny = axes.length > 1 ? axes[1].coarse : 1;
        double[] line = level.coarse;
        java.util.Arrays.fill(line, 0);
        for (int q = 0; q < 4; q++) {
            double weight = weight(axes, 1, j, q & 1) * weight(axes, 2, k, q >> 1);
            if (weight != 0) {
                double[] source = from[index(axes, 1, j, q & 1) + ny * index(axes, 2, k, q >> 1)];
                for (int i = 0; i < line.length; i++) {
                    line[i] += weight * source[i];
                }
            }
        }
        axes[0].prolong(line, to);
    }

    private static double weight(Coarsening[] axes, int d, int i, int which) {
        double share = d < axes.length ? axes[d].share[i] : 0;
        return which == 0 ? 1 - share : share;
    }

    private static int index(Coarsening[] axes, int d, int i, int which) {
        return d >= axes.length ? 0 : which == 0 ? axes[d].near[i] : axes[d].far[i];
    }
}
