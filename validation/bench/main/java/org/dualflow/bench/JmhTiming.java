package org.dualflow.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Times one JMH method in a fork of its own. */
final class JmhTiming {

    /** As long as a sample of {@code bench.h}. */
    private static final TimeValue SAMPLE = TimeValue.milliseconds(100);

    private static final int SAMPLES = 15;
    private static final TimeValue WARM_UP = TimeValue.seconds(1);

    private JmhTiming() {}

    /** The best time of one operation in seconds, of {@value #SAMPLES} samples after three seconds of warm-up. */
    static double seconds(Comparison comparison) throws RunnerException {
        String pattern = "^" + comparison.benchmark().getName().replace(".", "\\.") + "\\." + comparison.method() + "$";
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(pattern)
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.SECONDS)
                .forks(1)
                .warmupIterations(3)
                .warmupTime(WARM_UP)
                .measurementIterations(SAMPLES)
                .measurementTime(SAMPLE)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        comparison.parameters().forEach(options::param);
        double best = Double.POSITIVE_INFINITY;
        for (RunResult run : new Runner(options.build()).run()) {
            for (IterationResult iteration : run.getAggregatedResult().getIterationResults()) {
                best = Math.min(best, iteration.getPrimaryResult().getScore());
            }
        }
        return best;
    }
}
