package org.dualflow.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Waves at points anywhere, one block of points after the other: O(points · waves) for each sum. Tables of waves are kept between
 * sums over the same points as long as they fit into a cache.
 */
final class PointWaves implements WaveSums {

    /** Most entries of the tables that are kept, cosines and sines: 1 MiB. */
    private static final int MOST_KEPT = 1 << 17;

    private final Waves waves;
    private final int mostTables;
    private final List<WaveTable> tables = new ArrayList<>();
    private int filled;
    private final double[][] lane;
    private final double[] along = new double[WaveTable.BLOCK];
    private final double[][] values;
    private double[][] x;
    private int size;

    PointWaves(Waves waves) {
        this.waves = waves;
        this.mostTables = Math.max(1, MOST_KEPT / (2 * waves.size() * WaveTable.BLOCK));
        this.lane = new double[2 * waves.size()][WaveTable.BLOCK];
        this.x = new double[waves.dimension()][0];
        this.values = new double[2 * waves.dimension() + 1][WaveTable.BLOCK];
    }

    /** Takes the points, {@code x[dimension][≥ n]}; the arrays must not change until the sums are made. */
    void take(double[][] points, int n) {
        x = points;
        size = n;
        filled = 0;
    }

    /** The table of a block: kept if it is one of the first, in one place for all others. */
    private WaveTable table(int from, int n) {
        int block = from / WaveTable.BLOCK;
        int place = Math.min(block, mostTables - 1);
        if (place == tables.size()) {
            tables.add(new WaveTable(waves));
        }
        WaveTable table = tables.get(place);
        if (block >= filled || size > mostTables * WaveTable.BLOCK && place == mostTables - 1) {
            table.fill(x, from, n);
            filled = Math.max(filled, block + 1);
        }
        return table;
    }

    @Override
    public void gradient(double[] coefficients, double[][] out) {
        for (int from = 0; from < size; from += WaveTable.BLOCK) {
            int n = Math.min(WaveTable.BLOCK, size - from);
            WaveTable table = table(from, n);
            for (int d = 0; d < out.length; d++) {
                slope(d, table, coefficients, n);
                System.arraycopy(values[d], 0, out[d], from, n);
            }
        }
    }

    /** ∂_d D at the points. */
    void slope(int d, double[] coefficients, double[] out) {
        for (int from = 0; from < size; from += WaveTable.BLOCK) {
            int n = Math.min(WaveTable.BLOCK, size - from);
            slope(d, table(from, n), coefficients, n);
            System.arraycopy(values[d], 0, out, from, n);
        }
    }

    /** D at the points. */
    void values(double[] coefficients, double[] out) {
        int count = waves.size();
        for (int from = 0; from < size; from += WaveTable.BLOCK) {
            int n = Math.min(WaveTable.BLOCK, size - from);
            WaveTable table = table(from, n);
            Arrays.fill(values[0], 0, n, 0);
            for (int j = 0; j < count; j++) {
                add(coefficients[j], table.cos[j], coefficients[count + j], table.sin[j], n, values[0]);
            }
            System.arraycopy(values[0], 0, out, from, n);
        }
    }

    /** ∂_d D at the points of the table. */
    private void slope(int d, WaveTable table, double[] coefficients, int n) {
        double[] sum = values[d];
        Arrays.fill(sum, 0, n, 0);
        double[] k = waves.components(d);
        for (int j = 0; j < k.length; j++) {
            add(-k[j] * coefficients[j], table.sin[j], k[j] * coefficients[k.length + j], table.cos[j], n, sum);
        }
    }

    private static void add(double a, double[] s, double b, double[] c, int n, double[] sum) {
        for (int i = 0; i < n; i++) {
            sum[i] = Math.fma(a, s[i], Math.fma(b, c[i], sum[i]));
        }
    }

    @Override
    public void project(double[] u, double @Nullable [][] v, double[] out) {
        for (double[] sums : lane) {
            Arrays.fill(sums, 0);
        }
        for (int from = 0; from < size; from += WaveTable.BLOCK) {
            int n = Math.min(WaveTable.BLOCK, size - from);
            WaveTable table = table(from, n);
            System.arraycopy(u, from, values[0], 0, n);
            if (v == null) {
                addFeatures(table, n);
                continue;
            }
            for (int d = 0; d < v.length; d++) {
                System.arraycopy(v[d], from, values[1 + d], 0, n);
            }
            addAll(table, n);
        }
        for (int j = 0; j < lane.length; j++) {
            out[j] += total(lane[j]);
        }
    }

    private void addFeatures(WaveTable table, int n) {
        int count = waves.size();
        for (int j = 0; j < count; j++) {
            add(values[0], table.cos[j], n, lane[j]);
            add(values[0], table.sin[j], n, lane[count + j]);
        }
    }

    private void addAll(WaveTable table, int n) {
        int count = waves.size();
        for (int j = 0; j < count; j++) {
            Arrays.fill(along, 0, n, 0);
            for (int d = 0; d < waves.dimension(); d++) {
                axpy(waves.component(d, j), values[1 + d], n, along);
            }
            add(values[0], table.cos[j], along, table.sin[j], n, lane[j]);
            subtract(values[0], table.sin[j], along, table.cos[j], n, lane[count + j]);
        }
    }

    private static void add(double[] u, double[] c, int n, double[] sum) {
        for (int i = 0; i < n; i++) {
            sum[i] = Math.fma(u[i], c[i], sum[i]);
        }
    }

    private static void axpy(double a, double[] from, int n, double[] to) {
        for (int i = 0; i < n; i++) {
            to[i] = Math.fma(a, from[i], to[i]);
        }
    }

    private static void add(double[] u, double[] c, double[] v, double[] s, int n, double[] sum) {
        for (int i = 0; i < n; i++) {
            sum[i] = Math.fma(u[i], c[i], Math.fma(v[i], s[i], sum[i]));
        }
    }

    private static void subtract(double[] u, double[] s, double[] v, double[] c, int n, double[] sum) {
        for (int i = 0; i < n; i++) {
            sum[i] = Math.fma(u[i], s[i], sum[i] - v[i] * c[i]);
        }
    }

    private static double total(double[] lanes) {
        double s0 = 0;
        double s1 = 0;
        for (int i = 0; i < lanes.length; i += 2) {
            s0 += lanes[i];
            s1 += lanes[i + 1];
        }
        return s0 + s1;
    }
}
