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
     * The largest batch of a data law: as many as it has points, or as there must have been behind it if equal ones were put
     * together, since n data have weights of at least 1/n.
     */
    public static long most(ParticleMeasure target) {
        double least = 1;
        for (double w : target.weights()) {
            least = w > 0 ? Math.min(least, w) : least;
        }
        return Math.max(target.size(), Math.round(1 / least));
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
