package org.dualflow.fv.implicit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class ExtrapolationProperties {

    private static final int CELLS = 6;
    private static final double[] TARGET = {0.5, 1, 0.25, 2, 0.125, 1};

    private static double[] masses(double[] ratios) {
        double[] masses = new double[CELLS];
        Arrays.setAll(masses, i -> ratios[i] * TARGET[i]);
        return masses;
    }

    /** Two rows of three. */
    private static double[][] rows(double[] masses) {
        return new double[][] {Arrays.copyOf(masses, 3), Arrays.copyOfRange(masses, 3, 6)};
    }

    /** Σ μ (r - 1)². */
    private static double distance(double[] masses) {
        double sum = 0;
        for (int i = 0; i < CELLS; i++) {
            double r = masses[i] / TARGET[i];
            sum += TARGET[i] * (r - 1) * (r - 1);
        }
        return sum;
    }

    private static double[] way(double[] whole, double[] halves, double theta) {
        double[] way = new double[CELLS];
        Arrays.setAll(way, i -> halves[i] + theta * (halves[i] - whole[i]));
        return way;
    }

    /** By how much the worst of the conditions is broken, in units of what it bounds; not positive if all hold. */
    private static double excess(double[] start, double[] masses) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = 0;
        for (int i = 0; i < CELLS; i++) {
            least = Math.min(least, start[i] / TARGET[i]);
            greatest = Math.max(greatest, start[i] / TARGET[i]);
        }
        double excess = (distance(masses) - distance(start)) / distance(start);
        for (int i = 0; i < CELLS; i++) {
            double r = masses[i] / TARGET[i];
            excess = Math.max(excess, Math.max(r - greatest, least - r) / greatest);
        }
        return excess;
    }

    /**
     * The result lies on the line through both, obeys every condition, and no θ that is larger by more than rounding does: for any start, and any
     * two steps whose second lies, as theory says, within the bounds of the start and not farther from rest.
     */
    @Property(tries = 2000)
    void thetaIsTheLargestThatIsAllowed(
            @ForAll("ratios") double[] start,
            @ForAll("ratios") double[] other,
            @ForAll @DoubleRange(min = 0.05, max = 0.95) double near,
            @ForAll("ratios") double[] push,
            @ForAll @DoubleRange(min = 0.01, max = 3) double size) {
        double[] first = masses(start);
        Assume.that(distance(first) > 1e-3);
        double least = Arrays.stream(start).min().orElseThrow();
        double greatest = Arrays.stream(start).max().orElseThrow();
        double[] halves = masses(start);
        for (int i = 0; i < CELLS; i++) {
            double aim = Math.max(least, Math.min(greatest, 1 + near * (other[i] - 1)));
            halves[i] += near * (aim * TARGET[i] - halves[i]);
        }
        if (distance(halves) >= distance(first)) {
            halves = first.clone();
        }
        double[] whole = new double[CELLS];
        for (int i = 0; i < CELLS; i++) {
            whole[i] = halves[i] + size * (push[i] - 1) * TARGET[i];
        }
        double[][] out = rows(whole);
        double theta = Extrapolation.apply(rows(first), out, rows(halves), rows(TARGET));
        assertTrue(theta >= 0 && theta <= 1, () -> "theta = " + theta);
        double[] result = {out[0][0], out[0][1], out[0][2], out[1][0], out[1][1], out[1][2]};
        assertArrayEquals(way(whole, halves, theta), result, 0x1p-49 * (1 + size));
        assertTrue(excess(first, result) <= 0x1p-48, () -> "excess " + excess(first, result));
        if (theta < 1) {
            double further = theta * (1 + 1e-6) + 1e-6;
            assertTrue(excess(first, way(whole, halves, further)) > 0, "theta = " + theta + ", more is allowed");
        }
    }

    @Provide
    Arbitrary<double[]> ratios() {
        return Arbitraries.doubles().between(0.1, 4).array(double[].class).ofSize(CELLS);
    }

    /** A cell without target keeps what it has; at rest nothing moves and nothing limits. */
    @Example
    void cellsWithoutTargetAndRest() {
        double[][] target = {{0, 1}, {1, 1}};
        double[][] start = {{0.3, 2}, {0.5, 0.5}};
        double[][] halves = {{0.3, 1.75}, {0.625, 0.625}};
        double[][] whole = {{0.3, 1.875}, {0.5625, 0.5625}};
        assertEquals(1, Extrapolation.apply(start, whole, halves, target));
        assertArrayEquals(new double[] {0.3, 1.625}, whole[0]);
        assertArrayEquals(new double[] {0.6875, 0.6875}, whole[1]);
        double[][] rest = {{0, 1}, {1, 1}};
        double[][] same = {{0, 1}, {1, 1}};
        assertEquals(1, Extrapolation.apply(rest, same, rest, target));
        assertArrayEquals(rest[1], same[1]);
    }
}
