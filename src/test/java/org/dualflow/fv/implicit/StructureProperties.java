package org.dualflow.fv.implicit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dualflow.generators.FlowGenerators;
import org.dualflow.generators.FlowGenerators.Convex;
import org.dualflow.generators.FlowGenerators.Setting;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.Divergences;
import org.dualflow.mesh.Axis;

/**
 * What an implicit Euler step keeps, whatever its size. On a line every cell is right to a relative error
 *
 * <pre>  δ = 2⁻⁴⁸ + (16 n + 64) 2⁻⁵³:</pre>
 *
 * the accuracy asked for, and roundings: elimination and substitution round each node eight times at most, without
 * subtraction, hence every component is right to 8 n units after one pass and 16 n after both; expm1, log1p and the balance
 * of mass add less than 64.
 */
class StructureProperties {

    private static final ImplicitScheme SCHEME =
            ImplicitScheme.euler(Double.MAX_VALUE).withAccuracy(ImplicitScheme.LEAST_ACCURACY);

    @Provide
    Arbitrary<Setting> settings() {
        return FlowGenerators.settings(1, 20, 8);
    }

    @Provide
    Arbitrary<Convex> convexFunctions() {
        return FlowGenerators.convexFunctions();
    }

    private static double budget(Setting setting) {
        double greatest = 0;
        for (int i = 0; i < setting.target().size(); i++) {
            if (setting.target().rows()[0][i] > 0) {
                double ratio = Math.max(ratio(setting, setting.first(), i), ratio(setting, setting.second(), i));
                greatest = Math.max(greatest, ratio);
            }
        }
        return ImplicitScheme.LEAST_ACCURACY
                + (16 * setting.target().size() + 64) * 0x1p-53
                + (1 + Math.log1p(greatest)) * ImplicitScheme.ROUNDING;
    }

    private static CellMeasure step(Setting setting, CellMeasure start) {
        ImplicitFlow solver = new ImplicitFlow(setting.flow(), SCHEME, start, 0);
        assertEquals(setting.step(), solver.step(setting.step()), 0);
        return solver.measure();
    }

    private static double ratio(Setting setting, CellMeasure u, int i) {
        return u.rows()[0][i] / setting.target().rows()[0][i];
    }

    @Property(tries = 1000)
    void massIsKept(@ForAll("settings") Setting setting) {
        // Each mass is rounded once when the balance is restored, and once in the factor.
        assertEquals(setting.first().mass(), step(setting, setting.first()).mass(), 4 * 0x1p-53);
    }

    @Property(tries = 1000)
    void ratiosStayWithinTheirBounds(@ForAll("settings") Setting setting) {
        CellMeasure end = step(setting, setting.first());
        double least = Double.POSITIVE_INFINITY;
        double greatest = 0;
        for (int i = 0; i < end.size(); i++) {
            if (setting.target().rows()[0][i] > 0) {
                least = Math.min(least, ratio(setting, setting.first(), i));
                greatest = Math.max(greatest, ratio(setting, setting.first(), i));
            }
        }
        for (int i = 0; i < end.size(); i++) {
            if (setting.target().rows()[0][i] > 0) {
                double r = ratio(setting, end, i);
                assertTrue(r >= least * (1 - budget(setting)) && r <= greatest * (1 + budget(setting)));
            } else {
                assertEquals(setting.first().rows()[0][i], end.rows()[0][i], 0);
            }
            assertTrue(end.rows()[0][i] >= 0);
        }
    }

    @Property(tries = 1000)
    void convexEntropiesDecay(@ForAll("settings") Setting setting, @ForAll("convexFunctions") Convex phi) {
        CellMeasure end = step(setting, setting.first());
        double before = 0;
        double after = 0;
        double allowed = 0;
        for (int i = 0; i < end.size(); i++) {
            double mu = setting.target().rows()[0][i];
            if (mu > 0) {
                before += mu * phi.value().applyAsDouble(ratio(setting, setting.first(), i));
                after += mu * phi.value().applyAsDouble(ratio(setting, end, i));
                allowed += mu
                        * (phi.size().applyAsDouble(ratio(setting, end, i))
                                + phi.size().applyAsDouble(ratio(setting, setting.first(), i)));
            }
        }
        assertTrue(after <= before + budget(setting) * allowed, () -> phi + " grows");
    }

    @Property(tries = 1000)
    void distancesShrink(@ForAll("settings") Setting setting) {
        double before = Divergences.l1(setting.first(), setting.second());
        double after = Divergences.l1(step(setting, setting.first()), step(setting, setting.second()));
        assertTrue(after <= before + 2 * budget(setting));
    }

    @Property(tries = 1000)
    void orderIsKept(@ForAll("settings") Setting setting) {
        CellMeasure above = setting.first().copy();
        for (int i = 0; i < above.size(); i++) {
            above.rows()[0][i] =
                    Math.max(setting.first().rows()[0][i], setting.second().rows()[0][i]);
        }
        CellMeasure low = step(setting, setting.first());
        CellMeasure high = step(setting, above);
        for (int i = 0; i < above.size(); i++) {
            assertTrue(low.rows()[0][i] <= high.rows()[0][i] * (1 + 2 * budget(setting)));
        }
    }

    @Property(tries = 1000)
    void theTargetIsAtRest(@ForAll("settings") Setting setting) {
        assertArrayEquals(
                setting.target().rows()[0], step(setting, setting.target()).rows()[0]);
    }

    /**
     * Seen in a mirror, everything comes out mirrored. Widths of the mirrored cells are right to ε = 2⁻⁵¹ over the least of them,
     * conductances to 2 ε, and potentials to 4 n ε, relatively: each is a ratio of sums of products of n conductances.
     */
    @Property(tries = 1000)
    void mirrorImagesAreKept(@ForAll("settings") Setting setting) {
        Setting image = setting.mirrored(0);
        CellMeasure expected = FlowGenerators.mirrored(step(setting, setting.first()), 0);
        CellMeasure end = step(image, image.first());
        Axis axis = setting.target().mesh().axis(0);
        double geometry = 4 * axis.cells() * 0x1p-51 * axis.side().length() / axis.minWidth();
        for (int i = 0; i < end.size(); i++) {
            double m = expected.rows()[0][i];
            double w = setting.target().rows()[0][end.size() - 1 - i] > 0
                    ? 1 + Math.log1p(m / setting.target().rows()[0][end.size() - 1 - i])
                    : 0;
            assertEquals(m, end.rows()[0][i], (2 * budget(setting) + geometry * w) * m);
        }
    }
}
