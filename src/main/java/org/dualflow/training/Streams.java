package org.dualflow.training;

import java.util.SplittableRandom;

/**
 * Independent streams of random numbers for every purpose, split off one seed in a fixed order: what one purpose draws does
 * not depend on how much another one draws.
 */
public final class Streams {

    private final SplittableRandom generator;
    private final SplittableRandom critic;
    private final SplittableRandom latents;
    private final SplittableRandom data;

    private Streams(SplittableRandom root) {
        generator = root.split();
        critic = root.split();
        latents = root.split();
        data = root.split();
    }

    /** The streams of a seed. */
    public static Streams of(long seed) {
        return new Streams(new SplittableRandom(seed));
    }

    /** For the generator's initial neurons. */
    public SplittableRandom generator() {
        return generator;
    }

    /** For the critic's initial neurons. */
    public SplittableRandom critic() {
        return critic;
    }

    /** For batches of latents; every batch splits off a stream of its own. */
    SplittableRandom latents() {
        return latents;
    }

    /** For batches of data; every batch splits off a stream of its own. */
    SplittableRandom data() {
        return data;
    }
}
