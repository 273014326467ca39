package org.dualflow.particle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.measure.UniformLaw;
import org.dualflow.measure.Wasserstein;
import org.dualflow.model.Initial;
import org.junit.jupiter.api.Test;

class StartsTest {

    private static final UniformLaw UNIT = new UniformLaw(0, 1);

    @Test
    void randomStartIsReproducibleAndItsBlocksDoNotDependOnTheNumber() {
        ParticleMeasure few = Starts.random(UNIT, 5000, 11);
        ParticleMeasure many = Starts.random(UNIT, 20_000, 11);
        assertArrayEquals(few.x(0), Arrays.copyOf(many.x(0), 5000));
        assertEquals(1.0 / 5000, few.weights()[4999]);
        assertNotEquals(few.x(0)[0], Starts.random(UNIT, 5000, 12).x(0)[0]);
    }

    @Test
    void aBlockIsTheStreamSplitOffForIt() {
        ParticleMeasure start = Starts.random(UNIT, 3 * Starts.BLOCK, 5);
        SplittableRandom root = new SplittableRandom(5);
        root.split();
        root.split();
        double[] third = UNIT.sample(Starts.BLOCK, root.split()).x(0);
        assertArrayEquals(third, Arrays.copyOfRange(start.x(0), 2 * Starts.BLOCK, 3 * Starts.BLOCK));
    }

    /** Two species must not share their particles. */
    @Test
    void speciesHaveStreamsOfTheirOwn() {
        List<ParticleMeasure> starts = Starts.random(new Initial(List.of(UNIT, UNIT), List.of()), 100, 3);
        assertEquals(2, starts.size());
        assertNotEquals(starts.get(0).x(0)[0], starts.get(1).x(0)[0]);
    }

    /**
     * √N W₁ tends to the area below |Brownian bridge|: mean 0.3133, exceeding 1 with probability of order exp(-6). The seed
     * is fixed.
     */
    @Test
    void randomStartIsNearItsLaw() {
        ParticleMeasure start = Starts.random(UNIT, 10_000, 1);
        double scaled = 100 * Wasserstein.W1.between(start, UNIT.quantiles(10_000));
        assertEquals(0.5, scaled, 0.5);
        assertNotEquals(0, scaled);
    }

    @Test
    void quantilesOfEverySpecies() {
        List<ParticleMeasure> starts = Starts.quantiles(Initial.of(UNIT), 4);
        assertArrayEquals(
                new double[] {0.125, 0.375, 0.625, 0.875}, starts.get(0).x(0));
        assertThrows(IllegalArgumentException.class, () -> Starts.random(UNIT, 0, 1));
    }
}
