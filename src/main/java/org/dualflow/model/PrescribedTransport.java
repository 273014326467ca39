package org.dualflow.model;

import java.util.List;
import org.dualflow.field.VelocityField;
import org.dualflow.mesh.Domain;
import org.jspecify.annotations.Nullable;

/**
 * One species in a given field, ∂t ρ + div(ρ b(t,x)) = 0.
 */
public final class PrescribedTransport implements TransportModel {

    /** A field that depends on time. Implementations hold no state; several threads may evaluate them at once. */
    public interface Velocity {

        /** As {@link VelocityField#fill}, at time {@code t}. */
        void fill(double t, int component, double[][] x, int n, double[] out);

        /** A one-sided Lipschitz constant at time {@code t}; see {@link VelocityField#oneSidedLipschitz}. */
        default double oneSidedLipschitz(double t) {
            return Double.POSITIVE_INFINITY;
        }
    }

    private final String name;
    private final Species species;
    private final Velocity velocity;
    private final boolean steady;
    private final boolean divisible;

    private PrescribedTransport(String name, Domain domain, Velocity velocity, boolean steady, boolean divisible) {
        this.name = name;
        this.species = new Species("density", domain);
        this.velocity = velocity;
        this.steady = steady;
        this.divisible = divisible;
    }

    /** Transport by a field that depends on time. */
    public static PrescribedTransport unsteady(String name, Domain domain, Velocity velocity) {
        return new PrescribedTransport(name, domain, velocity, false, true);
    }

    /** Transport by a field that does not depend on time. */
    public static PrescribedTransport steady(String name, Domain domain, VelocityField field) {
        return new PrescribedTransport(
                name,
                domain,
                new Velocity() {
                    @Override
                    public void fill(double t, int component, double[][] x, int n, double[] out) {
                        field.fill(component, x, n, out);
                    }

                    @Override
                    public double oneSidedLipschitz(double t) {
                        return field.oneSidedLipschitz();
                    }
                },
                true,
                field.twin() == field);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Species> species() {
        return List.of(species);
    }

    @Override
    public Coupling couple() {
        return new Frozen();
    }

    /** The field at the time of the last freeze. */
    private final class Frozen implements Coupling, VelocityField {
        private double t;

        @Override
        public void freeze(double time, State state) {
            t = time;
        }

        @Override
        public VelocityField field(int s) {
            return this;
        }

        @Override
        public boolean isSteady() {
            return steady;
        }

        @Override
        public @Nullable VelocityField twin() {
            return divisible ? this : null;
        }

        @Override
        public int dimension() {
            return species.domain().dimension();
        }

        @Override
        public void fill(int component, double[][] x, int n, double[] out) {
            velocity.fill(t, component, x, n, out);
        }

        @Override
        public double oneSidedLipschitz() {
            return velocity.oneSidedLipschitz(t);
        }
    }
}
