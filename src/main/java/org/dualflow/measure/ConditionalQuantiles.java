package org.dualflow.measure;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.dualflow.mesh.Axis;
import org.dualflow.mesh.Mesh;

/**
 * Rosenblatt's transformation of a measure whose density is constant on every cell: the quantile of the last coordinate,
 * of the one before given it, and so on. A uniform point of the cube is mapped to a point of the law.
 */
final class ConditionalQuantiles {

    private final Mesh mesh;
    private final double[][] rows;

    ConditionalQuantiles(CellMeasure table) {
        this.mesh = table.mesh();
        this.rows = table.rows();
    }

    /** {@code each^d} particles of equal weight: slabs of equal mass, in them columns of equal mass, in them points. */
    ParticleMeasure lattice(int each) {
        int d = mesh.dimension();
        int n = 1;
        for (int k = 0; k < d; k++) {
            n = Math.multiplyExact(n, each);
        }
        double[][] x = new double[d][n];
        double[] w = new double[n];
        Arrays.fill(w, 1.0 / n);
        double[][] marginal = {planes(), new double[mesh.cells(1)], new double[mesh.cells(0)]};
        int[] at = new int[3];
        int slabs = d > 2 ? each : 1;
        int columns = d > 1 ? each : 1;
        for (at[2] = 0; at[2] < slabs; at[2]++) {
            double[] depth = shares(marginal[0], at[2], slabs);
            fillColumns(depth, marginal[1]);
            for (at[1] = 0; at[1] < columns; at[1]++) {
                double[] height = shares(marginal[1], at[1], columns);
                fillLine(depth, height, marginal[2]);
                for (at[0] = 0; at[0] < each; at[0]++) {
                    int i = (at[2] * columns + at[1]) * each + at[0];
                    x[0][i] = quantile(mesh.axis(0), marginal[2], (at[0] + 0.5) / each);
                    if (d > 1) {
                        x[1][i] = quantile(mesh.axis(1), marginal[1], (at[1] + 0.5) / columns);
                    }
                    if (d > 2) {
                        x[2][i] = quantile(mesh.axis(2), marginal[0], (at[2] + 0.5) / slabs);
                    }
                }
            }
        }
        return new ParticleMeasure(x, w);
    }

    /** {@code n} independent points: a cell by its mass, then a uniform point in it. */
    ParticleMeasure sample(int n, RandomGenerator random) {
        int d = mesh.dimension();
        double[] sums = new double[mesh.size()];
        double sum = 0;
        for (int c = 0; c < sums.length; c++) {
            sum += rows[c / mesh.rowLength()][c % mesh.rowLength()];
            sums[c] = sum;
        }
        double[][] x = new double[d][n];
        double[] w = new double[n];
        for (int i = 0; i < n; i++) {
            double level = Math.min(random.nextDouble() * sum, Math.nextDown(sum));
            int cell = firstAbove(sums, level);
            for (int k = 0; k < d; k++) {
                Axis axis = mesh.axis(k);
                int index = cell % axis.cells();
                cell /= axis.cells();
                x[k][i] = axis.face(index) + random.nextDouble() * (axis.face(index + 1) - axis.face(index));
            }
            w[i] = 1.0 / n;
        }
        return new ParticleMeasure(x, w);
    }

    private static int firstAbove(double[] sums, double level) {
        int first = 0;
        int end = sums.length - 1;
        while (first < end) {
            int middle = (first + end) >>> 1;
            if (sums[middle] > level) {
                end = middle;
            } else {
                first = middle + 1;
            }
        }
        return first;
    }

    /** Mass of each plane of the third axis. */
    private double[] planes() {
        double[] planes = new double[mesh.cells(2)];
        for (int r = 0; r < rows.length; r++) {
            for (double mass : rows[r]) {
                planes[r / mesh.cells(1)] += mass;
            }
        }
        return planes;
    }

    private void fillColumns(double[] depth, double[] out) {
        Arrays.fill(out, 0);
        for (int r = 0; r < rows.length; r++) {
            double share = depth[r / mesh.cells(1)];
            for (int i = 0; share > 0 && i < rows[r].length; i++) {
                out[r % mesh.cells(1)] += share * rows[r][i];
            }
        }
    }

    private void fillLine(double[] depth, double[] height, double[] out) {
        Arrays.fill(out, 0);
        for (int r = 0; r < rows.length; r++) {
            double share = depth[r / mesh.cells(1)] * height[r % mesh.cells(1)];
            for (int i = 0; share > 0 && i < out.length; i++) {
                out[i] += share * rows[r][i];
            }
        }
    }

    /** The fraction of each mass that lies between the levels slab/slabs and (slab+1)/slabs of their sum. */
    private static double[] shares(double[] mass, int slab, int slabs) {
        double total = Arrays.stream(mass).sum();
        double from = total * slab / slabs;
        double to = total * (slab + 1) / slabs;
        double[] shares = new double[mass.length];
        double below = 0;
        for (int i = 0; i < mass.length; i++) {
            double above = below + mass[i];
            double common = Math.min(above, to) - Math.max(below, from);
            shares[i] = common > 0 ? Math.min(1, common / mass[i]) : 0;
            below = above;
        }
        return shares;
    }

    private static double quantile(Axis axis, double[] mass, double p) {
        double level = p * Arrays.stream(mass).sum();
        int i = 0;
        while (i < mass.length - 1 && (level >= mass[i] || mass[i] == 0)) {
            level -= mass[i++];
        }
        double share = mass[i] > 0 ? Math.min(1, Math.max(0, level / mass[i])) : 0.5;
        return axis.face(i) + share * (axis.face(i + 1) - axis.face(i));
    }
}
