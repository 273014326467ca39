package org.dualflow.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dualflow.generators.MeasureGenerators;
import org.dualflow.mesh.Mesh;

/** Bounds and identities of divergences; sums of 12 terms of at most 1 are right to 12·2⁻⁵² and a few ulp each. */
final class DivergencesProperties {

    private static final double ROUNDING = 1e-14;

    private static final Mesh MESH = Mesh.line(0, 3, 12);

    @Provide
    Arbitrary<CellMeasure> cells() {
        return MeasureGenerators.weights(12).map(w -> new CellMeasure(MESH, new double[][] {w}));
    }

    @Property(tries = 300)
    void boundsHold(@ForAll("cells") CellMeasure a, @ForAll("cells") CellMeasure b) {
        double jsd = Divergences.jensenShannon(a, b);
        double variation = Divergences.totalVariation(a, b);
        assertTrue(jsd >= 0 && jsd <= Math.log(2) + ROUNDING);
        assertEquals(jsd, Divergences.jensenShannon(b, a), ROUNDING);
        // Lin 1991: JSD is at most log 2 times, by Pinsker at least half the square of, the total variation.
        assertTrue(jsd <= Math.log(2) * variation + ROUNDING);
        assertTrue(jsd >= 0.5 * variation * variation - ROUNDING);
        assertTrue(Divergences.kullbackLeibler(a, b) >= 2 * variation * variation - ROUNDING);
        assertEquals(Divergences.l1(a, b), 2 * variation, 0);
        assertTrue(Divergences.lInfinity(a, b) * 3 >= Divergences.l1(a, b) - ROUNDING);
        for (CellMeasure m : new CellMeasure[] {a, b}) {
            assertEquals(0, Divergences.jensenShannon(m, m), 0);
            assertEquals(0, Divergences.kullbackLeibler(m, m), 0);
        }
    }

    @Property(tries = 300)
    void jensenShannonIsTheMeanDivergenceFromTheMiddle(@ForAll("cells") CellMeasure a, @ForAll("cells") CellMeasure b) {
        double[] middle = new double[12];
        for (int i = 0; i < 12; i++) {
            middle[i] = 0.5 * (a.rows()[0][i] + b.rows()[0][i]);
        }
        CellMeasure m = new CellMeasure(MESH, new double[][] {middle});
        double mean = 0.5 * (Divergences.kullbackLeibler(a, m) + Divergences.kullbackLeibler(b, m));
        assertEquals(mean, Divergences.jensenShannon(a, b), ROUNDING);
    }

    @Example
    void valuesByHand() {
        CellMeasure half = new CellMeasure(Mesh.line(0, 1, 2), new double[][] {{0.5, 0.5}});
        CellMeasure left = new CellMeasure(Mesh.line(0, 1, 2), new double[][] {{1, 0}});
        CellMeasure right = new CellMeasure(Mesh.line(0, 1, 2), new double[][] {{0, 1}});
        assertEquals(Math.log(2), Divergences.kullbackLeibler(left, half), 1e-15);
        assertEquals(Double.POSITIVE_INFINITY, Divergences.kullbackLeibler(half, left), 0);
        assertEquals(Math.log(2), Divergences.jensenShannon(left, right), 1e-15);
        assertEquals(1, Divergences.totalVariation(left, right), 0);
        assertEquals(2, Divergences.lInfinity(left, right), 0);
        // Near equality: KL = Σ (a-b)²/(2b) to second order, here 4·(1e-9)²/2·... with all digits.
        CellMeasure near = new CellMeasure(Mesh.line(0, 1, 2), new double[][] {{0.5 + 1e-9, 0.5 - 1e-9}});
        assertEquals(2e-18, Divergences.kullbackLeibler(near, half), 2e-25);
    }

    @Example
    void measuresOnTwoMeshesAndBadMassesAreRefused() {
        CellMeasure a = new CellMeasure(Mesh.line(0, 1, 2), new double[][] {{0.5, 0.5}});
        CellMeasure other = new CellMeasure(Mesh.line(0, 2, 2), new double[][] {{0.5, 0.5}});
        CellMeasure negative = new CellMeasure(Mesh.line(0, 1, 2), new double[][] {{-0.5, 1.5}});
        CellMeasure nan = new CellMeasure(Mesh.line(0, 1, 2), new double[][] {{Double.NaN, 0.5}});
        assertThrows(IllegalArgumentException.class, () -> Divergences.l1(a, other));
        assertThrows(IllegalArgumentException.class, () -> Divergences.kullbackLeibler(a, negative));
        assertThrows(IllegalArgumentException.class, () -> Divergences.jensenShannon(nan, a));
    }
}
