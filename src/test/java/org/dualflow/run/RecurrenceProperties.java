package org.dualflow.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class RecurrenceProperties {

    private static final int SAMPLES = 2000;

    private static Recurrence sampled(double a, double b, double frequency, double phase, double level) {
        double[] t = new double[SAMPLES];
        double[] y = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            t[i] = 0.02 * i;
            double x = frequency * t[i] + phase;
            y[i] = level + a * StrictMath.sin(x) + b * StrictMath.cos(2 * x);
        }
        return Recurrence.of(t, y);
    }

    /** Every periodic signal of one harmonic more gives its period and its swing within what is said of them. */
    @Property(tries = 200)
    void periodAndSwingLieWithinTheirUncertainties(
            @ForAll @DoubleRange(min = 0.5, max = 2) double a,
            @ForAll @DoubleRange(min = -0.2, max = 0.2) double b,
            @ForAll @DoubleRange(min = 1, max = 6) double frequency,
            @ForAll @DoubleRange(min = 0, max = 6.3) double phase,
            @ForAll @DoubleRange(min = -10, max = 10) double level) {
        Recurrence found = sampled(a, b * a, frequency, phase, level);
        assertEquals(Recurrence.Kind.PERIODIC, found.kind());
        assertEquals(2 * Math.PI / frequency, found.period(), found.periodUncertainty() + 1e-12);
        // sin x + b cos 2x with |b| < 1/4 has its extrema 1 - b and -1 - b at x = ±π/2: swing 1.
        assertEquals(a, found.amplitude(), found.amplitudeUncertainty() + 1e-12);
    }

    /** Scaling, shifting and a change of the time unit change the answer accordingly. */
    @Property(tries = 50)
    void isEquivariant(
            @ForAll @DoubleRange(min = 1, max = 6) double frequency,
            @ForAll @DoubleRange(min = 0.1, max = 100) double scale) {
        Recurrence one = sampled(1, 0.1, frequency, 0.3, 0);
        Recurrence other = sampled(scale, 0.1 * scale, frequency, 0.3, 5 * scale);
        assertEquals(one.kind(), other.kind());
        assertEquals(one.period(), other.period(), 1e-10);
        assertEquals(scale * one.amplitude(), other.amplitude(), 1e-12 * scale);
    }

    /** A decay of at least a hundredth over the judged cycles is seen as one. */
    @Property(tries = 50)
    void decayIsSeen(@ForAll @DoubleRange(min = 0.01, max = 0.3) double rate) {
        double[] t = new double[SAMPLES];
        double[] y = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            t[i] = 0.05 * i;
            y[i] = StrictMath.exp(-rate * t[i]) * StrictMath.sin(t[i]);
        }
        Recurrence found = Recurrence.of(t, y);
        assertEquals(Recurrence.Kind.DECAYING, found.kind());
        assertTrue(found.cycles() >= 2);
    }
}
