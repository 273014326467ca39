package org.dualflow.gan;

import java.util.List;
import org.dualflow.field.VelocityField;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Coupling;
import org.dualflow.model.Observable;
import org.dualflow.model.Species;
import org.dualflow.model.State;
import org.dualflow.model.TransportModel;

/**
 * Transport by one speed for all points of the box [-1, 1]^d, stopped at its walls: ω_i' = U_i'(t), projected at
 * ω_i = ±1. Every coordinate goes through the two-sided Skorokhod map, the stop operator of hysteresis; mass that has met
 * on a wall never separates. It is the critic's part of the clipped Wasserstein GAN, see {@link TwoPointGan}.
 *
 * <p>One species {@code weights}. On a line the observables are {@code mean}, {@code width}, {@code atomLeft} and
 * {@code atomRight}, the last three as {@link CriticShape} defines them.
 */
public final class ClippedTransport implements TransportModel {

    private final List<Displacement> displacements;
    private final List<Species> species;

    private ClippedTransport(List<Displacement> displacements) {
        this.displacements = displacements;
        this.species = List.of(new Species("weights", Domain.cube(displacements.size(), -1, 1, Boundary.CLIPPED)));
    }

    /**
     * Transport along the axes by the given displacements.
     *
     * @param displacements U_i, one per axis, 1 to {@value Domain#MAX_DIMENSION}
     */
    public static ClippedTransport by(Displacement... displacements) {
        return new ClippedTransport(List.of(displacements));
    }

    /** U_i, one per axis. */
    public List<Displacement> displacements() {
        return displacements;
    }

    @Override
    public String name() {
        return "clipped-transport";
    }

    @Override
    public List<Species> species() {
        return species;
    }

    @Override
    public List<Observable> observables() {
        if (displacements.size() > 1) {
            return List.of();
        }
        return List.of(
                new Observable("mean", state -> Mean.of(state.measure(0))),
                new Observable(
                        "width", state -> CriticShape.of(state.measure(0)).width()),
                new Observable(
                        "atomLeft", state -> CriticShape.of(state.measure(0)).atomLeft()),
                new Observable(
                        "atomRight", state -> CriticShape.of(state.measure(0)).atomRight()));
    }

    @Override
    public Coupling couple() {
        UniformVelocity velocity = new UniformVelocity(displacements.size());
        return new Coupling() {
            @Override
            public void freeze(double t, State state) {
                for (int d = 0; d < displacements.size(); d++) {
                    velocity.set(d, displacements.get(d).speed(t));
                }
            }

            @Override
            public VelocityField field(int s) {
                return velocity;
            }
        };
    }
}
