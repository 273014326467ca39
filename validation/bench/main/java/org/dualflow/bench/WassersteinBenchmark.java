package org.dualflow.bench;

import java.util.SplittableRandom;
import org.dualflow.measure.QuantileFunction;
import org.dualflow.measure.Wasserstein;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** W₁ and W₂ of two unsorted samples of n numbers: copy, sort, integrate. */
@State(Scope.Benchmark)
public class WassersteinBenchmark {

    /** Size of a sample. */
    @Param("1000000")
    public int n;

    private double[] first = {};
    private double[] second = {};

    /** Two normal samples. */
    @Setup
    public void start() {
        SplittableRandom random = new SplittableRandom(1);
        first = random.doubles(n).map(u -> random.nextGaussian()).toArray();
        second = random.doubles(n).map(u -> 0.3 + 1.2 * random.nextGaussian()).toArray();
    }

    /** W₁ of the samples. */
    @Benchmark
    public double first() {
        return Wasserstein.W1.between(QuantileFunction.ofSample(first), QuantileFunction.ofSample(second));
    }
}
