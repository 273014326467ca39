package org.dualflow.particle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Intervals of stability on the real axis: roots of |R| = 1 for R = Σ_{k≤p} z^k/k!, E. Hairer, G. Wanner, Solving ODEs II, section IV.2. */
class RungeKuttaStabilityTest {

    @Test
    void methodsOfAsManyStagesAsTheirOrder() {
        assertEquals(2, ExplicitRungeKutta.EULER.realStability(), 1e-12);
        assertEquals(2, ExplicitRungeKutta.MIDPOINT.realStability(), 1e-12);
        assertEquals(2, ExplicitRungeKutta.HEUN.realStability(), 1e-12);
        assertEquals(2.51274532661833, ExplicitRungeKutta.KUTTA3.realStability(), 1e-12);
        assertEquals(2.51274532661833, ExplicitRungeKutta.SSP3.realStability(), 1e-12);
        assertEquals(2.78529356340528, ExplicitRungeKutta.CLASSICAL4.realStability(), 1e-12);
    }

    /** Two stages and order 1: R(-y) = 1 - y + y²/8, the Chebyshev polynomial T₂(1 - y/4), is stable to 8, the most that two stages allow. */
    @Test
    void chebyshevMethod() {
        ExplicitRungeKutta chebyshev = ExplicitRungeKutta.of("chebyshev2", 1, new double[][] {{}, {0.125}}, 0, 1);
        assertEquals(8, chebyshev.realStability(), 1e-6);
    }
}
