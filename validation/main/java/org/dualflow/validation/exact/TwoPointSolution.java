package org.dualflow.validation.exact;

import java.util.List;
import java.util.OptionalDouble;
import org.dualflow.measure.LineLaw;
import org.dualflow.model.Initial;
import org.dualflow.model.TransportModel;
import org.dualflow.run.Event;

/**
 * The two-point GAN as an exact solution.
 *
 * @param name what lists call it
 * @param reference where it is solved
 */
public record TwoPointSolution(String name, TwoPointGanReference reference) implements ExactLineSolution {

    @Override
    public String source() {
        return "event-located integration; model: Delgadino, Suassuna, Cabrera, arXiv 2405.18673";
    }

    @Override
    public TransportModel model() {
        return reference.gan();
    }

    @Override
    public Initial initial() {
        return reference.gan().critic(at(0), reference.at(0).generator());
    }

    @Override
    public LineLaw at(double t) {
        return reference.critic(t);
    }

    @Override
    public double[] scalars(double t) {
        return new double[] {reference.at(t).generator()};
    }

    @Override
    public double end() {
        return reference.end();
    }

    @Override
    public OptionalDouble blowUp() {
        return at(0).atoms().length > 0
                ? OptionalDouble.empty()
                : reference.first(Event.Kind.ATOM).stream()
                        .mapToDouble(Event::time)
                        .findFirst();
    }

    @Override
    public List<Double> kinks() {
        return reference.events().stream().map(Event::time).toList();
    }

    /** {@inheritDoc} That of the continuous output between the steps of the integrator. */
    @Override
    public double accuracy() {
        return 1e-11;
    }
}
