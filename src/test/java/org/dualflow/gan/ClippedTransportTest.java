package org.dualflow.gan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.model.Coupling;
import org.dualflow.model.State;
import org.junit.jupiter.api.Test;

class ClippedTransportTest {

    @Test
    void everyPointMovesWithTheSpeedOfItsAxis() {
        var model = ClippedTransport.by(Displacement.sine(1.3, 2), Displacement.steady(-0.5));
        assertEquals(2, model.species().get(0).domain().dimension());
        Coupling coupling = model.couple();
        double[][] x = {{0.1, 0.2}, {0.3, 0.4}};
        coupling.freeze(0.25, new State(List.of(new ParticleMeasure(x, new double[] {0.5, 0.5})), new double[0]));
        double[] out = new double[2];
        coupling.field(0).fill(0, x, 2, out);
        assertArrayEquals(new double[] {2.6 * Math.cos(0.5), 2.6 * Math.cos(0.5)}, out, 1e-15);
        coupling.field(0).fill(1, x, 2, out);
        assertArrayEquals(new double[] {-0.5, -0.5}, out);
        assertEquals(0, coupling.field(0).oneSidedLipschitz());
    }

    @Test
    void sineTurnsWhereItsSpeedVanishes() {
        Displacement u = Displacement.sine(1.3, 2);
        double[] turning = u.turningPoints(Math.PI);
        assertArrayEquals(new double[] {Math.PI / 4, 3 * Math.PI / 4}, turning, 1e-15);
        for (double t : turning) {
            assertEquals(0, u.speed(t), 1e-15);
        }
        assertEquals(0, u.turningPoints(Math.PI / 4).length);
        assertEquals(0, Displacement.steady(1).turningPoints(100).length);
    }

    @Test
    void badInputIsNamed() {
        assertThrows(IllegalArgumentException.class, () -> Displacement.sine(1, 0));
        assertThrows(IllegalArgumentException.class, () -> Displacement.steady(Double.NaN));
        assertThrows(IllegalArgumentException.class, ClippedTransport::by);
    }
}
