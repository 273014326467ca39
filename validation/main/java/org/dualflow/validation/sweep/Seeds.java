package org.dualflow.validation.sweep;

/**
 * Seeds of replicates: one number for every base seed, combination of parameters and replicate, to be had without those
 * before it, so that it does not matter who computes which point in which order.
 *
 * <p>Two rounds of SplitMix64 (Steele, Lea, Flood 2014, doi:10.1145/2660193.2660195): the generator that starts at the base seed
 * gives its {@code combination}-th number; one that starts there gives its {@code replicate}-th. The upper 53 bits
 * are kept: every double, and so every reader of tables and of JSON, holds them exactly.
 */
final class Seeds {

    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
    private static final int KEPT = 53;

    private Seeds() {}

    /** A number from 0 to 2⁵³ - 1. */
    static long of(long base, int combination, int replicate) {
        return number(number(base, combination), replicate) >>> (Long.SIZE - KEPT);
    }

    /** The number at an index of the sequence of a state. */
    private static long number(long state, int index) {
        long z = state + (index + 1) * GOLDEN_GAMMA;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
