package org.dualflow.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class PairCosineTest {

    private static ParticleMeasure random(int dimension, int n, double scale, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] x = new double[dimension][n];
        double[] w = new double[n];
        for (int i = 0; i < n; i++) {
            for (double[] along : x) {
                along[i] = scale * random.nextGaussian();
            }
            w[i] = 1.0 / n;
        }
        return new ParticleMeasure(x, w);
    }

    @Property(tries = 50)
    void lengthsDoNotCount(
            @ForAll @DoubleRange(min = 0.1, max = 10) double scale, @ForAll @IntRange(max = 99) int seed) {
        double one = new PairCosine(64).of(random(5, 40, 1, seed));
        assertEquals(one, new PairCosine(64).of(random(5, 40, scale, seed)), 1e-12);
        assertTrue(one > 0 && one < 1);
    }

    @Property(tries = 20)
    void pointsOfOneLineHaveOne(@ForAll @IntRange(min = 2, max = 50) int n) {
        double[][] x = new double[3][n];
        double[] w = new double[n];
        for (int i = 0; i < n; i++) {
            double t = i % 2 == 0 ? 1.0 + i : -2.0 - i;
            x[0][i] = t;
            x[1][i] = -2 * t;
            x[2][i] = 0.5 * t;
            w[i] = 1.0 / n;
        }
        assertEquals(1, new PairCosine(16).of(new ParticleMeasure(x, w)), 1e-14);
    }

    /** E|cos| of independent directions is Γ(d/2)/(√π Γ((d+1)/2)): ½ in three dimensions. All pairs of 2000 points, uncorrelated: 4 standard errors of 0.289/√1999000. */
    @Property(tries = 1)
    void independentDirectionsHaveTheirMean() {
        assertEquals(0.5, new PairCosine(2000).of(random(3, 2000, 1, 7)), 8.2e-4);
    }

    @Property(tries = 1)
    void weightsCountAndTheOriginDoesNot() {
        double[][] x = {{1, 0, 1, 0}, {0, 1, 1, 0}};
        double half = Math.sqrt(0.5);
        double[] w = {0.5, 0.25, 0.125, 0.125};
        double pairs = 0.5 * 0.25 * 0 + 0.5 * 0.125 * half + 0.25 * 0.125 * half;
        assertEquals(
                pairs / (0.5 * 0.25 + 0.5 * 0.125 + 0.25 * 0.125),
                new PairCosine(8).of(new ParticleMeasure(x, w)),
                1e-15);
    }
}
