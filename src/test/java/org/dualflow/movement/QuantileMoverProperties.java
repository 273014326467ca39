package org.dualflow.movement;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dualflow.generators.MovementGenerators;

/** What a movement of a convex energy must be, whatever the energy. */
class QuantileMoverProperties {

    private static final int N = 9;
    private static final double ACCURACY = 1e-9;

    @Provide
    Arbitrary<double[]> places() {
        return MovementGenerators.places(N);
    }

    @Provide
    Arbitrary<double[]> weights() {
        return MovementGenerators.weights(N);
    }

    @Provide
    Arbitrary<Double> steps() {
        return MovementGenerators.steps();
    }

    @Provide
    Arbitrary<Function<QuantileSpace, LineEnergy>> energies() {
        return MovementGenerators.convexEnergies();
    }

    private static double[] moved(QuantileSpace space, LineEnergy energy, double[] from, double tau) {
        double[] x = from.clone();
        Movement movement = space.mover().withAccuracy(ACCURACY).move(energy, from, tau, x);
        assertTrue(movement.bound() <= ACCURACY * Math.max(1, Math.max(space.norm(from), space.norm(x))));
        space.require(x);
        return x;
    }

    private static double objective(QuantileSpace space, LineEnergy energy, double[] from, double tau, double[] x) {
        double d = space.distance(x, from);
        return 0.5 * d * d / tau + energy.value(x);
    }

    @Property(tries = 300)
    void lowersTheEnergyByTheSquareOfItsLength(
            @ForAll("places") double[] from,
            @ForAll("weights") double[] w,
            @ForAll("steps") double tau,
            @ForAll("energies") Function<QuantileSpace, LineEnergy> kind) {
        for (QuantileSpace space : new QuantileSpace[] {QuantileSpace.line(w), QuantileSpace.within(-1.5, 1.2, w)}) {
            LineEnergy energy = kind.apply(space);
            double[] x = moved(space, energy, from, tau);
            double before = energy.value(from);
            double rounding = 1e-12 * (1 + Math.abs(before));
            assertTrue(objective(space, energy, from, tau, x) <= before + rounding);
        }
    }

    /** d²(x,z)/(2τ) + Φ(x) ≤ Φ(z), the discrete evolution variational inequality, for any z. */
    @Property(tries = 300)
    void beatsEveryOtherPointByItsDistance(
            @ForAll("places") double[] from,
            @ForAll("places") double[] z,
            @ForAll("weights") double[] w,
            @ForAll("steps") double tau,
            @ForAll("energies") Function<QuantileSpace, LineEnergy> kind) {
        QuantileSpace space = QuantileSpace.within(-1.5, 1.2, w);
        LineEnergy energy = kind.apply(space);
        double[] x = moved(space, energy, from, tau);
        double d = space.distance(x, z);
        double there = objective(space, energy, from, tau, z);
        double here = objective(space, energy, from, tau, x);
        double convexity = 1 / tau + energy.modulus();
        // An error e of x changes the left side by at most convexity d e, and Φ(x) by rounding.
        double slack = 2 * convexity * (d + ACCURACY) * 2 * ACCURACY + 1e-12 * (1 + Math.abs(there) + Math.abs(here));
        assertTrue(0.5 * convexity * d * d + here <= there + slack);
    }

    @Property(tries = 300)
    void contracts(
            @ForAll("places") double[] a,
            @ForAll("places") double[] b,
            @ForAll("weights") double[] w,
            @ForAll("steps") double tau,
            @ForAll("energies") Function<QuantileSpace, LineEnergy> kind) {
        QuantileSpace space = QuantileSpace.line(w);
        LineEnergy energy = kind.apply(space);
        double after = space.distance(moved(space, energy, a, tau), moved(space, energy, b, tau));
        assertTrue(after <= space.distance(a, b) / (1 + tau * energy.modulus()) + 4 * 2 * ACCURACY);
    }

    /** A movement stopped early is as near to the minimiser as its certificate says. */
    @Property(tries = 300)
    void certificatesHold(
            @ForAll("places") double[] from,
            @ForAll("weights") double[] w,
            @ForAll("steps") double tau,
            @ForAll("energies") Function<QuantileSpace, LineEnergy> kind) {
        QuantileSpace space = QuantileSpace.line(w);
        LineEnergy energy = kind.apply(space);
        double[] exact = moved(space, energy, from, tau);
        for (double accuracy : new double[] {10, 1e-1, 1e-2, 1e-3, 1e-5}) {
            double[] x = from.clone();
            Movement movement = space.mover().withAccuracy(accuracy).move(energy, from, tau, x);
            double distance = space.distance(x, exact);
            assertTrue(distance <= movement.bound() + 2 * ACCURACY, () -> "distance " + distance + ", " + movement);
        }
    }

    /** From a point outside the cone: that of the projected point, since E here is linear or nothing. */
    @Property(tries = 100)
    void anyVectorMayBeTheStart(
            @ForAll("places") double[] from, @ForAll("weights") double[] w, @ForAll("steps") double tau) {
        QuantileSpace space = QuantileSpace.line(w);
        double[] wild = new double[N];
        for (int i = 0; i < N; i++) {
            wild[i] = from[(5 * i + 2) % N];
        }
        LineEnergy flat = InteractionEnergy.quadratic(w, 0);
        double[] x = from.clone();
        space.mover().move(flat, wild, tau, x);
        space.project(wild);
        assertArrayEquals(wild, x, 1e-12);
    }
}
