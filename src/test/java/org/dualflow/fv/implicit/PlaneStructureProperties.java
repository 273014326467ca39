package org.dualflow.fv.implicit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.dualflow.generators.FlowGenerators;
import org.dualflow.generators.FlowGenerators.Setting;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.Divergences;

/**
 * The structure of an implicit Euler step in two and three dimensions, where linear systems are solved by iteration: the
 * masses are at most 2 a away from the exact step in L¹, a the accuracy asked for (a for the defect, a for the balance of
 * masses), and every statement holds up to what that allows. Steps are such that rounding, about 2⁻⁵⁰ τ Σ G w in L¹, is
 * below that accuracy.
 */
class PlaneStructureProperties {

    private static final double ACCURACY = 1e-10;

    private static final ImplicitScheme SCHEME =
            ImplicitScheme.euler(Double.MAX_VALUE).withAccuracy(ACCURACY);

    @Provide
    Arbitrary<Setting> settings() {
        return Arbitraries.oneOf(FlowGenerators.settings(2, 9, 2), FlowGenerators.settings(3, 4, 2));
    }

    private static CellMeasure step(Setting setting, CellMeasure start) {
        return steps(setting, start)[0];
    }

    /**
     * One step from each of several masses, of one size that all of them accept: where the target varies by thirty powers of
     * ten from cell to cell, rounding may refuse a large one.
     */
    private static CellMeasure[] steps(Setting setting, CellMeasure... starts) {
        CellMeasure[] ends = new CellMeasure[starts.length];
        double size = setting.step();
        for (int k = 0; k < starts.length; k++) {
            ImplicitFlow solver = new ImplicitFlow(setting.flow(), SCHEME, starts[k], 0);
            double made = solver.step(size);
            if (made < size) {
                assertTrue(made >= setting.step() / 64, "step " + made + " instead of " + setting.step());
                size = made;
                k = -1;
            } else {
                ends[k] = solver.measure();
            }
        }
        return ends;
    }

    @Property(tries = 1000)
    void massIsKeptAndRatiosStayWithinTheirBounds(@ForAll("settings") Setting setting) {
        CellMeasure end = step(setting, setting.first());
        // Each mass is rounded once when the balance is restored, and once in the factor.
        assertEquals(setting.first().mass(), end.mass(), 4 * 0x1p-53);
        double least = Double.POSITIVE_INFINITY;
        double greatest = 0;
        for (int r = 0; r < end.rows().length; r++) {
            for (int i = 0; i < end.rows()[r].length; i++) {
                double mu = setting.target().rows()[r][i];
                if (mu > 0) {
                    least = Math.min(least, setting.first().rows()[r][i] / mu);
                    greatest = Math.max(greatest, setting.first().rows()[r][i] / mu);
                }
            }
        }
        for (int r = 0; r < end.rows().length; r++) {
            for (int i = 0; i < end.rows()[r].length; i++) {
                double mu = setting.target().rows()[r][i];
                double m = end.rows()[r][i];
                assertTrue(m >= 0);
                if (mu > 0) {
                    assertTrue(m >= least * mu - 2 * ACCURACY && m <= greatest * mu + 2 * ACCURACY);
                } else {
                    assertEquals(setting.first().rows()[r][i], m, 0);
                }
            }
        }
    }

    /** Mixtures of |r - k| and linear functions are all the convex functions there are. */
    @Property(tries = 1000)
    void convexEntropiesDecay(@ForAll("settings") Setting setting, @ForAll @DoubleRange(min = 0, max = 5) double k) {
        double before = kink(setting, setting.first(), k);
        double after = kink(setting, step(setting, setting.first()), k);
        assertTrue(after <= before + 2 * ACCURACY);
    }

    private static double kink(Setting setting, CellMeasure u, double k) {
        double sum = 0;
        for (int r = 0; r < u.rows().length; r++) {
            for (int i = 0; i < u.rows()[r].length; i++) {
                double mu = setting.target().rows()[r][i];
                sum += mu > 0 ? Math.abs(u.rows()[r][i] - k * mu) : 0;
            }
        }
        return sum;
    }

    @Property(tries = 1000)
    void distancesShrinkAndOrderIsKept(@ForAll("settings") Setting setting) {
        CellMeasure above = setting.first().copy();
        for (int r = 0; r < above.rows().length; r++) {
            for (int i = 0; i < above.rows()[r].length; i++) {
                above.rows()[r][i] =
                        Math.max(setting.first().rows()[r][i], setting.second().rows()[r][i]);
            }
        }
        CellMeasure[] ends = steps(setting, setting.first(), setting.second(), above);
        CellMeasure low = ends[0];
        CellMeasure other = ends[1];
        CellMeasure high = ends[2];
        double before = Divergences.l1(setting.first(), setting.second());
        assertTrue(Divergences.l1(low, other) <= before + 4 * ACCURACY);
        // The mass of the maximum is at most 2.
        for (int r = 0; r < low.rows().length; r++) {
            for (int i = 0; i < low.rows()[r].length; i++) {
                assertTrue(low.rows()[r][i] <= high.rows()[r][i] + 6 * ACCURACY);
            }
        }
    }

    @Property(tries = 1000)
    void theTargetIsAtRest(@ForAll("settings") Setting setting) {
        assertArrayEquals(
                setting.target().rows(), step(setting, setting.target()).rows());
    }

    /** Mirrored along an axis, everything comes out mirrored; both are 2 a away from the exact step. */
    @Property(tries = 1000)
    void mirrorImagesAreKept(@ForAll("settings") Setting setting, @ForAll @IntRange(max = 2) int pick) {
        int axis = pick % setting.target().mesh().dimension();
        Setting image = setting.mirrored(axis);
        double size = setting.step();
        while (true) {
            ImplicitFlow one = new ImplicitFlow(setting.flow(), SCHEME, setting.first(), 0);
            ImplicitFlow other = new ImplicitFlow(image.flow(), SCHEME, image.first(), 0);
            double made = Math.min(one.step(size), other.step(size));
            if (made == size) {
                double distance = 0;
                CellMeasure expected = FlowGenerators.mirrored(one.measure(), axis);
                for (int r = 0; r < expected.rows().length; r++) {
                    for (int i = 0; i < expected.rows()[r].length; i++) {
                        distance +=
                                Math.abs(expected.rows()[r][i] - other.measure().rows()[r][i]);
                    }
                }
                assertTrue(distance <= 4 * ACCURACY, () -> "mirror image differs");
                return;
            }
            assertTrue(made >= setting.step() / 64, "step " + made + " instead of " + setting.step());
            size = made;
        }
    }
}
