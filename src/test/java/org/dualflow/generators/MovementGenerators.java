package org.dualflow.generators;

import java.util.Arrays;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.dualflow.movement.InteractionEnergy;
import org.dualflow.movement.InternalEnergy;
import org.dualflow.movement.LineEnergy;
import org.dualflow.movement.Potential;
import org.dualflow.movement.PotentialEnergy;
import org.dualflow.movement.QuantileSpace;
import org.dualflow.movement.SumEnergy;

/** Random spaces of quantile functions, convex energies on them, points and steps. */
public final class MovementGenerators {

    private MovementGenerators() {}

    /** Positive weights of sum one, up to a factor of a hundred apart. */
    public static Arbitrary<double[]> weights(int n) {
        return Arbitraries.doubles()
                .between(0.01, 1)
                .ofScale(4)
                .array(double[].class)
                .ofSize(n)
                .map(w -> {
                    double sum = Arrays.stream(w).sum();
                    return Arrays.stream(w).map(x -> x / sum).toArray();
                });
    }

    /** Numbers in [-2, 2] in any order, with ties. */
    public static Arbitrary<double[]> vectors(int n) {
        return MeasureGenerators.coordinates().array(double[].class).ofSize(n);
    }

    /** Numbers in [-1, 1] in increasing order, at least 1/(10 n) apart. */
    public static Arbitrary<double[]> places(int n) {
        return Arbitraries.doubles()
                .between(0.1, 1)
                .ofScale(5)
                .array(double[].class)
                .ofSize(n + 1)
                .map(gaps -> {
                    double sum = Arrays.stream(gaps).sum();
                    double[] x = new double[n];
                    double at = -1;
                    for (int i = 0; i < n; i++) {
                        at += 2 * gaps[i] / sum;
                        x[i] = at;
                    }
                    return x;
                });
    }

    /** Steps from 10⁻³ to 10. */
    public static Arbitrary<Double> steps() {
        return Arbitraries.doubles().between(-3, 1).ofScale(3).map(e -> Math.pow(10, e));
    }

    /** Convex energies, each of which makes an instance on a given space. */
    public static Arbitrary<Function<QuantileSpace, LineEnergy>> convexEnergies() {
        Potential quartic = Potential.of(x -> x * x * x * x / 4, x -> x * x * x, x -> 3 * x * x, 0);
        return Arbitraries.of(
                space -> new PotentialEnergy(space.weights(), Potential.quadratic(2, -1)),
                space -> new PotentialEnergy(space.weights(), quartic),
                space -> InteractionEnergy.quadratic(space.weights(), 3),
                space -> InteractionEnergy.pointy(space.weights(), 1),
                space -> InteractionEnergy.pointy(space.weights(), -1),
                InternalEnergy::entropy,
                space -> InternalEnergy.power(space, 2),
                space -> new SumEnergy(
                        new PotentialEnergy(space.weights(), quartic),
                        InteractionEnergy.pointy(space.weights(), 2),
                        InteractionEnergy.quadratic(space.weights(), 1)),
                space -> new SumEnergy(
                        InternalEnergy.entropy(space),
                        new PotentialEnergy(space.weights(), Potential.quadratic(1, 0.5)),
                        InteractionEnergy.quadratic(space.weights(), 2)));
    }
}
