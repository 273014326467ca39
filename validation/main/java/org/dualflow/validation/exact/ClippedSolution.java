package org.dualflow.validation.exact;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.dualflow.gan.ClippedTransport;
import org.dualflow.measure.LineLaw;
import org.dualflow.model.Initial;
import org.dualflow.model.TransportModel;
import org.dualflow.run.Event;

/**
 * Clipped transport as an exact solution.
 *
 * @param name what lists call it
 * @param reference where it is solved
 */
public record ClippedSolution(String name, ClippedTransportReference reference) implements ExactLineSolution {

    @Override
    public String source() {
        return "two-sided Skorokhod map; clipping: Delgadino, Suassuna, Cabrera, arXiv 2405.18673";
    }

    @Override
    public TransportModel model() {
        return ClippedTransport.by(reference.displacement());
    }

    @Override
    public Initial initial() {
        return Initial.of(reference.initial());
    }

    @Override
    public LineLaw at(double t) {
        return reference.law(t);
    }

    @Override
    public double end() {
        return reference.end();
    }

    @Override
    public OptionalDouble blowUp() {
        return reference.initial().atoms().length > 0
                ? OptionalDouble.empty()
                : reference.first(Event.Kind.ATOM).stream()
                        .mapToDouble(Event::time)
                        .findFirst();
    }

    @Override
    public List<Double> kinks() {
        return DoubleStream.concat(
                        reference.events().stream().mapToDouble(Event::time),
                        DoubleStream.of(reference.displacement().turningPoints(end())))
                .boxed()
                .toList();
    }
}
