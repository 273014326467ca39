package org.dualflow.training;

/**
 * How many latents and data points every step of either player draws, afresh for each.
 *
 * @param latents latents per batch, at least 1
 * @param data data points per batch, at least 1, at most the number of data
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

    /** Batches of one size, latents from the model's nodes. */
    public static MiniBatches of(int size) {
        return new MiniBatches(size, size, Source.NODES);
    }

    /** The same batches with latents from elsewhere. */
    public MiniBatches from(Source other) {
        return new MiniBatches(latents, data, other);
    }
}
