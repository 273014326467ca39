package org.dualflow.validation.agreement;

import org.dualflow.measure.CircularWasserstein;
import org.dualflow.measure.Measure;
import org.dualflow.measure.SlicedWasserstein;
import org.dualflow.measure.Wasserstein;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Model;

/** A distance of states of one species: a metric, and how cells are read. */
public interface StateDistance {

    /** Directions of sliced distances. */
    int DIRECTIONS = 32;

    /** What tables call it. */
    String name();

    /** The distance of two states of equal mass. */
    double between(Measure a, Measure b);

    /** What an exact solution says: the distance of a state from it. */
    @FunctionalInterface
    interface Error {
        /** The error of a state. */
        double of(Measure state);
    }

    /**
     * The distance that suits the first species of a model, cells read as atoms: W₁ on a line or a circle, sliced W₁ in more
     * dimensions, of shapes and masses where a source changes the mass.
     */
    static StateDistance of(Model model) {
        Domain domain = model.species().get(0).domain();
        StateDistance shapes = domain.dimension() > 1
                ? sliced(DIRECTIONS)
                : domain.side(0).isPeriodic()
                        ? onCircle(domain.side(0), Reading.ATOMS)
                        : new LineDistance(Wasserstein.W1, Reading.ATOMS);
        return model.conservesMass(0) ? shapes : new ShapeDistance(shapes);
    }

    /** W₁ on a circle. */
    static StateDistance onCircle(Domain.Side side, Reading reading) {
        CircularWasserstein circle = CircularWasserstein.on(side);
        return named("W1", (a, b) -> circle.between(reading.of(a), reading.of(b)));
    }

    /**
     * The sliced W₁ of atoms in two or three dimensions: a mean of metrics over fixed directions, so that the triangle
     * inequality holds exactly.
     */
    static StateDistance sliced(int directions) {
        SlicedWasserstein sliced = new SlicedWasserstein(1, directions);
        return named("SW1", sliced::between);
    }

    /** W₁ of the marginals of one coordinate: of a mesh read as slabs with atoms on clipped walls, of particles as atoms. */
    static StateDistance marginal(int axis) {
        return named(
                "W1 of marginal " + axis, (a, b) -> Wasserstein.W1.between(Marginal.of(a, axis), Marginal.of(b, axis)));
    }

    private static StateDistance named(String name, java.util.function.ToDoubleBiFunction<Measure, Measure> metric) {
        return new StateDistance() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public double between(Measure a, Measure b) {
                return metric.applyAsDouble(a, b);
            }
        };
    }
}
