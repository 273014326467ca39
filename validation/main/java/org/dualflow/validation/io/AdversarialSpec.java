package org.dualflow.validation.io;

import org.dualflow.particle.adversarial.AdversarialSettings;
import org.dualflow.run.FlowMethod;
import org.dualflow.validation.io.schema.Key;
import org.dualflow.validation.io.schema.NumberKind;
import org.dualflow.validation.io.schema.RecordKind;
import org.dualflow.validation.io.schema.Values;

/**
 * The training of a GAN that follows the Jensen–Shannon flow, as a case file says it.
 *
 * @param generatorNeurons hidden neurons of the generator
 * @param generatorSteps its descent steps per move
 * @param generatorRate their size
 * @param discriminatorNeurons hidden neurons of the discriminator
 * @param discriminatorSteps its ascent steps per move
 * @param discriminatorRate their size
 * @param seed of everything random
 */
public record AdversarialSpec(
        int generatorNeurons,
        int generatorSteps,
        double generatorRate,
        int discriminatorNeurons,
        int discriminatorSteps,
        double discriminatorRate,
        long seed) {

    private static final NumberKind COUNT = NumberKind.integer(1, 1_000_000);

    /** The keys of the section. */
    public static final RecordKind KIND = RecordKind.of(
            Key.optional("generatorNeurons", COUNT, 8.0, "hidden neurons of the generator"),
            Key.optional("generatorSteps", COUNT, 1.0, "descent steps of the generator per move"),
            Key.required("generatorRate", NumberKind.positive(), "their size"),
            Key.optional("discriminatorNeurons", COUNT, 16.0, "hidden neurons of the discriminator"),
            Key.optional("discriminatorSteps", COUNT, 20.0, "ascent steps of the discriminator per move"),
            Key.optional("discriminatorRate", NumberKind.positive(), 0.5, "their size"),
            Key.required("seed", NumberKind.integer(0, 1L << 53), "of latents, samples and networks"));

    /** Takes values that {@link #KIND} has read. */
    static AdversarialSpec of(Values values) {
        return new AdversarialSpec(
                values.integer("generatorNeurons"),
                values.integer("generatorSteps"),
                values.number("generatorRate"),
                values.integer("discriminatorNeurons"),
                values.integer("discriminatorSteps"),
                values.number("discriminatorRate"),
                values.longInteger("seed"));
    }

    /** The method, with moves of at most {@code step} in time. */
    FlowMethod method(double step) {
        return FlowMethod.training(new AdversarialSettings(
                generatorNeurons,
                discriminatorNeurons,
                discriminatorSteps,
                discriminatorRate,
                generatorSteps,
                generatorRate,
                step,
                seed));
    }
}
