package org.dualflow.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class RadixSortProperties {

    /** Numbers of every size and sign, with zeros of both signs, infinities and ties. */
    private static double[] numbers(Random random, int n) {
        double[] special = {
            0.0,
            -0.0,
            1,
            -1,
            Double.MAX_VALUE,
            -Double.MAX_VALUE,
            Double.MIN_VALUE,
            -Double.MIN_VALUE,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY
        };
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = random.nextInt(4) == 0
                    ? special[random.nextInt(special.length)]
                    : random.nextGaussian() * Math.scalb(1.0, random.nextInt(60) - 30);
        }
        return x;
    }

    @Property(tries = 200)
    void sortsAsTheLibraryDoes(@ForAll Random random, @ForAll @IntRange(max = 3000) int n) {
        double[] x = numbers(random, n);
        double[] expected = x.clone();
        Arrays.sort(expected);
        double[] sorted = x.clone();
        RadixSort.sort(sorted);
        assertSameBits(expected, sorted);
    }

    @Property(tries = 200)
    void carriesAlongAndIsStable(@ForAll Random random, @ForAll @IntRange(max = 3000) int n) {
        double[] x = numbers(random, n);
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (i, j) -> Double.compare(x[i], x[j]));
        double[] sorted = x.clone();
        double[] carried = new double[n];
        Arrays.setAll(carried, i -> i);
        RadixSort.sort(sorted, carried);
        for (int i = 0; i < n; i++) {
            assertEquals(order[i].doubleValue(), carried[i], 0);
            assertEquals(0, Double.compare(x[order[i]], sorted[i]));
        }
    }

    private static void assertSameBits(double[] expected, double[] actual) {
        assertArrayEquals(
                Arrays.stream(expected).mapToLong(Double::doubleToRawLongBits).toArray(),
                Arrays.stream(actual).mapToLong(Double::doubleToRawLongBits).toArray());
    }
}
