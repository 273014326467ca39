package org.dualflow.bench;

import java.util.SplittableRandom;
import org.dualflow.measure.QuantileFunction;
import org.dualflow.measure.Wasserstein;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** W₁ of two unsorted samples of n numbers: copy, sort, integrate. */
@State(Scope.Benchmark)
public class WassersteinBenchmark {

    /** Size of a sample. */
    @Param("1000000")
    public int n;

    private double[] first = {};
    private double[] second = {};

    /** The samples that the C program has. */
    @Setup
    public void start() {
        SplittableRandom random = new SplittableRandom(1);
        first = new double[n];
        second = new double[n];
        for (int i = 0; i < n; i++) {
            first[i] = Data.bell(random);
            second[i] = 0.3 + 1.2 * Data.bell(random);
        }
    }

    /** W₁ of the samples. */
    @Benchmark
    public double first() {
        return Wasserstein.W1.between(QuantileFunction.ofSample(first), QuantileFunction.ofSample(second));
    }
}
