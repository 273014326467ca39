package org.dualflow.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Integers below 2²⁰ and their products add without rounding, in any order. */
class ReductionsProperties {

    @Provide
    Arbitrary<double[]> integers() {
        return Arbitraries.integers()
                .between(-1 << 20, 1 << 20)
                .map(k -> (double) k)
                .array(double[].class)
                .ofMaxSize(40);
    }

    @Property
    void sumsAndExtremesAreThoseOfAStream(@ForAll("integers") double[] a, @ForAll("integers") double[] b) {
        double dot = 0;
        double positive = 0;
        int n = Math.min(a.length, b.length);
        for (int i = 0; i < n; i++) {
            dot += a[i] * b[i];
            positive += 2 * Math.max(a[i], 0);
        }
        assertEquals(dot, Reductions.dot(a, b, 0, n));
        assertEquals(positive, Reductions.positive(a, 0, n));
        assertEquals(Arrays.stream(a).sum(), Reductions.sum(a));
        assertEquals(Arrays.stream(a).max().orElse(Double.NEGATIVE_INFINITY), Reductions.greatest(a));
        assertEquals(Arrays.stream(a).min().orElse(Double.POSITIVE_INFINITY), Reductions.least(a));
    }

    @Property
    void aNumberThatIsNoneIsNotLost(@ForAll("integers") double[] a, @ForAll int where) {
        if (a.length > 0) {
            a[Math.floorMod(where, a.length)] = Double.NaN;
            assertEquals(Double.NaN, Reductions.greatest(a));
            assertEquals(Double.NaN, Reductions.least(a));
            assertEquals(Double.NaN, Reductions.sum(a));
            assertEquals(Double.NaN, Reductions.positive(a, 0, a.length));
        }
    }
}
