package org.dualflow.particle.adversarial;

/** Functions of a point whose linear combinations are the logits of a discriminator. Immutable. */
public interface Features {

    /** Number of features; the first one is constant. */
    int size();

    /** Evaluates all features, {@code out[size][≥ n]}, at points {@code x[dimension][≥ n]}. */
    void fill(double[][] x, int n, double[][] out);

    /** Σ_k c_k ∂_component φ_k at points {@code x[dimension][≥ n]}. */
    void fillSlope(int component, double[] c, double[][] x, int n, double[] out);
}
