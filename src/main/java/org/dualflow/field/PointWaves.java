package org.dualflow.field;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Waves at points anywhere, one block of points after the other: O(points · waves) for each sum. Tables of waves are kept between
 * sums over the same points, up to a limit.
 */
final class PointWaves implements WaveSums {

    /** Most entries of the tables that are kept: ½ MiB. Beyond a second-level cache it is faster to fill them again. */
    private static final int MOST_KEPT = 1 << 16;

    private final Waves waves;
    private final WaveFactors factors;
    private final int mostTables;
    private final List<WaveTable> tables = new ArrayList<>();
    private final WaveExpansion expansion;
    private final WaveMoments moments;
    private final double[] cosines;
    private final double[] sines;
    private int filled;
    private double[][] x;
    private int size;

    PointWaves(Waves waves) {
        this.waves = waves;
        factors = WaveFactors.of(waves);
        mostTables = Math.max(1, MOST_KEPT / WaveTable.entries(factors));
        expansion = new WaveExpansion(factors, waves.size());
        moments = new WaveMoments(factors, waves.size(), 1 + waves.dimension());
        cosines = new double[waves.size()];
        sines = new double[waves.size()];
        x = new double[waves.dimension()][0];
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
            tables.add(new WaveTable(waves, factors));
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
        for (int d = 0; d < out.length; d++) {
            slope(d, coefficients, out[d]);
        }
    }

    /** ∂_d D at the points. */
    void slope(int d, double[] coefficients, double[] out) {
        double[] k = waves.components(d);
        for (int j = 0; j < k.length; j++) {
            cosines[j] = k[j] * coefficients[k.length + j];
            sines[j] = -k[j] * coefficients[j];
        }
        evaluate(out);
    }

    /** D at the points. */
    void values(double[] coefficients, double[] out) {
        System.arraycopy(coefficients, 0, cosines, 0, cosines.length);
        System.arraycopy(coefficients, cosines.length, sines, 0, sines.length);
        evaluate(out);
    }

    private void evaluate(double[] out) {
        expansion.set(cosines, sines);
        for (int from = 0; from < size; from += WaveTable.BLOCK) {
            int n = Math.min(WaveTable.BLOCK, size - from);
            expansion.evaluate(table(from, n), n, out, from);
        }
    }

    @Override
    public void project(double[] u, double @Nullable [][] v, double[] out) {
        int gradients = v == null ? 0 : v.length;
        moments.begin(1 + gradients);
        for (int from = 0; from < size; from += WaveTable.BLOCK) {
            int n = Math.min(WaveTable.BLOCK, size - from);
            System.arraycopy(u, from, moments.weight(0), 0, n);
            for (int d = 0; v != null && d < v.length; d++) {
                System.arraycopy(v[d], from, moments.weight(1 + d), 0, n);
            }
            moments.add(table(from, n), n);
        }
        moments.collect(0, cosines, sines);
        int count = waves.size();
        for (int j = 0; j < count; j++) {
            out[j] += cosines[j];
            out[count + j] += sines[j];
        }
        for (int d = 0; d < gradients; d++) {
            moments.collect(1 + d, cosines, sines);
            double[] k = waves.components(d);
            for (int j = 0; j < count; j++) {
                out[j] += k[j] * sines[j];
                out[count + j] -= k[j] * cosines[j];
            }
        }
    }
}
