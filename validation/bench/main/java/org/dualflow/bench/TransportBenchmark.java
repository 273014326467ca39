package org.dualflow.bench;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.dualflow.measure.Measure;
import org.dualflow.measure.OptimalTransport;
import org.dualflow.measure.ParticleMeasure;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Exact W₂ between n and n atoms of equal weight in the plane. */
@State(Scope.Benchmark)
public class TransportBenchmark {

    /** Number of atoms of each measure. */
    @Param("1000")
    public int n;

    private Measure first = new ParticleMeasure(new double[2][0], new double[0]);
    private Measure second = first;

    /** The atoms that the C program has. */
    @Setup
    public void start() {
        SplittableRandom random = new SplittableRandom(1);
        double[][] x = new double[2][n];
        double[][] y = new double[2][n];
        double[] w = new double[n];
        Arrays.fill(w, 1.0 / n);
        for (int i = 0; i < n; i++) {
            x[0][i] = Data.bell(random);
            x[1][i] = Data.bell(random);
            y[0][i] = 0.5 + 1.2 * Data.bell(random);
            y[1][i] = 0.8 * Data.bell(random);
        }
        first = new ParticleMeasure(x, w);
        second = new ParticleMeasure(y, w);
    }

    /** The distance, with its certificate. */
    @Benchmark
    public double distance() {
        return OptimalTransport.of(2).between(first, second).distance();
    }
}
