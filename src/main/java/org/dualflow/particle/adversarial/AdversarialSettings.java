package org.dualflow.particle.adversarial;

/**
 * The numbers of {@link AdversarialTraining}.
 *
 * @param generatorNeurons hidden neurons of the generator, at least 1
 * @param discriminatorNeurons hidden neurons of the discriminator, at least 1
 * @param discriminatorSteps ascent steps of the discriminator before every move, at least 1
 * @param discriminatorRate their size, positive
 * @param generatorSteps descent steps of the generator on mean |G(z) - y|² after every move, at least 1
 * @param generatorRate their size, positive
 * @param step ε, how far in time the targets y move, positive
 * @param seed of everything random, each purpose with a stream of its own
 */
public record AdversarialSettings(
        int generatorNeurons,
        int discriminatorNeurons,
        int discriminatorSteps,
        double discriminatorRate,
        int generatorSteps,
        double generatorRate,
        double step,
        long seed) {

    /** Checks the ranges. */
    public AdversarialSettings {
        atLeastOne("generatorNeurons", generatorNeurons);
        atLeastOne("discriminatorNeurons", discriminatorNeurons);
        atLeastOne("discriminatorSteps", discriminatorSteps);
        atLeastOne("generatorSteps", generatorSteps);
        positive("discriminatorRate", discriminatorRate);
        positive("generatorRate", generatorRate);
        positive("step", step);
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " = " + value + ": at least 1 is allowed");
        }
    }

    private static void positive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " = " + value + ": a positive finite number is allowed");
        }
    }

    /** With another number of descent steps of the generator, and their size. */
    public AdversarialSettings withGenerator(int steps, double rate) {
        return new AdversarialSettings(
                generatorNeurons, discriminatorNeurons, discriminatorSteps, discriminatorRate, steps, rate, step, seed);
    }
}
