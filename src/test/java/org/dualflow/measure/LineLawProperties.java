package org.dualflow.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.dualflow.generators.MeasureGenerators;
import org.dualflow.mesh.Mesh;

/**
 * What every law on the line obeys. Tolerance {@code ROUNDING}: a distribution function is a sum of at most a few hundred
 * terms of at most 1, each of relative error below 16 ulp, so 1e-12 leaves a margin of three; a quantile that is off by 4
 * ulp of 2 moves F by at most 4e-16·sup f ≤ 4e-10 for the densities generated here (slabs not narrower than 1e-6).
 */
final class LineLawProperties {

    private static final double ROUNDING = 1e-12;
    private static final double STEEP = 4e-9;

    @Provide
    Arbitrary<LineLaw> laws() {
        return MeasureGenerators.laws();
    }

    @Provide
    Arbitrary<Mesh> meshes() {
        return MeasureGenerators.lines(30);
    }

    @Property(tries = 300)
    void quantileAndDistributionAreInverse(
            @ForAll("laws") LineLaw law, @ForAll @DoubleRange(min = 1e-6, max = 0.999999) @Scale(9) double p) {
        double q = law.quantile(p);
        assertTrue(law.cdf(q) >= p - STEEP, () -> "F(Q(p)) = " + law.cdf(q) + " < p = " + p);
        assertTrue(law.cdfBelow(q) <= p + STEEP, () -> "F(Q(p)-) = " + law.cdfBelow(q) + " > p = " + p);
        assertTrue(q >= -2 && q <= 2);
    }

    @Property(tries = 300)
    void distributionFunctionIncreasesFromZeroToOne(
            @ForAll("laws") LineLaw law,
            @ForAll @DoubleRange(min = -2.5, max = 2.5) @Scale(9) double x,
            @ForAll @DoubleRange(min = -2.5, max = 2.5) @Scale(9) double y) {
        double from = Math.min(x, y);
        double to = Math.max(x, y);
        assertTrue(law.cdf(from) <= law.cdf(to) + ROUNDING);
        assertTrue(law.cdfBelow(from) <= law.cdf(from) + ROUNDING);
        assertEquals(0, law.cdf(-2.5), 0);
        assertEquals(1, law.cdf(2.5), ROUNDING);
        assertEquals(law.cdfBelow(to) - law.cdfBelow(from), law.mass(from, to), ROUNDING);
    }

    @Property(tries = 200)
    void cellsHoldAllMassAndNoneIsNegative(@ForAll("laws") LineLaw law, @ForAll("meshes") Mesh mesh) {
        CellMeasure cells = law.onto(mesh);
        assertEquals(1, cells.mass(), ROUNDING);
        double below = 0;
        for (int i = 0; i < mesh.size() - 1; i++) {
            assertTrue(cells.rows()[0][i] >= 0);
            below += cells.rows()[0][i];
            assertEquals(law.cdfBelow(mesh.axis(0).face(i + 1)), below, ROUNDING);
        }
    }

    @Property(tries = 200)
    void atomsAreTheJumps(@ForAll("laws") LineLaw law) {
        for (double x : law.atoms()) {
            assertEquals(law.cdf(x) - law.cdfBelow(x), law.mass(x, Math.nextUp(x)), ROUNDING);
            double middle = 0.5 * (law.cdf(x) + law.cdfBelow(x));
            if (law.cdf(x) - law.cdfBelow(x) > 1e-6) {
                assertEquals(x, law.quantile(middle), 0);
            }
        }
    }

    @Property(tries = 50)
    void startsHaveTheirMassAndLieInTheSupport(@ForAll("laws") LineLaw law, @ForAll Random random) {
        for (ParticleMeasure start : new ParticleMeasure[] {law.quantiles(50), law.sample(50, random)}) {
            assertEquals(50, start.size());
            assertEquals(1, start.mass(), ROUNDING);
            for (double x : start.x(0)) {
                assertTrue(x >= -2 && x <= 2);
            }
        }
    }
}
