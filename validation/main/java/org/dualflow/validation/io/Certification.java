package org.dualflow.validation.io;

import java.util.Optional;
import org.dualflow.measure.LineLaw;
import org.dualflow.measure.QuantileFunction;
import org.dualflow.measure.SmoothLaw;
import org.dualflow.mesh.Domain;
import org.dualflow.model.GradientFlow;
import org.dualflow.model.Initial;
import org.dualflow.model.Model;
import org.dualflow.model.TransportModel;
import org.dualflow.restart.Tape;
import org.dualflow.run.Discretisation;
import org.dualflow.time.Evolution;
import org.dualflow.validation.certificate.Attraction;
import org.dualflow.validation.certificate.CertifiedEvolution;
import org.dualflow.validation.certificate.CertifiedField;
import org.dualflow.validation.certificate.CertifiedFlow;
import org.dualflow.validation.certificate.Reconstruction;
import org.dualflow.validation.certificate.WrappedEvolution;

/**
 * Lets a grid bound its own error while it runs: in W₁ for transport on a line, in L¹ for gradient flows. A bound of the
 * largest distance there is, the domain's length or 2, says nothing; it is given up as soon as it gets there, and the rest of the run
 * costs nothing more.
 */
public final class Certification {

    /** No certificate is known. */
    static final Certification NONE = new Certification(new Begin("W1", (e, model, initial) -> Optional.empty()));

    /** Most cells of a gradient flow: beyond, the certificate would take longer than the run. */
    private static final int MOST_CELLS = 40_000;

    private final Begin begin;

    private Certification(Begin begin) {
        this.begin = begin;
    }

    /**
     * How a run is watched.
     *
     * @param metric of the bound
     * @param wrapper puts the watch on a run, if its data are of a kind for which that is possible
     */
    private record Begin(String metric, Wrapper wrapper) {}

    @FunctionalInterface
    private interface Wrapper {
        Optional<Run> wrap(Evolution evolution, Model model, Initial initial);
    }

    /** What the model alone tells, with atoms at the given sinks. */
    static Certification of(Model model, double... sinks) {
        if (model instanceof GradientFlow flow && CertifiedFlow.certifies(flow)) {
            return new Certification(new Begin("L1", (evolution, m, initial) -> contraction(evolution, flow, initial)));
        }
        Optional<CertifiedField> field =
                model instanceof TransportModel transport ? CertifiedField.of(transport) : Optional.empty();
        return field.map(known -> by(known, sinks)).orElse(NONE);
    }

    /**
     * A model of one species on a line or a circle whose field depends on the solution.
     *
     * @param growth rate at which the W₁ distance of two solutions can grow, see {@link CertifiedField#coupled}
     */
    public static Certification growing(TransportModel model, double growth) {
        return by(CertifiedField.coupled(model, growth));
    }

    /** Aggregation with a known growth rate. */
    static Certification by(Attraction attraction) {
        return by((CertifiedField) attraction);
    }

    private static Certification by(CertifiedField field, double... sinks) {
        return new Certification(new Begin("W1", (evolution, model, initial) -> {
            if (!(initial.laws().get(0) instanceof LineLaw law)) {
                return Optional.empty();
            }
            Domain.Side side = model.species().get(0).domain().side(0);
            return Optional.of(new TransportRun(
                    evolution,
                    CertifiedEvolution.of(evolution, field, law, Reconstruction.PARABOLAS, sinks),
                    side.length()));
        }));
    }

    private static Optional<Run> contraction(Evolution evolution, GradientFlow flow, Initial initial) {
        Optional<SmoothLaw> start = SmoothStart.of(initial.laws().get(0));
        if (start.isEmpty() || evolution.state().measure(0).size() > MOST_CELLS) {
            return Optional.empty();
        }
        return Optional.of(new FlowRun(evolution, new CertifiedFlow(evolution, flow, start.get()::fillDensity)));
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
            run = begin.wrapper().wrap(evolution, model, initial);
            return run.isPresent() ? run.get() : evolution;
        }

        /** The metric of the bound: {@code W1} or {@code L1}. */
        public String metric() {
            return begin.metric();
        }

        /**
         * A bound of the distance between the exact solution and the cells: W₁, as atoms at their points, or L¹ of their masses.
         * Infinite if it reaches the largest distance there is; empty if no certificate is known.
         */
        public Optional<Double> bound() {
            return run.map(Run::bound);
        }
    }

    /** A run with its bound, until that says nothing any more. */
    private abstract static class Run extends WrappedEvolution {

        /** Steps between two looks at the bound. */
        private static final int LOOK = 16;

        private final Evolution certified;
        private final double largest;
        private boolean useless;

        Run(Evolution plain, Evolution certified, double largest) {
            super(plain);
            this.certified = certified;
            this.largest = largest;
        }

        /** The bound that grows from step to step. */
        abstract double running();

        /** The bound of what reports read. */
        abstract double last();

        @Override
        public double step(double end) {
            if (useless) {
                return super.step(end);
            }
            double dt = certified.step(end);
            useless = steps() % LOOK == 0 && !(running() < largest);
            return dt;
        }

        @Override
        public void transfer(Tape tape) {
            certified.transfer(tape);
            useless = tape.flag(useless);
        }

        double bound() {
            double bound = useless ? Double.POSITIVE_INFINITY : last();
            return bound < largest ? bound : Double.POSITIVE_INFINITY;
        }
    }

    private static final class TransportRun extends Run {

        private final CertifiedEvolution certified;

        TransportRun(Evolution plain, CertifiedEvolution certified, double length) {
            super(plain, certified, length);
            this.certified = certified;
        }

        @Override
        double running() {
            return certified.bound();
        }

        @Override
        double last() {
            return certified.bound(QuantileFunction.ofAtoms(state().measure(0)));
        }
    }

    private static final class FlowRun extends Run {

        private final CertifiedFlow certified;

        FlowRun(Evolution plain, CertifiedFlow certified) {
            super(plain, certified, 2);
            this.certified = certified;
        }

        @Override
        double running() {
            return certified.bound();
        }

        @Override
        double last() {
            return certified.massBound();
        }
    }
}
