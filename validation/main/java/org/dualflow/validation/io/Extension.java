package org.dualflow.validation.io;

import java.util.List;
import org.dualflow.fv.FaceFlux;
import org.dualflow.fv.Limiter;
import org.dualflow.particle.ExplicitRungeKutta;
import org.dualflow.time.SspRungeKutta;

/**
 * What a user adds to case files and the command line: models, limiters, fluxes, integrators. An implementation with a public
 * constructor that takes nothing is named in a file {@code META-INF/services/org.dualflow.validation.io.Extension} on the class path
 * ({@link java.util.ServiceLoader}); every command then knows what it adds.
 */
public interface Extension {

    /** Models. */
    default List<ModelEntry> models() {
        return List.of();
    }

    /** Limiters of {@code muscl}. */
    default List<Limiter> limiters() {
        return List.of();
    }

    /** Fluxes of {@code upwind-at-faces}, {@code muscl} and {@code weno5}. */
    default List<FaceFlux> fluxes() {
        return List.of();
    }

    /** Time integration on the grid. */
    default List<SspRungeKutta> integrators() {
        return List.of();
    }

    /** Time integration of particles. */
    default List<ExplicitRungeKutta> particleIntegrators() {
        return List.of();
    }
}
