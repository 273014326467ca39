package org.dualflow.validation.io;

import java.util.Optional;
import java.util.OptionalLong;
import org.dualflow.validation.io.schema.Key;
import org.dualflow.validation.io.schema.NumberKind;
import org.dualflow.validation.io.schema.Problems;
import org.dualflow.validation.io.schema.RecordKind;
import org.dualflow.validation.io.schema.Values;
import org.dualflow.validation.io.schema.WordKind;

/**
 * Particles, as a case file says it.
 *
 * @param count number of particles per species
 * @param start a name of {@link SchemeNames#STARTS}
 * @param seed of a random start
 * @param integrator a name of {@link SchemeNames#RUNGE_KUTTA}
 * @param step largest time step, if not the library's own
 * @param sticking a name of {@link SchemeNames#STICKING}
 * @param method a name of {@link SchemeNames#FLOW_METHODS}, for the Jensen–Shannon flow only
 * @param bandwidth width of the blobs, if that is the method
 * @param discriminator what is fitted, if that is the method
 * @param gan what is trained, if that is the method
 */
public record ParticleSpec(
        int count,
        String start,
        OptionalLong seed,
        String integrator,
        Optional<Double> step,
        String sticking,
        Optional<String> method,
        Optional<Double> bandwidth,
        Optional<DiscriminatorSpec> discriminator,
        Optional<AdversarialSpec> gan) {

    /** The keys of the section. */
    public static final RecordKind KIND = RecordKind.of(
            Key.required("count", NumberKind.integer(1, 100_000_000), "particles per species"),
            Key.optional("start", new WordKind(SchemeNames.STARTS), "quantile", "where particles start"),
            Key.absent("seed", NumberKind.integer(0, 1L << 53), "of a random start"),
            Key.optional("integrator", new WordKind(SchemeNames.RUNGE_KUTTA), "classical4", "Runge–Kutta method"),
            Key.absent("step", NumberKind.positive(), "largest time step, a 2000th of the time by default"),
            Key.optional("sticking", new WordKind(SchemeNames.STICKING), "none", "what particles do that meet"),
            Key.absent(
                    "method",
                    new WordKind(SchemeNames.FLOW_METHODS),
                    "how particles of a gradient flow know their density"),
            Key.absent("bandwidth", NumberKind.positive(), "width of blobs"),
            Key.absent(SchemeNames.DISCRIMINATOR, DiscriminatorSpec.KIND, "what method: discriminator fits"),
            Key.absent(SchemeNames.GAN, AdversarialSpec.KIND, "what method: gan trains"));

    /** Takes values that {@link #KIND} has read and checks what only makes sense together. */
    static ParticleSpec of(Values values, Problems problems) {
        boolean random = values.text("start").equals("random");
        if (random && !values.has("seed")) {
            problems.add("particles.seed", "missing", "a seed must be given for start: random");
        }
        belongs(values, SchemeNames.BLOB, "bandwidth", problems);
        belongs(values, SchemeNames.DISCRIMINATOR, SchemeNames.DISCRIMINATOR, problems);
        belongs(values, SchemeNames.GAN, SchemeNames.GAN, problems);
        return new ParticleSpec(
                values.integer("count"),
                values.text("start"),
                values.has("seed") ? OptionalLong.of(values.longInteger("seed")) : OptionalLong.empty(),
                values.text("integrator"),
                values.has("step") ? Optional.of(values.number("step")) : Optional.empty(),
                values.text("sticking"),
                values.has("method") ? Optional.of(values.text("method")) : Optional.empty(),
                values.has("bandwidth") ? Optional.of(values.number("bandwidth")) : Optional.empty(),
                values.has(SchemeNames.DISCRIMINATOR)
                        ? Optional.of(DiscriminatorSpec.of(values.values(SchemeNames.DISCRIMINATOR)))
                        : Optional.empty(),
                values.has(SchemeNames.GAN)
                        ? Optional.of(AdversarialSpec.of(values.values(SchemeNames.GAN)))
                        : Optional.empty());
    }

    /** A key that one method needs and no other one takes. */
    private static void belongs(Values values, String method, String key, Problems problems) {
        boolean wanted = values.has("method") && values.text("method").equals(method);
        if (wanted != values.has(key)) {
            problems.add(
                    "particles." + key,
                    wanted ? "missing" : "given without method: " + method,
                    "allowed, and needed, for method: " + method + " only");
        }
    }

    /** The same method with another number of particles. */
    public ParticleSpec withCount(int n) {
        return new ParticleSpec(n, start, seed, integrator, step, sticking, method, bandwidth, discriminator, gan);
    }

    /** The same particles with another time step. */
    public ParticleSpec withStep(double dt) {
        return new ParticleSpec(
                count, start, seed, integrator, Optional.of(dt), sticking, method, bandwidth, discriminator, gan);
    }

    /** In words. */
    public String describe() {
        return count + " particles, " + start + " start, "
                + method.map(name -> name + (bandwidth.isPresent() ? " of width " + bandwidth.get() : ""))
                        .orElse(integrator)
                + (sticking.equals("none") ? "" : ", " + sticking);
    }
}
