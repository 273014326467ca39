package org.dualflow.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;

/** The kernels of the exponential storage against FastMath, itself within one unit in the last place. */
class StorageProperties {

    /** Four units of the kernels, one of FastMath. */
    private static final double UNITS = 5;

    @Property(tries = 10_000)
    void exponentialIsRight(
            @ForAll @DoubleRange(min = 0, max = 691) double w, @ForAll @DoubleRange(min = 0, max = 60) double smaller) {
        for (double x : new double[] {w, w / 512, w * FastMath.pow(2, -smaller)}) {
            double[] r = new double[1];
            Storage.EXPONENTIAL.ratios(new double[] {x}, 0, 1, r);
            double expected = FastMath.expm1(x);
            assertEquals(expected, r[0], UNITS * Math.ulp(expected), "w = " + x);
        }
    }

    @Property(tries = 10_000)
    void logarithmIsRight(
            @ForAll @DoubleRange(min = -60, max = 996) double power,
            @ForAll @DoubleRange(min = 0, max = 4) double near) {
        for (double r : new double[] {FastMath.pow(2, power), near}) {
            double[] w = new double[1];
            Storage.EXPONENTIAL.potentials(new double[] {r}, 0, 1, w);
            double expected = FastMath.log1p(r);
            assertEquals(expected, w[0], UNITS * Math.ulp(expected), "r = " + r);
        }
    }

    @Test
    void zeroStaysZero() {
        double[] out = {1};
        Storage.EXPONENTIAL.ratios(new double[1], 0, 1, out);
        assertEquals(0, out[0]);
        out[0] = 1;
        Storage.EXPONENTIAL.potentials(new double[1], 0, 1, out);
        assertEquals(0, out[0]);
    }
}
