package org.dualflow.training;

import org.dualflow.field.VelocityField;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Species;
import org.dualflow.parallel.Team;
import org.dualflow.particle.Lanes;
import org.dualflow.particle.StartCheck;
import org.dualflow.particle.Walls;
import org.dualflow.restart.Restartable;
import org.dualflow.restart.Tape;
import org.dualflow.time.StepFailure;

/** The neurons of one player, which move by explicit steps and are clipped to their box. */
final class Player implements Restartable {

    private final Species species;
    private final ParticleMeasure neurons;
    private final double[][] x;
    private final double[][] before;
    private final double[][] delta;
    private Lanes lanes = new Lanes(Team.single());

    Player(Species species, ParticleMeasure start) {
        this.species = species;
        this.neurons = StartCheck.accept(species, start);
        int dimension = neurons.dimension();
        this.x = new double[dimension][];
        for (int d = 0; d < dimension; d++) {
            x[d] = neurons.x(d);
        }
        this.before = new double[dimension][neurons.size()];
        this.delta = new double[dimension][neurons.size()];
    }

    void workWith(Team team) {
        lanes = new Lanes(team);
    }

    ParticleMeasure neurons() {
        return neurons;
    }

    @Override
    public void transfer(Tape tape) {
        tape.numbers(x);
    }

    /** Remembers the neurons for {@link #restore}. */
    void keep() {
        for (int d = 0; d < x.length; d++) {
            System.arraycopy(x[d], 0, before[d], 0, before[d].length);
        }
    }

    void restore() {
        for (int d = 0; d < x.length; d++) {
            System.arraycopy(before[d], 0, x[d], 0, before[d].length);
        }
    }

    /**
     * {@code x ← clip(x + h field(x))}.
     *
     * @throws StepFailure if a displacement is not finite
     */
    void move(VelocityField field, double h, double time) {
        int n = neurons.size();
        lanes.fill(field, x, n, delta);
        for (int d = 0; d < x.length; d++) {
            for (int i = 0; i < n; i++) {
                delta[d][i] *= h;
            }
            int bad = Walls.firstBeyond(delta[d], n, Double.MAX_VALUE);
            if (bad >= 0) {
                throw new StepFailure(
                        StepFailure.Cause.NOT_FINITE,
                        time,
                        species.name(),
                        bad,
                        "displacement " + delta[d][bad] + " along axis " + d + ": a finite number is allowed");
            }
        }
        for (int d = 0; d < x.length; d++) {
            Domain.Side side = species.domain().side(d);
            Walls.move(side, x[d], delta[d], x[d], n);
        }
    }
}
