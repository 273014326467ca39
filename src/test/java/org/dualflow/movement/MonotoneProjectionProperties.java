package org.dualflow.movement;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dualflow.generators.MovementGenerators;

/** Isotonic regression is the metric projection on a closed convex cone. */
class MonotoneProjectionProperties {

    private static final int N = 12;
    /** N operations of relative error 2⁻⁵³ on numbers of size 2, with room for the sums of squares. */
    private static final double ROUNDING = 1e-13;

    @Provide
    Arbitrary<double[]> vectors() {
        return MovementGenerators.vectors(N);
    }

    @Provide
    Arbitrary<double[]> weights() {
        return MovementGenerators.weights(N);
    }

    private static double[] project(double[] v, double[] w) {
        double[] out = v.clone();
        new MonotoneProjection(N).project(out, w, 0, N);
        return out;
    }

    @Property(tries = 300)
    void isNearest(@ForAll("vectors") double[] v, @ForAll("weights") double[] w, @ForAll("vectors") double[] any) {
        double[] p = project(v, w);
        double[] other = any.clone();
        Arrays.sort(other);
        double product = 0;
        double mean = 0;
        for (int i = 0; i < N; i++) {
            assertTrue(i == 0 || p[i - 1] <= p[i]);
            product += w[i] * (v[i] - p[i]) * (other[i] - p[i]);
            mean += w[i] * (v[i] - p[i]);
        }
        assertTrue(product <= ROUNDING, () -> "obtuse angle broken");
        assertEquals(0, mean, ROUNDING);
    }

    @Property(tries = 300)
    void isIdempotentToTheLastBit(@ForAll("vectors") double[] v, @ForAll("weights") double[] w) {
        double[] once = project(v, w);
        assertArrayEquals(once, project(once, w));
        double[] sorted = v.clone();
        Arrays.sort(sorted);
        assertArrayEquals(sorted, project(sorted, w));
    }

    @Property(tries = 300)
    void isNonexpansiveAndMonotone(
            @ForAll("vectors") double[] a, @ForAll("vectors") double[] b, @ForAll("weights") double[] w) {
        double[] pa = project(a, w);
        double[] pb = project(b, w);
        QuantileSpace line = QuantileSpace.line(w);
        assertTrue(line.distance(pa, pb) <= line.distance(a, b) + ROUNDING);
        double[] upper = new double[N];
        Arrays.setAll(upper, i -> Math.max(a[i], b[i]));
        double[] pu = project(upper, w);
        for (int i = 0; i < N; i++) {
            assertTrue(pa[i] <= pu[i] + ROUNDING);
        }
    }

    /** The projection on the box is the clip of that on the cone, and a pull on the tangent cone has nothing left to gain. */
    @Property(tries = 300)
    void tangentConeOfACorner(
            @ForAll("vectors") double[] v, @ForAll("weights") double[] w, @ForAll("vectors") double[] pull) {
        QuantileSpace box = QuantileSpace.within(-1, 1, w);
        double[] x = v.clone();
        box.project(x);
        double tangent = box.tangentNorm(x, pull.clone());
        double small = 1e-7;
        double[] moved = new double[N];
        Arrays.setAll(moved, i -> x[i] + small * pull[i]);
        box.project(moved);
        double apart = gap(x);
        if (apart > 8 * small) {
            assertEquals(tangent, box.distance(moved, x) / small, 1e-6);
        }
        assertTrue(tangent <= box.norm(pull) + ROUNDING);
    }

    /** Smallest distance of different places, and of places from walls that they do not touch. */
    private static double gap(double[] x) {
        double least = 2;
        for (int i = 0; i < N; i++) {
            double before = i == 0 ? -1 : x[i - 1];
            least = x[i] > before ? Math.min(least, x[i] - before) : least;
        }
        return x[N - 1] < 1 ? Math.min(least, 1 - x[N - 1]) : least;
    }
}
