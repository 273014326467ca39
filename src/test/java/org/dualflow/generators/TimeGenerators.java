package org.dualflow.generators;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random time grids: increasing times, the first of them the start. */
public final class TimeGenerators {

    private TimeGenerators() {}

    /** Grids of 1 to {@code most} steps from 0 to {@code end}: equal ones, and ones whose steps differ by up to six orders of magnitude. */
    public static Arbitrary<double[]> grids(double end, int most) {
        return Arbitraries.integers().between(1, most).flatMap(n -> {
            Arbitrary<double[]> equal =
                    Arbitraries.of(1.0).array(double[].class).ofSize(n);
            Arbitrary<double[]> uneven = Arbitraries.doubles()
                    .between(-6, 0)
                    .ofScale(3)
                    .map(e -> Math.pow(10, e))
                    .array(double[].class)
                    .ofSize(n);
            return Combinators.combine(Arbitraries.oneOf(equal, uneven), Arbitraries.just(end))
                    .as(TimeGenerators::cumulated);
        });
    }

    private static double[] cumulated(double[] steps, double end) {
        double[] times = new double[steps.length + 1];
        for (int k = 0; k < steps.length; k++) {
            times[k + 1] = times[k] + steps[k];
        }
        double scale = end / times[steps.length];
        for (int k = 0; k < steps.length; k++) {
            times[k] *= scale;
        }
        times[steps.length] = end;
        return times;
    }
}
