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

    /** The loops for moderate potentials. */
    @Property(tries = 10_000)
    void moderateOnesAreRightToo(
            @ForAll @DoubleRange(min = 0, max = 2.4) double w, @ForAll @DoubleRange(min = 0, max = 60) double smaller) {
        Storage moderate = Storage.EXPONENTIAL.upTo(2.4);
        for (double x : new double[] {w, w * FastMath.pow(2, -smaller)}) {
            double[] r = new double[1];
            moderate.ratios(new double[] {x}, 0, 1, r);
            double expected = FastMath.expm1(x);
            assertEquals(expected, r[0], UNITS * Math.ulp(expected), "w = " + x);
            double[] back = new double[1];
            moderate.potentials(new double[] {expected}, 0, 1, back);
            double logarithm = FastMath.log1p(expected);
            assertEquals(logarithm, back[0], UNITS * Math.ulp(logarithm), "r = " + expected);
        }
    }

    /** Where the exponent jumps, and next to it. */
    @Test
    void moderateOnesAreRightAtTheEndsOfOctaves() {
        Storage moderate = Storage.EXPONENTIAL.upTo(2.4);
        for (double k = 0; k <= 3; k += 0.5) {
            for (double off : new double[] {-0.03, -1e-9, 0, 1e-9, 0.03}) {
                double x = Math.min(2.4, Math.max(0, k * Math.log(2) + off));
                double[] r = new double[1];
                moderate.ratios(new double[] {x}, 0, 1, r);
                assertEquals(FastMath.expm1(x), r[0], UNITS * Math.ulp(r[0]));
                double[] w = new double[1];
                moderate.potentials(r, 0, 1, w);
                assertEquals(FastMath.log1p(r[0]), w[0], UNITS * Math.ulp(w[0]));
            }
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
