package org.dualflow.training;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.dualflow.measure.CompensatedSum;
import org.dualflow.measure.ParticleMeasure;

/** Independent draws, with replacement, of weighted points of total weight 1. */
final class WeightedDraw {

    private final ParticleMeasure points;
    private final double[] cumulated;

    /** @param points all of positive weight */
    WeightedDraw(ParticleMeasure points) {
        this.points = points;
        this.cumulated = new double[points.size()];
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < cumulated.length; i++) {
            sum.add(points.weights()[i]);
            cumulated[i] = sum.value();
        }
        cumulated[cumulated.length - 1] = 1;
    }

    /** Fills {@code out[dimension][size]}. */
    void into(double[][] out, SplittableRandom random) {
        for (int i = 0; i < out[0].length; i++) {
            // The first point whose cumulated weight exceeds the number drawn.
            int at = Arrays.binarySearch(cumulated, Math.nextUp(random.nextDouble()));
            int which = at >= 0 ? at : -at - 1;
            for (int d = 0; d < out.length; d++) {
                out[d][i] = points.x(d)[which];
            }
        }
    }
}
