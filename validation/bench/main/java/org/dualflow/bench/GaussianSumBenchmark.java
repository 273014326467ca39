package org.dualflow.bench;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.dualflow.field.GaussianSum;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Sum of n Gaussians and its gradient moments at the n points themselves. */
@State(Scope.Benchmark)
public class GaussianSumBenchmark {

    /** Number of points. */
    @Param("10000")
    public int n;

    /** 1 or 2. */
    @Param("1")
    public int dimension;

    /** Of the Gaussians; points are in the unit box. */
    @Param("0.1")
    public double width;

    /** {@code DIRECT} or {@code FAST}. */
    @Param("DIRECT")
    public GaussianSum.Summation summation = GaussianSum.Summation.DIRECT;

    private double[][] x = {};
    private double[] w = {};
    private double[] sum = {};
    private double[][] moment = {};
    private GaussianSum gaussians = new GaussianSum(1, 1);

    /** The points that the C program has. */
    @Setup
    public void start() {
        SplittableRandom random = new SplittableRandom(1);
        x = new double[dimension][n];
        w = new double[n];
        sum = new double[n];
        moment = new double[dimension][n];
        for (double[] coordinate : x) {
            for (int i = 0; i < n; i++) {
                coordinate[i] = random.nextDouble();
            }
        }
        Arrays.fill(w, 1.0 / n);
        gaussians = new GaussianSum(dimension, width, GaussianSum.TOLERANCE, summation);
    }

    /** The sum and its moments. */
    @Benchmark
    public double fill() {
        gaussians.fill(x, w, n, x, n, sum, moment);
        return sum[0];
    }
}
