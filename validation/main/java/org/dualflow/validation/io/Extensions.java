package org.dualflow.validation.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.dualflow.fv.FaceFlux;
import org.dualflow.fv.Limiter;
import org.dualflow.particle.ExplicitRungeKutta;
import org.dualflow.time.SspRungeKutta;

/** What comes along and what the {@linkplain Extension extensions} on the class path add, by name. */
final class Extensions {

    private static final List<Extension> FOUND = ServiceLoader.load(Extension.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();

    /** Limiters but for {@link Limiter#NONE}, by label. */
    static final Map<String, Limiter> LIMITERS =
            byName("limiter", Limiter.all().subList(1, Limiter.all().size()), Extension::limiters, Limiter::label);

    /** Fluxes of values at faces, by label. */
    static final Map<String, FaceFlux> FLUXES =
            byName("flux", List.of(FaceFlux.UPWIND), Extension::fluxes, FaceFlux::label);

    /** Methods of the grid, by label. */
    static final Map<String, SspRungeKutta> INTEGRATORS =
            byName("integrator", SspRungeKutta.all(), Extension::integrators, SspRungeKutta::label);

    /** Methods of particles, by label. */
    static final Map<String, ExplicitRungeKutta> PARTICLE_INTEGRATORS =
            byName("integrator", ExplicitRungeKutta.all(), Extension::particleIntegrators, ExplicitRungeKutta::label);

    private Extensions() {}

    /** Models with those that are added. */
    static List<ModelEntry> models(List<ModelEntry> ours) {
        return List.copyOf(
                byName("model", ours, Extension::models, ModelEntry::name).values());
    }

    private static <T> Map<String, T> byName(
            String what, List<T> ours, Function<Extension, List<T>> added, Function<T, String> name) {
        List<T> all = new ArrayList<>(ours);
        FOUND.forEach(extension -> all.addAll(added.apply(extension)));
        Map<String, T> map = new LinkedHashMap<>();
        for (T one : all) {
            if (map.put(name.apply(one), one) != null) {
                throw new IllegalStateException(
                        what + " " + name.apply(one) + " of an extension: there is one of that name already");
            }
        }
        return map;
    }
}
