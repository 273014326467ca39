package org.dualflow.particle.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.dualflow.measure.NormalMixture;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.measure.SmoothLaw;
import org.dualflow.measure.UniformBox;
import org.dualflow.measure.UniformLaw;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Species;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantileFlowTest {

    private static final double START = 2;

    /** F of u/d = 2 sinh θ/(cosh θ - cos x) - 1 on the half period [0, π], d uniform; θ = 2 + t/4. */
    private static double cdf(double x, double t) {
        double theta = START + 0.25 * t;
        return (4 * FastMath.atan2(FastMath.tan(0.5 * x), FastMath.tanh(0.5 * theta)) - x) / FastMath.PI;
    }

    private static double quantile(double level, double t) {
        double low = 0;
        double high = FastMath.PI;
        for (int k = 0; k < 60; k++) {
            double middle = 0.5 * (low + high);
            if (cdf(middle, t) < level) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }

    /** Quantiles at (i+½)/n on the half period; with {@code turned} also of its mirror image, on the whole period. */
    private static double[] exact(int n, double t, boolean turned) {
        double[] x = new double[turned ? 2 * n : n];
        for (int i = 0; i < n; i++) {
            double q = quantile((i + 0.5) / n, t);
            x[turned ? n + i : i] = q;
            if (turned) {
                x[n - 1 - i] = -q;
            }
        }
        return x;
    }

    private static QuantileFlow flow(Domain domain, SmoothLaw data, double maxStep, double... x) {
        double[] w = new double[x.length];
        Arrays.fill(w, 1.0 / x.length);
        return new QuantileFlow(
                new Species("u", domain), data, new ParticleMeasure(new double[][] {x.clone()}, w), maxStep, 0);
    }

    private static double error(int n, int steps, boolean turned) {
        Domain domain =
                Domain.line(turned ? -FastMath.PI : 0, FastMath.PI, turned ? Boundary.PERIODIC : Boundary.NO_FLUX);
        QuantileFlow flow = flow(domain, new UniformBox(domain), 1.0 / steps, exact(n, 0, turned));
        flow.advanceTo(1);
        double[] end = exact(n, 1, turned);
        double worst = 0;
        for (int i = 0; i < end.length; i++) {
            worst = Math.max(worst, Math.abs(flow.positions()[i] - end[i]));
        }
        return worst;
    }

    /** With τ ∝ 1/N² both errors fall by 4 per doubling; terms of next order are O(1/N⁴), 1/10 at N = 20 at most. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void positionsConvergeWithOrderTwo(boolean turned) {
        double ratio = error(20, 10, turned) / error(40, 40, turned);
        assertEquals(4, ratio, 0.4);
    }

    @Test
    void implicitEulerHasOrderOne() {
        double fine = error(160, 640, false);
        double ratio = (error(160, 10, false) - fine) / (error(160, 20, false) - fine);
        assertEquals(2, ratio, 0.15);
    }

    @ParameterizedTest
    @EnumSource(
            value = Boundary.class,
            names = {"NO_FLUX", "CLIPPED"})
    void quantilesOfTheDataStay(Boundary wall) {
        NormalMixture data =
                new NormalMixture(new double[] {0.3, 0.7}, new double[][] {{-1, 1.5}}, new double[][] {{0.5, 0.7}});
        double[] x = data.quantiles(50).x(0);
        QuantileFlow flow = flow(Domain.line(-10, 10, wall), data, 0.5, x);
        flow.advanceTo(20);
        assertTrue(flow.energy() < 1e-15);
        for (int i = 0; i < x.length; i++) {
            assertEquals(x[i], flow.positions()[i], 1e-9);
        }
    }

    /** From anywhere to the quantiles of the data, in a few huge steps. */
    @Test
    void hugeStepsReachTheDataLaw() {
        NormalMixture data = NormalMixture.normal(1, 0.5);
        Domain line = Domain.line(-9, 9, Boundary.NO_FLUX);
        double[] x = new UniformLaw(-3, -2.5).quantiles(40).x(0);
        QuantileFlow flow = flow(line, data, 1e4, x);
        flow.advanceTo(2e5);
        double[] end = data.quantiles(40).x(0);
        for (int i = 0; i < end.length; i++) {
            assertEquals(end[i], flow.positions()[i], 1e-6);
        }
    }

    @Test
    void particlesAreReportedInTheOrderOfTheStart() {
        Domain line = Domain.line(0, 1, Boundary.NO_FLUX);
        QuantileFlow sorted = flow(line, new UniformBox(line), 0.1, 0.1, 0.2, 0.4);
        QuantileFlow mixed = flow(line, new UniformBox(line), 0.1, 0.4, 0.1, 0.2);
        sorted.advanceTo(1);
        mixed.advanceTo(1);
        double[] a = ((ParticleMeasure) sorted.state().measure(0)).x(0);
        double[] b = ((ParticleMeasure) mixed.state().measure(0)).x(0);
        assertEquals(a[2], b[0]);
        assertEquals(a[0], b[1]);
        assertEquals(a[1], b[2]);
    }

    @Test
    void badInputIsRefused() {
        Domain line = Domain.line(0, 1, Boundary.NO_FLUX);
        SmoothLaw data = new UniformBox(line);
        SmoothLaw half = new UniformBox(Domain.line(0, 0.5, Boundary.NO_FLUX));
        assertThrows(IllegalArgumentException.class, () -> flow(line, data, 0, 0.5));
        assertThrows(IllegalArgumentException.class, () -> flow(line, data, 0.1, 0.5, 0.5));
        assertThrows(IllegalArgumentException.class, () -> flow(line, data, 0.1, 0, 0.5));
        assertThrows(IllegalArgumentException.class, () -> flow(line, data, 0.1, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> flow(line, half, 0.1, 0.6, 0.7));
        assertThrows(IllegalArgumentException.class, () -> flow(Domain.line(0, 1, Boundary.OPEN), data, 0.1, 0.5));
    }
}
