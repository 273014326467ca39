package org.dualflow.particle.flow;

import java.util.List;
import java.util.function.Supplier;
import org.dualflow.field.VelocityField;
import org.dualflow.model.Coupling;
import org.dualflow.model.Species;
import org.dualflow.model.State;
import org.dualflow.model.TransportModel;
import org.dualflow.particle.ParticleTransport;
import org.dualflow.restart.Tape;

/**
 * One species whose particles move with a {@link SelfVelocity}: makes {@link ParticleTransport} solve it. The velocity field
 * is known at the particles of the last freeze only.
 *
 * @param name of the model
 * @param one what moves
 * @param velocity makes a workspace for one solver
 */
public record SelfTransport(String name, Species one, Supplier<SelfVelocity> velocity) implements TransportModel {

    @Override
    public List<Species> species() {
        return List.of(one);
    }

    @Override
    public Coupling couple() {
        return new Frozen(one.domain().dimension(), velocity.get());
    }

    private static final class Frozen implements Coupling, VelocityField {
        private final SelfVelocity velocity;
        private final double[][] values;

        Frozen(int dimension, SelfVelocity velocity) {
            this.velocity = velocity;
            this.values = new double[dimension][0];
        }

        @Override
        public void freeze(double t, State state) {
            state.measure(0).forEachBlock(this::evaluate);
        }

        @Override
        public void transfer(Tape tape) {
            velocity.transfer(tape);
        }

        private void evaluate(double[][] x, double[] w, int n) {
            for (int d = 0; d < values.length; d++) {
                if (values[d].length != n) {
                    values[d] = new double[n];
                }
            }
            velocity.fill(x, w, n, values);
        }

        @Override
        public VelocityField field(int s) {
            return this;
        }

        @Override
        public int dimension() {
            return values.length;
        }

        @Override
        public void fill(int component, double[][] x, int n, double[] out) {
            System.arraycopy(values[component], 0, out, 0, n);
        }
    }
}
