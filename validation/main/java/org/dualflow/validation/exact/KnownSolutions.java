package org.dualflow.validation.exact;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.dualflow.measure.AtomicLaw;
import org.dualflow.measure.Law;
import org.dualflow.measure.LineLaw;
import org.dualflow.measure.NormalLaw;
import org.dualflow.measure.UniformLaw;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.TransportModel;
import org.hipparchus.util.FastMath;

/**
 * Exact solutions of a model from a start that is given, as far as they are known: until the mass reaches a wall that
 * the closed form does not see. Support means all mass but what rounding hides.
 */
public final class KnownSolutions {

    private static final String CHARACTERISTICS = "characteristics";
    private static final double ROUNDING = 0x1p-53;

    private KnownSolutions() {}

    /** -sign(x) on a box that holds the origin: ρ_t = ρ₀(x + t sign x) + [∫_{|y| ≤ t} ρ₀] δ₀. */
    public static Optional<ExactSolution> sink(TransportModel model, LineLaw start) {
        Domain.Side side = side(model);
        return side.lower() <= 0 && side.upper() >= 0
                ? Optional.of(
                        line(model, start, Double.POSITIVE_INFINITY, t -> new ImageLaw(start, MonotoneMap.shrink(t))))
                : Optional.empty();
    }

    /** A constant velocity: between clipped walls for ever, otherwise until the support reaches an end. */
    public static Optional<ExactSolution> constant(TransportModel model, double velocity, LineLaw start) {
        Domain.Side side = side(model);
        if (side.isPeriodic()) {
            return Optional.empty();
        }
        boolean clipped = side.atLower() == Boundary.CLIPPED && side.atUpper() == Boundary.CLIPPED;
        double room = velocity > 0 ? side.upper() - highest(start) : lowest(start) - side.lower();
        double contact = velocity == 0 ? Double.POSITIVE_INFINITY : FastMath.max(0, room) / FastMath.abs(velocity);
        double lower = clipped ? side.lower() : Double.NEGATIVE_INFINITY;
        double upper = clipped ? side.upper() : Double.POSITIVE_INFINITY;
        return Optional.of(line(
                model,
                start,
                clipped ? Double.POSITIVE_INFINITY : contact,
                t -> new ImageLaw(start, MonotoneMap.clamp(velocity * t, lower, upper))));
    }

    /** The velocity rate · x: for ever where it contracts, otherwise until the support reaches an end. */
    public static Optional<ExactSolution> linear(TransportModel model, double rate, LineLaw start) {
        Domain.Side side = side(model);
        if (side.isPeriodic() || side.lower() > 0 || side.upper() < 0) {
            return Optional.empty();
        }
        double left = lowest(start) < 0 ? FastMath.log(side.lower() / lowest(start)) : Double.POSITIVE_INFINITY;
        double right = highest(start) > 0 ? FastMath.log(side.upper() / highest(start)) : Double.POSITIVE_INFINITY;
        double end = rate > 0 ? FastMath.max(0, FastMath.min(left, right)) / rate : Double.POSITIVE_INFINITY;
        return Optional.of(
                line(model, start, end, t -> new ImageLaw(start, MonotoneMap.dilation(0, FastMath.exp(rate * t)))));
    }

    /** The swirl: known at the multiples of its period, where every start is back. */
    public static Optional<ExactSolution> swirl(TransportModel model, double period, Law start) {
        return Optional.of(new PlaneSolution(
                model.name(),
                "R. J. LeVeque 1996: back at the start after every period",
                model,
                start,
                Double.POSITIVE_INFINITY,
                1e-10,
                t -> FastMath.abs(FastMath.IEEEremainder(t, period)) <= 4 * FastMath.ulp(t),
                t -> start,
                new SwirlFlow(period)));
    }

    /** sin x on the circle, from the uniform law. */
    public static Optional<ExactSolution> sine(TransportModel model, LineLaw start) {
        Domain.Side side = side(model);
        boolean uniform = start instanceof UniformLaw law && law.lower() == side.lower() && law.upper() == side.upper();
        return uniform ? Optional.of(line(model, start, Double.POSITIVE_INFINITY, SineLaw::new)) : Optional.empty();
    }

    /**
     * Aggregation by W = strength |x|, strength ≥ 0, from a uniform law, a normal law or atoms: momentum is conserved when
     * masses meet, so they meet inside the box that held them.
     */
    public static Optional<ExactSolution> attraction(TransportModel model, double strength, LineLaw start) {
        if (strength < 0 || side(model).isPeriodic()) {
            return Optional.empty();
        }
        if (start instanceof UniformLaw law) {
            double centre = 0.5 * (law.lower() + law.upper());
            double radius = 0.5 * (law.upper() - law.lower());
            return Optional.of(line(model, start, Double.POSITIVE_INFINITY, OptionalDouble.of(radius / strength), t -> {
                double left = radius - strength * t;
                return left > 0 ? new UniformLaw(centre - left, centre + left) : AtomicLaw.dirac(centre);
            }));
        }
        if (start instanceof NormalLaw law) {
            double first = law.sd() * FastMath.sqrt(FastMath.PI / 2) / strength;
            return Optional.of(line(
                    model,
                    start,
                    Double.POSITIVE_INFINITY,
                    OptionalDouble.of(first),
                    t -> new ImageLaw(start, new AttractionMap(law, strength * t))));
        }
        if (start instanceof AtomicLaw law) {
            StickyAtoms atoms = new StickyAtoms(law);
            return Optional.of(line(model, start, Double.POSITIVE_INFINITY, t -> atoms.at(strength * t)));
        }
        return Optional.empty();
    }

    /** Aggregation by W = strength x²/2, strength ≥ 0: X = m + e^{-strength t} (X₀ - m). */
    public static Optional<ExactSolution> contraction(TransportModel model, double strength, LineLaw start) {
        OptionalDouble mean = mean(start);
        if (strength < 0 || mean.isEmpty() || side(model).isPeriodic()) {
            return Optional.empty();
        }
        double m = mean.getAsDouble();
        return Optional.of(line(
                model,
                start,
                Double.POSITIVE_INFINITY,
                t -> new ImageLaw(start, MonotoneMap.dilation(m, FastMath.exp(-strength * t)))));
    }

    private static OptionalDouble mean(LineLaw law) {
        if (law instanceof UniformLaw uniform) {
            return OptionalDouble.of(0.5 * (uniform.lower() + uniform.upper()));
        }
        if (law instanceof NormalLaw normal) {
            return OptionalDouble.of(normal.mean());
        }
        if (law instanceof AtomicLaw atoms) {
            double sum = 0;
            for (int i = 0; i < atoms.size(); i++) {
                sum += atoms.weight(i) * atoms.atoms()[i];
            }
            return OptionalDouble.of(sum);
        }
        return OptionalDouble.empty();
    }

    private static LineSolution line(TransportModel model, LineLaw start, double end, DoubleFunction<LineLaw> law) {
        return line(model, start, end, OptionalDouble.empty(), law);
    }

    private static LineSolution line(
            TransportModel model, LineLaw start, double end, OptionalDouble blowUp, DoubleFunction<LineLaw> law) {
        return new LineSolution(model.name(), CHARACTERISTICS, model, start, end, blowUp, List.of(), law);
    }

    private static Domain.Side side(TransportModel model) {
        return model.species().get(0).domain().side(0);
    }

    private static double lowest(LineLaw law) {
        return law.quantile(Double.MIN_NORMAL);
    }

    private static double highest(LineLaw law) {
        return law.quantile(1 - ROUNDING);
    }
}
