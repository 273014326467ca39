package org.dualflow.validation.io;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dualflow.gan.ClippedTransport;
import org.dualflow.gan.TwoPointGan;
import org.dualflow.measure.AtomicLaw;
import org.dualflow.measure.Law;
import org.dualflow.measure.LineLaw;
import org.dualflow.measure.UniformLaw;
import org.dualflow.run.Event;
import org.dualflow.validation.exact.ClippedTransportReference;
import org.dualflow.validation.exact.ClosedOrbit;
import org.dualflow.validation.exact.ExactSolution;
import org.dualflow.validation.exact.TwoPointGanReference;
import org.dualflow.validation.exact.TwoPointState;

/** Which reference belongs to which case. */
final class References {

    /** No reference is known. */
    static final Reference.Source NONE = (start, end) -> Optional.empty();

    private References() {}

    /** Located events, for a critic that starts uniform, as one atom or as two. */
    static Reference.Source twoPointGan(TwoPointGan gan, LineLaw law, double generator) {
        Optional<TwoPointState> state = twoPointState(law, generator);
        return (start, end) -> start == 0
                ? state.map(from -> new TwoPoint(TwoPointGanReference.solve(gan, from, end)))
                : Optional.empty();
    }

    private static Optional<TwoPointState> twoPointState(LineLaw law, double g) {
        if (law instanceof UniformLaw u) {
            return Optional.of(new TwoPointState(g, u.lower(), u.upper(), 0, 0, 1 / (u.upper() - u.lower())));
        }
        if (law instanceof AtomicLaw a && a.size() <= 2) {
            double[] x = a.atoms();
            return a.size() == 1
                    ? Optional.of(new TwoPointState(g, x[0], x[0], 1, 0, 0))
                    : Optional.of(new TwoPointState(g, x[0], x[1], a.weight(0), a.weight(1), 0));
        }
        return Optional.empty();
    }

    /** The two-sided Skorokhod map. */
    static Reference.Source clippedTransport(ClippedTransport model, LineLaw law) {
        return (start, end) -> start == 0
                ? Optional.of(new Clipped(
                        new ClippedTransportReference(model.displacements().get(0), law, end)))
                : Optional.empty();
    }

    /** A closed form, if it is known at the start and at the end. */
    static Reference.Source exact(Optional<ExactSolution> solution) {
        return (start, end) ->
                solution.filter(known -> start == 0 && known.isKnownAt(end)).map(known -> new Exact(known, end));
    }

    /** The two-point GAN with located events; period and amplitude by quadrature. */
    private record TwoPoint(TwoPointGanReference solved) implements Reference {
        @Override
        public String doc() {
            return "Dormand–Prince 8(5,3) between located events; period and amplitude by quadrature";
        }

        @Override
        public LineLaw law(double t) {
            return solved.critic(t);
        }

        @Override
        public double[] scalars(double t) {
            return new double[] {solved.at(t).generator()};
        }

        @Override
        public Map<String, Double> observables(double t) {
            return solved.observables(t);
        }

        @Override
        public Map<String, Double> functionals() {
            Map<String, Double> values = new LinkedHashMap<>();
            Optional<ClosedOrbit> orbit = solved.orbit();
            if (orbit.isPresent() && solved.period().isPresent()) {
                values.put("period", orbit.get().period());
                values.put("generatorAmplitude", orbit.get().amplitude());
            }
            return values;
        }

        @Override
        public List<Event> events() {
            return solved.events();
        }
    }

    /** Clipped transport, exactly. */
    private record Clipped(ClippedTransportReference solved) implements Reference {
        @Override
        public String doc() {
            return "the two-sided Skorokhod map";
        }

        @Override
        public LineLaw law(double t) {
            return solved.law(t);
        }

        @Override
        public List<Event> events() {
            return solved.events();
        }
    }

    /** A closed form. */
    private record Exact(ExactSolution solution, double end) implements Reference {

        @Override
        public String doc() {
            return solution.source();
        }

        @Override
        public Law law(double t) {
            return solution.at(t);
        }

        @Override
        public boolean isKnownAt(double t) {
            return solution.isKnownAt(t);
        }

        @Override
        public List<Event> events() {
            String species = solution.model().species().get(0).name();
            return solution.blowUp().stream()
                    .filter(time -> time <= end)
                    .mapToObj(time -> Event.at(time, Event.Kind.BLOW_UP, species, "the first atom"))
                    .toList();
        }
    }
}
