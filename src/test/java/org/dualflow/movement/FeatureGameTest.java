package org.dualflow.movement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FeatureGameTest {

    /** Slopes and curvatures are those of the values, by differences. */
    @Test
    void derivativesOfThePotential() {
        Potential potential = new LineFeatures(new double[] {1, 2.5}, new double[] {0.7, 0.3}, 0.4)
                .downhill(new double[] {0.5, -1, 2, 0.25});
        double h = 1e-4;
        for (double x = -2; x <= 2; x += 0.37) {
            double[] places = {x - h, x, x + h};
            double[] v = new double[3];
            double[] slope = new double[3];
            double[] curvature = new double[3];
            potential.values(places, v);
            potential.slopes(places, slope);
            potential.curvatures(places, curvature);
            assertEquals((v[2] - v[0]) / (2 * h), slope[1], 1e-7);
            assertEquals((slope[2] - slope[0]) / (2 * h), curvature[1], 1e-6);
            assertTrue(curvature[1] >= potential.modulus());
        }
    }

    /** Data reproduced by the generator, and a critic at zero: nothing moves. */
    @Test
    void equilibriumIsAtRest() {
        FeatureGame game = FeatureGame.gaussian(0.5, 6, 20);
        double[] data = {-1, 1};
        var run = new DualMovement<>(
                game.against(QuantileSpace.line(2), 0.1, data),
                DualScheme.ALTERNATING,
                LearningRate.constant(0.1),
                data,
                new double[game.coordinates()]);
        run.run(10);
        assertEquals(-1, run.first()[0], 1e-12);
        assertEquals(1, run.first()[1], 1e-12);
    }

    /** A Gaussian of height one, less its mean over the circle: K'' there is that of the Gaussian but for the height. */
    @Test
    void stiffnessIsThatOfTheKernel() {
        double width = 0.5;
        double reach = 8;
        double mean = width * Math.sqrt(2 * Math.PI) / (2 * reach);
        assertEquals(
                1 / (width * width * (1 - mean)),
                FeatureGame.gaussian(width, reach, 60).stiffness(0),
                1e-6);
    }

    @Test
    void wrongParameters() {
        assertThrows(IllegalArgumentException.class, () -> FeatureGame.gaussian(0, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> FeatureGame.gaussian(1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> FeatureGame.gaussian(1, 1, 0));
        FeatureGame game = FeatureGame.gaussian(1, 6, 4);
        assertThrows(IllegalArgumentException.class, () -> game.against(QuantileSpace.line(2), 0, 1));
    }
}
