package org.dualflow.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.particle.Walls;

/** Clipping to a box after an explicit step. */
class ClipProperties {

    private static final int N = 8;

    private static double[] clip(double reach, double[] x, double[] delta) {
        double[] out = new double[N];
        Domain.Side side = Domain.line(-reach, reach, Boundary.CLIPPED).side(0);
        Walls.move(side, x, delta, out, N);
        return out;
    }

    /** Clipping what is clipped changes no bit, and clipping takes no two points farther apart. */
    @Property(tries = 200)
    void isIdempotentAndNonexpansive(
            @ForAll @DoubleRange(min = 0.01, max = 10) double reach, @ForAll @Size(N) double[] points) {
        double[] x = new double[N];
        for (int i = 0; i < N; i++) {
            x[i] = Double.isFinite(points[i]) ? points[i] : i;
        }
        double[] once = clip(reach, x, new double[N]);
        assertArrayEquals(once, clip(reach, once, new double[N]));
        for (int i = 0; i < N; i++) {
            assertTrue(Math.abs(once[i]) <= reach);
            for (int j = 0; j < i; j++) {
                assertTrue(Math.abs(once[i] - once[j]) <= Math.abs(x[i] - x[j]));
            }
        }
    }
}
