package org.dualflow.particle;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.dualflow.measure.Law;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.model.Initial;

/** Particles to start from. */
public final class Starts {

    /** Particles that share one stream of random numbers. */
    static final int BLOCK = 4096;

    private Starts() {}

    /**
     * Quantiles of every law, {@link Law#quantiles}: the W₁ distance to a law on the line is O(1/n).
     *
     * @param initial laws, one per species
     * @param n about how many particles per species
     */
    public static List<ParticleMeasure> quantiles(Initial initial, int n) {
        List<ParticleMeasure> starts = new ArrayList<>();
        for (Law law : initial.laws()) {
            starts.add(law.quantiles(n));
        }
        return List.copyOf(starts);
    }

    /**
     * Independent particles from every law, all species from one seed with streams of their own.
     *
     * @param initial laws, one per species
     * @param n how many particles per species
     * @param seed the seed
     */
    public static List<ParticleMeasure> random(Initial initial, int n, long seed) {
        SplittableRandom root = new SplittableRandom(seed);
        List<ParticleMeasure> starts = new ArrayList<>();
        for (Law law : initial.laws()) {
            starts.add(random(law, n, root.split()));
        }
        return List.copyOf(starts);
    }

    /**
     * {@code n} independent particles of weight {@code 1/n}. Each block of 4096 has its own stream, split off in order, so
     * that a block does not depend on who draws the others, and the first blocks not on {@code n}.
     *
     * @param law the law
     * @param n how many, at least 1
     * @param seed the seed
     */
    public static ParticleMeasure random(Law law, int n, long seed) {
        return random(law, n, new SplittableRandom(seed));
    }

    /**
     * As {@link #random(Law, int, long)}, from a stream of random numbers.
     *
     * @param law the law
     * @param n how many, at least 1
     * @param root the stream that those of the blocks are split off from
     */
    public static ParticleMeasure random(Law law, int n, SplittableRandom root) {
        if (n < 1) {
            throw new IllegalArgumentException("particles = " + n + ": at least 1 is allowed");
        }
        double[][] x = new double[law.dimension()][n];
        double[] w = new double[n];
        java.util.Arrays.fill(w, 1.0 / n);
        for (int from = 0; from < n; from += BLOCK) {
            ParticleMeasure block = law.sample(BLOCK, root.split());
            for (int d = 0; d < x.length; d++) {
                System.arraycopy(block.x(d), 0, x[d], from, Math.min(BLOCK, n - from));
            }
        }
        return new ParticleMeasure(x, w);
    }
}
