package org.dualflow.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class BandwidthTest {

    private static final ParticleMeasure PAIR = new ParticleMeasure(new double[][] {{-3, 3}}, new double[] {0.5, 0.5});

    /** Standard deviation 3, two samples. */
    @Test
    void rulesOfThumb() {
        double scott = 3 * Math.pow(2, -0.2);
        assertEquals(scott, NormalMixture.scottBandwidth(PAIR)[0], 1e-14);
        assertEquals(1.0592238410488122 * scott, NormalMixture.silvermanBandwidth(PAIR)[0], 1e-14);
    }

    @Test
    void badSamplesAndBandwidthsAreRefused() {
        ParticleMeasure bad = new ParticleMeasure(new double[][] {{Double.NaN}}, new double[] {1});
        assertThrows(IllegalArgumentException.class, () -> NormalMixture.smoothed(bad, 1));
        assertThrows(IllegalArgumentException.class, () -> NormalMixture.smoothed(PAIR, 0));
        assertThrows(IllegalArgumentException.class, () -> NormalMixture.smoothed(PAIR, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> NormalMixture.smoothed(PAIR, 1, 1));
    }
}
