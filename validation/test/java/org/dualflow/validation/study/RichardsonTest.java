package org.dualflow.validation.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.dualflow.validation.study.LeastSquaresUncertainty.Value;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;

/** Fixtures of NASA's NPARC tutorial and of Celik et al. (2008), to all printed digits; exact power laws. */
class RichardsonTest {

    @Test
    void nasaTutorial() {
        GridConvergenceIndex gci = GridConvergenceIndex.of(1, .97050, 2, .96854, 4, .96178);
        assertEquals(1.786170, gci.richardson().order(), 5e-7);
        assertEquals(.971300, gci.richardson().value(), 5e-7);
        assertEquals(.103083e-2, gci.fine(), 5e-9);
        assertEquals(.356249e-2, gci.coarse(), 5e-9);
    }

    @Test
    void celikWithUnequalRatios() {
        double[] h = new double[3];
        int[] cells = {18000, 8000, 4500};
        for (int k = 0; k < 3; k++) {
            h[k] = Math.sqrt(76.0 / cells[k]);
        }
        GridConvergenceIndex gci = GridConvergenceIndex.of(h[0], 6.063, h[1], 5.972, h[2], 5.863);
        assertEquals(1.533969, gci.richardson().order(), 5e-7);
        assertEquals(6.168496, gci.richardson().value(), 5e-7);
        assertEquals(2.1750e-2, gci.fine(), 5e-7);
        assertEquals(4.1129e-2, gci.coarse(), 5e-7);
        assertEquals(1.015238, gci.asymptoticRatio(), 5e-7);
    }

    @Test
    void recoversAnyPowerLawOnAnyGrids() {
        for (double p : new double[] {0.5, 1, 2, 5}) {
            for (double[] h : new double[][] {{1, 2, 4}, {1, 1.3, 2.9}, {1, 3, 3.5}}) {
                double[] phi = new double[3];
                for (int k = 0; k < 3; k++) {
                    phi[k] = 7 - 0.3 * FastMath.pow(h[k], p);
                }
                Richardson richardson = Richardson.of(h[0], phi[0], h[1], phi[1], h[2], phi[2]);
                assertEquals(p, richardson.order(), 1e-9);
                assertEquals(7, richardson.value(), 1e-8);
            }
        }
    }

    @Test
    void oscillatoryConvergence() {
        Richardson richardson = Richardson.of(1, 6.0042, 1.5, 5.9624, 2.5, 6.0909);
        assertTrue(richardson.oscillatory());
        double r21 = FastMath.pow(1.5, richardson.order());
        double r32 = FastMath.pow(2.5 / 1.5, richardson.order());
        double q = FastMath.log((r21 + 1) / (r32 + 1));
        assertEquals(
                richardson.order(),
                (FastMath.log((6.0909 - 5.9624) / (6.0042 - 5.9624)) + q) / FastMath.log(1.5),
                1e-9);
    }

    @Test
    void divergenceIsNotAnOrder() {
        assertThrows(ArithmeticException.class, () -> Richardson.of(1, 3, 2, 1, 4, 0.5));
        assertThrows(IllegalArgumentException.class, () -> Richardson.of(1, 3, 2, 3, 4, 0.5));
        assertThrows(IllegalArgumentException.class, () -> Richardson.of(2, 3, 1, 2, 4, 0.5));
    }

    @Test
    void oberkampfRoyPunishesAnOrderThatDisagrees() {
        double[] f = {1.01, 1.04, 1.16};
        GridConvergenceIndex agrees = GridConvergenceIndex.oberkampfRoy(2, 1, f[0], 2, f[1], 4, f[2]);
        assertEquals(1.25 * 0.03 / 1.01 / 3, agrees.fine(), 1e-15);
        GridConvergenceIndex disagrees = GridConvergenceIndex.oberkampfRoy(3, 1, f[0], 2, f[1], 4, f[2]);
        assertEquals(3 * 0.03 / 1.01 / 3, disagrees.fine(), 1e-12);
        GridConvergenceIndex superconvergent = GridConvergenceIndex.oberkampfRoy(1, 1, f[0], 2, f[1], 4, f[2]);
        assertEquals(3 * 0.03 / 1.01, superconvergent.fine(), 1e-12);
    }

    @Test
    void leastSquaresOnAPowerLaw() {
        List<Value> values = new ArrayList<>();
        for (double h : new double[] {1, 1.25, 1.5, 2, 2.5}) {
            values.add(new Value(h, 3 + 0.1 * FastMath.pow(h, 1.5)));
        }
        LeastSquaresUncertainty fit = LeastSquaresUncertainty.of(values);
        assertEquals(1.5, fit.order(), 1e-5);
        assertEquals(3, fit.value(), 1e-5);
        assertEquals(1.25 * 0.1, fit.uncertainty(), 1e-5);
    }

    @Test
    void leastSquaresCoversTheLimitOfScatteredData() {
        List<Value> values = new ArrayList<>();
        double[] scatter = {0.004, -0.006, 0.005, -0.004, 0.006, -0.005};
        for (int k = 0; k < 6; k++) {
            double h = FastMath.pow(1.4, k);
            values.add(new Value(h, 3 + 0.1 * h * h + scatter[k]));
        }
        LeastSquaresUncertainty fit = LeastSquaresUncertainty.of(values);
        assertTrue(Math.abs(values.get(0).phi() - 3) <= fit.uncertainty());
        assertTrue(fit.uncertainty() < 0.3);
    }

    @Test
    void superconvergentDataFallBackOnFixedPowersAndFactorThree() {
        List<Value> values = new ArrayList<>();
        for (double h : new double[] {1, 2, 4, 8}) {
            values.add(new Value(h, 3 + 1e-4 * FastMath.pow(h, 4)));
        }
        LeastSquaresUncertainty fit = LeastSquaresUncertainty.of(values);
        assertTrue(Double.isNaN(fit.order()));
        assertTrue(fit.uncertainty() >= 3 * Math.abs(values.get(0).phi() - fit.value()));
    }
}
