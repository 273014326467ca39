package org.dualflow.generators;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.arbitraries.DoubleArbitrary;
import org.dualflow.measure.AtomicLaw;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.ConditionedLaw;
import org.dualflow.measure.DensityLaw;
import org.dualflow.measure.LineLaw;
import org.dualflow.measure.MixtureLaw;
import org.dualflow.measure.NormalLaw;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.measure.ShiftedLaw;
import org.dualflow.measure.UniformLaw;
import org.dualflow.mesh.Axis;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;

/** Random probability measures: atoms, slabs with empty cells, laws on the line and their mixtures. */
public final class MeasureGenerators {

    private MeasureGenerators() {}

    /** Numbers in [-2, 2], among them exact ties: a third of them are quarters. */
    public static Arbitrary<Double> coordinates() {
        DoubleArbitrary any = Arbitraries.doubles().between(-2, 2).ofScale(9);
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(2, any),
                net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(-8, 8).map(k -> 0.25 * k)));
    }

    /** {@code n} weights of sum one, some of them zero, with equal and with very small ones among them. */
    public static Arbitrary<double[]> weights(int n) {
        Arbitrary<Double> weight =
                Arbitraries.oneOf(Arbitraries.doubles().between(0, 1).ofScale(9), Arbitraries.of(0.0, 1.0, 1.0, 1e-9));
        return weight.array(double[].class).ofSize(n).map(MeasureGenerators::normalised);
    }

    private static double[] normalised(double[] w) {
        double sum = Arrays.stream(w).sum();
        if (sum == 0) {
            Arrays.fill(w, 1);
            sum = w.length;
        }
        for (int i = 0; i < w.length; i++) {
            w[i] /= sum;
        }
        return w;
    }

    /** Up to {@code most} weighted atoms in [-2, 2]^dimension; half of the measures have equal weights. */
    public static Arbitrary<ParticleMeasure> atoms(int dimension, int most) {
        return Arbitraries.integers().between(1, most).flatMap(n -> {
            Arbitrary<double[][]> x = coordinates()
                    .array(double[].class)
                    .ofSize(n)
                    .array(double[][].class)
                    .ofSize(dimension);
            double[] equal = new double[n];
            Arrays.fill(equal, 1.0 / n);
            Arbitrary<double[]> w = Arbitraries.oneOf(weights(n), Arbitraries.create(equal::clone));
            return Combinators.combine(x, w).as(ParticleMeasure::new);
        });
    }

    /** Lines with 2 to {@code most} cells between -2 and 2, with and without clipped ends, some of them graded. */
    public static Arbitrary<Mesh> lines(int most) {
        return Combinators.combine(
                        Arbitraries.integers().between(2, most),
                        Arbitraries.of(Boundary.NO_FLUX, Boundary.CLIPPED, Boundary.OPEN),
                        Arbitraries.of(Boundary.NO_FLUX, Boundary.CLIPPED, Boundary.OPEN),
                        Arbitraries.of(true, false))
                .as((cells, lower, upper, graded) -> {
                    Domain.Side side = new Domain.Side(-2, 2, lower, upper);
                    return Mesh.of(
                            graded ? Axis.graded(side, cells, s -> 0.5 * s * (1 + s)) : Axis.uniform(side, cells));
                });
    }

    /** Cell measures of mass one on {@link #lines}, empty cells included. */
    public static Arbitrary<CellMeasure> slabs(int most) {
        return lines(most).flatMap(mesh -> weights(mesh.size()).map(w -> new CellMeasure(mesh, new double[][] {w})));
    }

    /** Laws on the line with support in [-2, 2]: uniform, atomic, normal conditioned to the box, by density, shifted, mixtures. */
    public static Arbitrary<LineLaw> laws() {
        Arbitrary<LineLaw> uniform = Combinators.combine(coordinates(), coordinates())
                .filter((a, b) -> Math.abs(a - b) > 1e-6)
                .as((a, b) -> new UniformLaw(Math.min(a, b), Math.max(a, b)));
        Arbitrary<LineLaw> atomic = atoms(1, 5).map(m -> AtomicLaw.of(m.x(0), m.weights()));
        Arbitrary<LineLaw> normal = Combinators.combine(
                        coordinates(), Arbitraries.doubles().between(0.05, 2))
                .as((mean, sd) -> new ConditionedLaw(new NormalLaw(mean, sd), -2, 2));
        Arbitrary<LineLaw> density = coordinates().map(c -> new DensityLaw(x -> 1 + (x > c ? 0.5 * x : 1), -1, 2));
        Arbitrary<LineLaw> shifted = Combinators.combine(
                        coordinates(), Arbitraries.doubles().between(-0.5, 0.5))
                .as((mean, by) -> new ShiftedLaw(new ConditionedLaw(new NormalLaw(mean, 0.7), -1.5, 1.5), by));
        Arbitrary<LineLaw> simple = Arbitraries.oneOf(uniform, atomic, normal, density, shifted);
        Arbitrary<LineLaw> mixture = Combinators.combine(simple, simple, weights(2))
                .as((first, second, w) -> new MixtureLaw(w, List.of(first, second)));
        return Arbitraries.oneOf(simple, mixture);
    }
}
