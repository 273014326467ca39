package org.dualflow.validation.exact;

import java.util.List;
import java.util.OptionalDouble;
import org.dualflow.field.InteractionKernel;
import org.dualflow.field.Kernels;
import org.dualflow.measure.AtomicLaw;
import org.dualflow.measure.LineLaw;
import org.dualflow.measure.NormalLaw;
import org.dualflow.measure.UniformLaw;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Aggregation;
import org.hipparchus.util.FastMath;

/**
 * The aggregation equation ∂t ρ = ∂x(ρ ∂xW * ρ) on a line.
 *
 * <p>With W = |x| a point at level q, not met by others, sees the mass q on its left and 1 - q on its right:
 * X(q, t) = X₀(q) + (1 - 2q) t. Where this is no longer monotone mass has met and stays together: X is the isotonic
 * regression of that function of q, because momentum is conserved when masses meet. The first atom appears at
 * 1/(2 sup ρ₀).
 */
public final class AggregationSolutions {

    private static final String SOURCE = "J. A. Carrillo, F. James, F. Lagoutière, N. Vauchelet,"
            + " J. Differential Equations 260 (2016), doi:10.1016/j.jde.2015.09.001";

    private AggregationSolutions() {}

    private static Aggregation model(double reach, InteractionKernel kernel) {
        return new Aggregation(Domain.line(-reach, reach, Boundary.NO_FLUX), kernel);
    }

    /**
     * W = |x| from the uniform law on [-radius, radius]: it stays uniform, on a support that shrinks with unit speed, and
     * is δ₀ from t = radius on.
     *
     * @param radius positive, at most 2
     */
    public static ExactLineSolution uniform(double radius) {
        if (!(radius > 0 && radius <= 2)) {
            throw new IllegalArgumentException("radius = " + radius + ": a number in (0, 2] is allowed");
        }
        UniformLaw start = new UniformLaw(-radius, radius);
        return new LineSolution(
                "attraction-uniform",
                SOURCE,
                model(2, Kernels.distance(1)),
                start,
                Double.POSITIVE_INFINITY,
                OptionalDouble.of(radius),
                List.of(),
                t -> t < radius ? new UniformLaw(t - radius, radius - t) : AtomicLaw.dirac(0));
    }

    /**
     * W = |x| from the normal law of mean 0: the first atom, at 0, at σ√(π/2); later it holds |y| ≤ r of the initial law,
     * r = t (2Φ(r/σ) - 1), hence the mass r/t.
     *
     * @param deviation σ, positive, at most 1: the domain [-8, 8] leaves out less than 1e-14 of the mass
     */
    public static ExactLineSolution normal(double deviation) {
        if (!(deviation > 0 && deviation <= 1)) {
            throw new IllegalArgumentException("deviation = " + deviation + ": a number in (0, 1] is allowed");
        }
        NormalLaw start = new NormalLaw(0, deviation);
        return new LineSolution(
                "attraction-normal",
                SOURCE,
                model(8, Kernels.distance(1)),
                start,
                Double.POSITIVE_INFINITY,
                OptionalDouble.of(deviation * FastMath.sqrt(FastMath.PI / 2)),
                List.of(),
                t -> new ImageLaw(start, new AttractionMap(start, t)));
    }

    /**
     * W = |x| from finitely many atoms, sticking when they meet.
     *
     * @param start atoms in [-2, 2]
     */
    public static ExactLineSolution atoms(String name, AtomicLaw start) {
        StickyAtoms atoms = new StickyAtoms(start);
        return new LineSolution(
                name,
                SOURCE,
                model(2, Kernels.distance(1)),
                start,
                Double.POSITIVE_INFINITY,
                OptionalDouble.empty(),
                atoms.meetings(),
                atoms::at);
    }

    /**
     * W = x²/2: X = m + e^{-t} (X₀ - m), m the mean.
     *
     * @param start carried by [-8, 8]
     * @param mean m
     */
    public static ExactLineSolution quadratic(String name, LineLaw start, double mean) {
        return new LineSolution(
                name,
                SOURCE,
                model(8, Kernels.quadratic(1)),
                start,
                Double.POSITIVE_INFINITY,
                OptionalDouble.empty(),
                List.of(),
                t -> new ImageLaw(start, MonotoneMap.dilation(mean, FastMath.exp(-t))));
    }
}
