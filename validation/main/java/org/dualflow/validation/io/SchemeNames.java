package org.dualflow.validation.io;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The names that case files use for schemes, and what they mean. */
public final class SchemeNames {

    private static final String ADDED = "from an extension";

    /** The scheme that takes a reconstruction. */
    static final String SEMI_LAGRANGIAN = "semi-lagrangian";

    /** Implicit Euler for gradient flows. */
    static final String IMPLICIT_EULER = "implicit-euler";

    /** Its limited extrapolation. */
    static final String IMPLICIT_EXTRAPOLATED = "implicit-extrapolated";

    /** Upwind fluxes of potentials, for the Jensen–Shannon flow. */
    static final String EXPLICIT_UPWIND = "explicit-upwind";

    /** The same with linear densities. */
    static final String EXPLICIT_MUSCL = "explicit-muscl";

    /** Schemes of the grid. */
    public static final Map<String, String> SCHEMES = words(
            "upwind",
            "first order, velocities at cell centres (Delarue–Lagoutière–Vauchelet)",
            "upwind-at-faces",
            "first order, velocities at faces",
            "muscl",
            "second order, limited slopes",
            "weno5",
            "fifth order, smooth data",
            SEMI_LAGRANGIAN,
            "conservative remap along characteristics, any Courant number",
            IMPLICIT_EULER,
            "gradient flows: order 1 in time, keeps every bound at every step size",
            IMPLICIT_EXTRAPOLATED,
            "gradient flows: order 2 in time, keeps mass, bounds and the decay of a distance",
            EXPLICIT_UPWIND,
            "jensen-shannon-flow: order 1, positive, steps of the square of a cell's width (Carrillo–Chertock–Huang)",
            EXPLICIT_MUSCL,
            "jensen-shannon-flow: the same with linear densities, order 2");

    /** Limiters of {@code muscl}. */
    public static final Map<String, String> LIMITERS = with(
            words(
                    "minmod", "most dissipative",
                    "van-leer", "smooth",
                    "mc", "monotonised central",
                    "superbee", "most compressive"),
            Extensions.LIMITERS,
            limiter -> ADDED);

    /** Fluxes of values at faces. */
    public static final Map<String, String> FLUXES =
            with(words("upwind", "what the wind brings"), Extensions.FLUXES, flux -> ADDED);

    /** Reconstructions of {@code semi-lagrangian}. */
    public static final Map<String, String> RECONSTRUCTIONS = words(
            "constant", "order 1, monotone",
            "linear", "order 2",
            "parabolic", "order 3",
            "moments", "order 2, keeps atoms and slabs sharp");

    /** Time integration on the grid. */
    public static final Map<String, String> INTEGRATORS = with(
            words("ssp1", "explicit Euler", "ssp2", "Heun, order 2", "ssp3", "Shu–Osher, order 3"),
            Extensions.INTEGRATORS,
            method -> "order " + method.order() + ", " + ADDED);

    /** Time integration of particles. */
    public static final Map<String, String> RUNGE_KUTTA =
            with(Map.of(), Extensions.PARTICLE_INTEGRATORS, method -> "order " + method.order());

    /** What particles do that meet. */
    public static final Map<String, String> STICKING =
            words("none", "pass through each other", "sticky", "merge for ever, on a line");

    /** How two players step in minimising movements. */
    public static final Map<String, String> MOVEMENTS = words(
            "explicit",
            "gradient steps, projected",
            "simultaneous",
            "movements against the other player's old place",
            "alternating",
            "the critic, or discriminator, moves against the generator's new place",
            "implicit",
            "both move against the other's new place",
            "extragradient",
            "gradient steps with a look ahead (Korpelevich)",
            "bdf2",
            "implicit with two steps' memory, order 2");

    /** Starts of particles. */
    public static final Map<String, String> STARTS =
            words("quantile", "deterministic, at quantiles of the law", "random", "independent draws, needs a seed");

    /** Latents of the law itself. */
    static final String NORMAL = "normal";

    /** Where latents of a mini-batch come from. */
    public static final Map<String, String> LATENTS =
            words("nodes", "the model's latent nodes, by their weights", NORMAL, "the standard normal law");

    /** The method that takes a bandwidth. */
    static final String BLOB = "blob";

    /** The method that takes samples and features. */
    static final String DISCRIMINATOR = "discriminator";

    /** The method that takes networks and rates. */
    static final String GAN = "gan";

    /** Particle methods for the Jensen–Shannon flow. */
    public static final Map<String, String> FLOW_METHODS = words(
            "quantiles",
            "on a line: density from spacing, implicit",
            BLOB,
            "Gaussian blobs, needs a bandwidth",
            DISCRIMINATOR,
            "logistic regression of samples against particles",
            GAN,
            "trained networks; draws its own start");

    private SchemeNames() {}

    /** Whether a scheme of the grid is one for gradient flows, not for transport. */
    static boolean isForFlows(String scheme) {
        return List.of(IMPLICIT_EULER, IMPLICIT_EXTRAPOLATED, EXPLICIT_UPWIND, EXPLICIT_MUSCL)
                .contains(scheme);
    }

    /** Whether a scheme of the grid makes its flux of values at faces. */
    static boolean hasFaces(String scheme) {
        return List.of("upwind-at-faces", "muscl", "weno5").contains(scheme);
    }

    /** Words, and those of a map that are not among them. */
    private static <T> Map<String, String> with(
            Map<String, String> words, Map<String, T> all, Function<T, String> doc) {
        Map<String, String> map = new LinkedHashMap<>(words);
        all.forEach((name, one) -> map.putIfAbsent(name, doc.apply(one)));
        return Collections.unmodifiableMap(map);
    }

    private static Map<String, String> words(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return Collections.unmodifiableMap(map);
    }
}
