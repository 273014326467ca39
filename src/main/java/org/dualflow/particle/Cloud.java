package org.dualflow.particle;

import java.util.Optional;
import org.dualflow.field.VelocityField;
import org.dualflow.measure.CompensatedSum;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Growth;
import org.dualflow.model.Species;
import org.dualflow.parallel.Team;
import org.dualflow.restart.Restartable;
import org.dualflow.restart.Tape;
import org.dualflow.time.StepFailure;
import org.jspecify.annotations.Nullable;

/**
 * The particles of one species: current positions, trial positions, and the velocities of every stage. A trial leaves
 * the current positions alone until {@link #commit}.
 */
final class Cloud implements Restartable {

    private final Species species;
    private final int n;
    private final double[][] x;
    private final double[] w;
    private final double[][] y;
    private final double[][] delta;
    private final double[][][] k;
    private final boolean open;
    private final boolean[] exits;
    private final boolean[] gone;
    private final CompensatedSum outflow = new CompensatedSum();
    private final ParticleMeasure current;
    private final ParticleMeasure trial;
    private final @Nullable StickyLine sticky;
    private final double[][] velocities;
    private Lanes lanes = new Lanes(Team.single());
    private final @Nullable GrowingWeights growing;

    Cloud(Species species, ParticleMeasure start, ParticleScheme scheme, Optional<Growth> growth) {
        this.species = species;
        this.current = StartCheck.accept(species, start);
        int dimension = current.dimension();
        this.n = current.size();
        this.x = new double[dimension][];
        for (int d = 0; d < dimension; d++) {
            x[d] = current.x(d);
        }
        this.w = current.weights();
        this.y = new double[dimension][n];
        double[] next = growth.isPresent() ? w.clone() : w;
        this.trial = new ParticleMeasure(y, next);
        this.growing = growth.isPresent()
                ? new GrowingWeights(
                        growth.get(), species.name(), scheme.method().stages(), w, next)
                : null;
        this.delta = new double[dimension][n];
        this.k = new double[dimension][scheme.method().stages()][n];
        this.open = species.domain().sides().stream().anyMatch(Walls::isOpen);
        this.exits = new boolean[open ? n : 0];
        this.gone = new boolean[open ? n : 0];
        this.velocities = new double[dimension][];
        this.sticky =
                scheme.sticking() == Sticking.STICKY ? new StickyLine(species, current, scheme.method(), k[0]) : null;
    }

    /** Divides particles among the threads of a team. */
    void workWith(Team team) {
        lanes = new Lanes(team);
    }

    @Override
    public void transfer(Tape tape) {
        tape.numbers(x);
        tape.numbers(w);
        tape.flags(gone);
        outflow.transfer(tape);
        if (growing != null) {
            growing.transfer(tape);
        }
    }

    ParticleMeasure current() {
        return current;
    }

    ParticleMeasure trial() {
        return trial;
    }

    double outflow() {
        return outflow.value();
    }

    double inflow() {
        return growing == null ? 0 : growing.inflow();
    }

    /**
     * Evaluates the velocities, and the rates of growth, of stage {@code s} at time {@code t}: the first one at the current
     * positions, others at the trial ones.
     */
    void evaluate(VelocityField field, double t, int s) {
        if (growing != null) {
            growing.evaluate(t, s == 0 ? x : y, s);
        }
        for (int d = 0; d < k.length; d++) {
            velocities[d] = k[d][s];
        }
        lanes.fill(field, s == 0 ? x : y, n, velocities);
    }

    /**
     * Trial positions: current ones plus {@code h Σ_s weights_s k_s}, clipped or wrapped; trial weights.
     *
     * @throws StepRejection if a displacement is not finite or longer than the domain, or a weight is not finite
     */
    void move(double h, double[] weights) throws StepRejection {
        if (growing != null) {
            growing.grow(h, weights);
        }
        for (int d = 0; d < k.length; d++) {
            Walls.combine(h, weights, k[d], delta[d], n);
            Domain.Side side = species.domain().side(d);
            int bad = Walls.firstBeyond(delta[d], n, side.length());
            if (bad >= 0) {
                throw rejection(d, bad, side.length());
            }
            Walls.move(side, x[d], delta[d], y[d], n);
        }
    }

    private StepRejection rejection(int d, int i, double limit) {
        double value = delta[d][i];
        boolean finite = Math.abs(value) <= Double.MAX_VALUE;
        return StepRejection.of(
                finite ? StepFailure.Cause.CFL : StepFailure.Cause.NOT_FINITE, species.name(), i, d, value, limit);
    }

    /** Merges particles that met on the way from the current to the trial positions. */
    void stick(VelocityField field, boolean steady, double h) {
        if (sticky != null) {
            if (steady) {
                sticky.catchAtSinks(field, h, x[0], y);
            }
            sticky.merge(y[0], trial.weights());
        }
    }

    /** Makes the trial positions the current ones; what went through an open end is counted and stops there. */
    void commit() {
        if (growing != null) {
            growing.commit();
        }
        if (open) {
            leave();
        }
        for (int d = 0; d < k.length; d++) {
            System.arraycopy(y[d], 0, x[d], 0, n);
        }
    }

    private void leave() {
        for (int d = 0; d < k.length; d++) {
            Walls.markExits(species.domain().side(d), x[d], delta[d], exits, n);
        }
        for (int i = 0; i < n; i++) {
            if (gone[i]) {
                for (int d = 0; d < k.length; d++) {
                    y[d][i] = x[d][i];
                }
            } else if (exits[i]) {
                gone[i] = true;
                outflow.add(w[i]);
                w[i] = 0;
            }
        }
    }
}
