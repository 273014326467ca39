package org.dualflow.validation.io;

import org.dualflow.particle.ParticleScheme;
import org.dualflow.particle.adversarial.FourierFeatures;
import org.dualflow.run.FlowMethod;
import org.dualflow.validation.io.schema.Key;
import org.dualflow.validation.io.schema.NumberKind;
import org.dualflow.validation.io.schema.RecordKind;
import org.dualflow.validation.io.schema.Values;

/**
 * A fitted discriminator, as a case file says it: random waves for features.
 *
 * @param samples number of samples of the data law
 * @param features number of waves
 * @param scale width of the Gaussian kernel that the waves stand for
 * @param ridge regularisation
 * @param seed of the samples and the waves
 */
public record DiscriminatorSpec(int samples, int features, double scale, double ridge, long seed) {

    /** The keys of the section. */
    public static final RecordKind KIND = RecordKind.of(
            Key.required("samples", NumberKind.integer(1, 100_000_000), "samples of the data law"),
            Key.required("features", NumberKind.integer(1, 10_000), "random waves in the logit"),
            Key.optional("scale", NumberKind.positive(), 1.0, "width of the kernel that the waves stand for"),
            Key.optional("ridge", NumberKind.positive(), 1e-3, "regularisation"),
            Key.required("seed", NumberKind.integer(0, 1L << 53), "of samples and waves"));

    /** Takes values that {@link #KIND} has read. */
    static DiscriminatorSpec of(Values values) {
        return new DiscriminatorSpec(
                values.integer("samples"),
                values.integer("features"),
                values.number("scale"),
                values.number("ridge"),
                values.longInteger("seed"));
    }

    /** The method, in as many dimensions as the flow has. */
    FlowMethod method(ParticleScheme scheme) {
        return (flow, initial, particles, time) -> FlowMethod.discriminator(
                        samples,
                        seed,
                        new FourierFeatures(flow.domain().dimension(), features, scale, seed + 1),
                        ridge,
                        scheme)
                .begin(flow, initial, particles, time);
    }
}
