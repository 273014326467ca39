package org.dualflow.model;

import java.util.List;
import org.dualflow.measure.SmoothLaw;
import org.dualflow.mesh.Domain;

/**
 * The Fokker–Planck equation with stationary density d, ∂t u = div(d ∇(u/d)) = Δu - div(u ∇log d); for a normal d the
 * Ornstein–Uhlenbeck process.
 *
 * @param domain the box, no flux or periodic at each end
 * @param target d
 */
public record FokkerPlanck(Domain domain, SmoothLaw target) implements GradientFlow {

    @Override
    public String name() {
        return "fokker-planck";
    }

    @Override
    public List<Species> species() {
        return List.of(new Species("density", domain));
    }

    @Override
    public double mobility() {
        return 1;
    }

    @Override
    public Storage storage() {
        return Storage.LINEAR;
    }
}
