package org.dualflow.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AtomicLawTest {

    /** ¼ at -1, ¼ at 2 twice, ¼ at 3. */
    @Test
    void atomsAreStepsOfTheDistributionFunction() {
        AtomicLaw law = AtomicLaw.of(new double[] {2, -1, 3, 2, 7}, new double[] {0.25, 0.25, 0.25, 0.25, 0});
        assertArrayEquals(new double[] {-1, 2, 3}, law.atoms());
        double[] x = {-2, -1, 0, 2, 2.5, 3, 4};
        double[] at = {0, 0.25, 0.25, 0.75, 0.75, 1, 1};
        double[] below = {0, 0, 0.25, 0.25, 0.75, 0.75, 1};
        for (int i = 0; i < x.length; i++) {
            assertEquals(at[i], law.cdf(x[i]));
            assertEquals(below[i], law.cdfBelow(x[i]));
        }
        assertEquals(-1, law.quantile(0.25));
        assertEquals(2, law.quantile(0.26));
        assertEquals(2, law.quantile(0.75));
        assertEquals(3, law.quantile(1));
        assertEquals(0.5, law.weight(1));
        AtomicLaw sample = AtomicLaw.ofSample(3, 1, 3, 5);
        assertArrayEquals(new double[] {1, 3, 5}, sample.atoms());
        assertArrayEquals(new double[] {0.25, 0.75, 1}, new double[] {sample.cdf(1), sample.cdf(3), sample.cdf(5)});
        assertArrayEquals(new double[] {-0.5, 2.5, 3.5}, new ShiftedLaw(law, 0.5).atoms());
        assertArrayEquals(new double[] {2, 3}, new ConditionedLaw(law, 2, 3).atoms());
        assertArrayEquals(new double[] {-1, 2}, new ConditionedLaw(law, -1, 2.9).atoms());
    }
}
