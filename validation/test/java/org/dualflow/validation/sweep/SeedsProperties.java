package org.dualflow.validation.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SeedsProperties {

    @Property(tries = 200)
    void seedsAreNumbersOfTheGeneratorThatStartsAtANumberOfTheBaseGenerator(
            @ForAll long base,
            @ForAll @IntRange(max = 300) int combination,
            @ForAll @IntRange(max = 300) int replicate) {
        long split = nth(base, combination);
        assertEquals(nth(split, replicate) >>> 11, Seeds.of(base, combination, replicate));
        assertTrue(Seeds.of(base, combination, replicate) < 1L << 53);
    }

    /** The JDK's SplitMix64. */
    private static long nth(long seed, int index) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < index; i++) {
            random.nextLong();
        }
        return random.nextLong();
    }
}
