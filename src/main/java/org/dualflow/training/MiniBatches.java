package org.dualflow.training;

import org.dualflow.measure.ParticleMeasure;

/**
 * How many latents and data points every step of either player draws, afresh for each.
 *
 * @param latents latents per batch, at least 1
 * @param data data points per batch, at least 1, at most {@link #most the number of data}
 * @param source where latents come from
 */
public record MiniBatches(int latents, int data, Source source) {

    /** How far a sum of up to 10⁶ weights may be from a whole number of them. */
    private static final double SAME = 1e-6;

    /** Where latents come from. */
    public enum Source {
        /**
         * The model's latent nodes, each with its weight as probability: the expectation of every step is then exactly that
         * of the full batch, and the limit exactly the model with its quadrature.
         */
        NODES,
        /** The standard normal law itself: the limit differs from the model by the error of its quadrature. */
        NORMAL
    }

    /** Checks the sizes. */
    public MiniBatches {
        require("latents", latents);
        require("data", data);
    }

    private static void require(String name, int size) {
        if (size < 1) {
            throw new IllegalArgumentException(name + " = " + size + " per batch: at least 1 is allowed");
        }
    }

    /**
     * The largest batch of a data law: as many as it has points. If all weights are multiples of the smallest one, 1/n, it is
     * that of n data of which equal ones were put together, and n is allowed.
     */
    public static int most(ParticleMeasure target) {
        double least = 1;
        for (double w : target.weights()) {
            least = w > 0 ? Math.min(least, w) : least;
        }
        double data = Math.rint(1 / least);
        for (double w : target.weights()) {
            if (Math.abs(data * w - Math.rint(data * w)) > SAME) {
                return target.size();
            }
        }
        return Math.max(target.size(), (int) Math.min(data, Integer.MAX_VALUE));
    }

    /** Batches of one size, latents from the model's nodes. */
    public static MiniBatches of(int size) {
        return new MiniBatches(size, size, Source.NODES);
    }

    /** The same batches with latents from elsewhere. */
    public MiniBatches from(Source other) {
        return new MiniBatches(latents, data, other);
    }
}
