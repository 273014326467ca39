package org.dualflow.validation.io;

import java.util.Optional;
import org.dualflow.measure.LineLaw;
import org.dualflow.measure.QuantileFunction;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Initial;
import org.dualflow.model.Model;
import org.dualflow.model.TransportModel;
import org.dualflow.run.Discretisation;
import org.dualflow.time.Evolution;
import org.dualflow.validation.certificate.Attraction;
import org.dualflow.validation.certificate.CertifiedEvolution;
import org.dualflow.validation.certificate.CertifiedField;
import org.dualflow.validation.certificate.Reconstruction;
import org.dualflow.validation.certificate.WrappedEvolution;

/**
 * Lets a grid on a line bound its own W₁ error while it runs. A bound of the domain's length or more says nothing; it is
 * given up as soon as it gets there, and the rest of the run costs nothing more.
 */
public final class Certification {

    /** No growth rate is known. */
    static final Certification NONE = new Certification(Optional.empty());

    private final Optional<CertifiedField> field;
    private final double[] sinks;

    private Certification(Optional<CertifiedField> field, double... sinks) {
        this.field = field;
        this.sinks = sinks;
    }

    /** What the model alone tells, with atoms at the given sinks. */
    static Certification of(Model model, double... sinks) {
        return new Certification(
                model instanceof TransportModel transport ? CertifiedField.of(transport) : Optional.empty(), sinks);
    }

    /** Aggregation with a known growth rate. */
    static Certification by(Attraction attraction) {
        return new Certification(Optional.of(attraction));
    }

    /** The same discretisation, watched if that is possible. One run at a time. */
    public Watched watch(Discretisation discretisation) {
        return new Watched(discretisation);
    }

    /** A discretisation whose run can be asked for its bound afterwards. */
    public final class Watched implements Discretisation {

        private final Discretisation discretisation;
        private Optional<Run> run = Optional.empty();

        private Watched(Discretisation discretisation) {
            this.discretisation = discretisation;
        }

        @Override
        public String name() {
            return discretisation.name();
        }

        @Override
        public double massRoundingPerStep(Model model) {
            return discretisation.massRoundingPerStep(model);
        }

        @Override
        public Evolution begin(Model model, Initial initial, double start) {
            Evolution evolution = discretisation.begin(model, initial, start);
            if (field.isEmpty() || !(initial.laws().get(0) instanceof LineLaw law)) {
                return evolution;
            }
            Domain.Side side = model.species().get(0).domain().side(0);
            Run begun = new Run(evolution, field.get(), law, side.length(), sinks);
            run = Optional.of(begun);
            return begun;
        }

        /**
         * A bound of W₁ between the exact solution and the cells as atoms at their points; infinite if it reaches the length
         * of the domain; empty if no growth rate is known.
         */
        public Optional<Double> bound() {
            return run.map(Run::bound);
        }
    }

    /** A run with its bound, until that says nothing any more. */
    private static final class Run extends WrappedEvolution {

        /** Steps between two looks at the bound. */
        private static final int LOOK = 16;

        private final CertifiedEvolution certified;
        private final double length;
        private boolean useless;

        Run(Evolution evolution, CertifiedField field, LineLaw law, double length, double[] sinks) {
            super(evolution);
            this.length = length;
            certified = CertifiedEvolution.of(evolution, field, law, Reconstruction.PARABOLAS, sinks);
        }

        @Override
        public double step(double end) {
            if (useless) {
                return super.step(end);
            }
            double dt = certified.step(end);
            useless = steps() % LOOK == 0 && !(certified.bound() < length);
            return dt;
        }

        double bound() {
            double bound =
                    useless ? Double.POSITIVE_INFINITY : certified.bound(QuantileFunction.ofAtoms(state().measure(0)));
            return bound < length ? bound : Double.POSITIVE_INFINITY;
        }
    }
}
