package org.dualflow.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.dualflow.gan.TwoPointGan;
import org.dualflow.run.Recurrence.Kind;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.junit.jupiter.api.Test;

class RecurrenceTest {

    private static Recurrence of(DoubleUnaryOperator f, double step, double end) {
        int n = (int) Math.round(end / step) + 1;
        double[] t = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            t[i] = i * step;
            y[i] = f.applyAsDouble(t[i]);
        }
        return Recurrence.of(t, y);
    }

    @Test
    void aSineAboutAnyLevelIsPeriodic() {
        for (double level : new double[] {0, 5, -1e3}) {
            for (double step : new double[] {0.2, 0.05}) {
                Recurrence sine = of(t -> level + 0.7 * StrictMath.sin(2 * t - 1), step, 40);
                assertEquals(Kind.PERIODIC, sine.kind());
                assertEquals(Math.PI, sine.period(), sine.periodUncertainty());
                assertEquals(0.7, sine.amplitude(), sine.amplitudeUncertainty());
                // The cubic is off by (2Δt)⁴ 9/16/24/2 at each of two zeros, and the five-point maximum by less.
                assertTrue(sine.periodUncertainty() < 4 * Math.pow(2 * step, 4) * 9 / 16 / 24 / 2 + 1e-11);
                assertEquals(level, sine.level(), 0.7 * step * step);
            }
        }
    }

    @Test
    void aTransientDoesNotCount() {
        Recurrence late = of(t -> StrictMath.sin(t) + 3 * StrictMath.exp(-t), 0.05, 100);
        assertEquals(Kind.PERIODIC, late.kind());
        assertEquals(2 * Math.PI, late.period(), late.periodUncertainty());
    }

    @Test
    void incommensurateSinesAreModulated() {
        Recurrence sum = of(t -> StrictMath.sin(t) + 0.4 * StrictMath.sin(StrictMath.sqrt(2) * t + 1), 0.05, 300);
        assertEquals(Kind.MODULATED, sum.kind());
        // Cycles of the stronger sine; one phase turn in excess at most.
        assertEquals(2 * Math.PI, sum.period(), sum.periodUncertainty());
        assertTrue(sum.amplitudeUncertainty() > 0.2);
    }

    @Test
    void aPatternOfTwoCyclesIsOnePeriod() {
        Recurrence pattern = of(t -> StrictMath.sin(2 * t) + 0.4 * StrictMath.cos(t), 0.02, 80);
        assertEquals(Kind.PERIODIC, pattern.kind());
        assertEquals(2 * Math.PI, pattern.period(), pattern.periodUncertainty());
        assertTrue(pattern.periodUncertainty() < 1e-6);
    }

    @Test
    void dampedAndGrowingMotionsAreToldApart() {
        Recurrence damped = of(t -> 2 + StrictMath.exp(-0.05 * t) * StrictMath.sin(t), 0.05, 60);
        assertEquals(Kind.DECAYING, damped.kind());
        assertEquals(2 * Math.PI, damped.period(), 0.05);
        assertEquals(
                Kind.GROWING,
                of(t -> StrictMath.exp(0.05 * t) * StrictMath.sin(t), 0.05, 60).kind());
    }

    @Test
    void whatDoesNotSwingHasNoPeriod() {
        assertEquals(Kind.NONE, of(t -> 1.0 / 3, 0.1, 50).kind());
        assertEquals(
                Kind.NONE, of(t -> 0.1 + 1e-16 * StrictMath.sin(t), 0.1, 50).kind());
        assertEquals(Kind.NONE, of(t -> StrictMath.exp(-t), 0.1, 50).kind());
        assertEquals(Kind.NONE, of(t -> t, 0.1, 50).kind());
        assertEquals(
                Kind.NONE,
                of(t -> t > 2 ? Double.NaN : StrictMath.sin(9 * t), 0.1, 50).kind());
        assertEquals(Kind.NONE, of(StrictMath::sin, 0.1, 8).kind());
    }

    /**
     * The closed orbit of the two-point GAN through g = 0, c = 1 (γ = 1, H = ½), integrated to 1e-13: its period and
     * amplitude, by quadrature 17.62322308815 and 0.92783948179225, lie within what both detectors say of themselves.
     */
    @Test
    void theToysOrbitIsWithinItsUncertainty() {
        var equations = new OrdinaryDifferentialEquation() {
            @Override
            public int getDimension() {
                return 2;
            }

            @Override
            public double[] computeDerivatives(double t, double[] y) {
                return new double[] {TwoPointGan.density(y[0]) * y[1], -TwoPointGan.bias(y[0])};
            }
        };
        for (double step : new double[] {0.2, 0.1, 0.02}) {
            var integrator = new DormandPrince853Integrator(1e-6, step, 1e-13, 1e-13);
            Oscillation oscillation = new Oscillation();
            int n = (int) (60 / step);
            double[] t = new double[n + 1];
            double[] g = new double[n + 1];
            double[] state = {0, 1};
            oscillation.add(0, 0);
            for (int i = 1; i <= n; i++) {
                t[i] = i * step;
                state = integrator
                        .integrate(equations, new ODEState(t[i - 1], state), t[i])
                        .getPrimaryState();
                g[i] = state[0];
                oscillation.add(t[i], g[i]);
            }
            Recurrence recurrence = Recurrence.of(t, g);
            // Quadrature is given to 1e-11 and 1e-14; the integrator's error is below 1e-11 over 60 time units.
            assertEquals(Kind.PERIODIC, recurrence.kind());
            assertEquals(17.62322308815, recurrence.period(), recurrence.periodUncertainty() + 3e-11);
            assertEquals(0.92783948179225, recurrence.amplitude(), recurrence.amplitudeUncertainty() + 1e-11);
            assertEquals(
                    17.62322308815,
                    oscillation.period().orElseThrow(),
                    oscillation.periodUncertainty().orElseThrow() + 3e-11);
            assertEquals(
                    0.92783948179225,
                    oscillation.amplitude().orElseThrow(),
                    oscillation.amplitudeUncertainty().orElseThrow() + 1e-11);
            assertTrue(recurrence.periodUncertainty() < 1e-2 * Math.pow(step, 4) + 1e-10);
        }
    }

    /** Shares of modes that nearly nothing is left of. */
    @Test
    void numbersNearUnderflowAreNoProblem() {
        double[] times = new double[400];
        double[] values = new double[400];
        for (int i = 0; i < times.length; i++) {
            times[i] = 0.1 * i;
            values[i] = 1e-303 * Math.sin(times[i]);
        }
        assertEquals(2 * Math.PI, Recurrence.of(times, values).period(), 1e-3);
    }
}
