package org.dualflow.particle.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.dualflow.measure.NormalMixture;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.measure.SmoothLaw;
import org.dualflow.measure.UniformBox;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Species;

class QuantileFlowProperties {

    private static final Domain WALLS = Domain.line(-8, 8, Boundary.NO_FLUX);
    private static final Domain CIRCLE = Domain.line(-8, 8, Boundary.PERIODIC);

    /** Positions in [-2, 2] at least 1e-6 apart, in no order. */
    @Provide
    Arbitrary<double[]> positions() {
        return Arbitraries.integers()
                .between(-2_000_000, 2_000_000)
                .array(int[].class)
                .ofMinSize(2)
                .ofMaxSize(24)
                .uniqueElements()
                .map(steps -> Arrays.stream(steps).mapToDouble(k -> 1e-6 * k).toArray());
    }

    /** Two means in [-2, 2], two standard deviations in [0.3, 1]. */
    @Provide
    Arbitrary<double[]> shapes() {
        return Combinators.combine(
                        Arbitraries.doubles().between(-2, 2).tuple2(),
                        Arbitraries.doubles().between(0.3, 1).tuple2())
                .as((means, sds) -> new double[] {means.get1(), means.get2(), sds.get1(), sds.get2()});
    }

    private static NormalMixture mixture(double[] shape, double sign) {
        return new NormalMixture(
                new double[] {0.4, 0.6},
                new double[][] {{sign * shape[0], sign * shape[1]}},
                new double[][] {{shape[2], shape[3]}});
    }

    private static QuantileFlow flow(Domain domain, SmoothLaw data, double[] x, double step) {
        double[] w = new double[x.length];
        Arrays.fill(w, 1.0 / x.length);
        return new QuantileFlow(
                new Species("u", domain), data, new ParticleMeasure(new double[][] {x.clone()}, w), step, 0);
    }

    /**
     * For every step: order is kept and J decreases by at least the squared distance over 2τ. Newton's method stops at a
     * critical point it reached downhill, so this holds whether or not it is the global minimum.
     */
    @Property(tries = 300)
    void orderIsKeptAndTheDivergenceDecreases(
            @ForAll("positions") double[] x,
            @ForAll("shapes") double[] shape,
            @ForAll @DoubleRange(min = -4, max = 4) double digits) {
        QuantileFlow flow = flow(WALLS, mixture(shape, 1), x, Math.pow(10, digits));
        for (int k = 0; k < 4; k++) {
            double[] before = flow.positions();
            double energy = flow.energy();
            double made = flow.step(1e9);
            double moved = 0;
            for (int i = 0; i < before.length; i++) {
                moved += Math.pow(flow.positions()[i] - before[i], 2) / before.length;
            }
            assertTrue(flow.energy() + 0.5 * moved / made <= energy + 1e-13, "J " + energy + " -> " + flow.energy());
            for (int i = 1; i < before.length; i++) {
                assertTrue(flow.positions()[i] > flow.positions()[i - 1]);
            }
        }
    }

    /** For a uniform target the smallest and the largest density do not spread. */
    @Property(tries = 200)
    void densitiesDoNotSpread(
            @ForAll("positions") double[] x,
            @ForAll boolean turned,
            @ForAll @DoubleRange(min = -3, max = 3) double digits) {
        Domain domain = turned ? CIRCLE : WALLS;
        QuantileFlow flow = flow(domain, new UniformBox(domain), x, Math.pow(10, digits));
        double[] before = gaps(flow.positions(), turned);
        flow.step(1e9);
        double[] after = gaps(flow.positions(), turned);
        assertTrue(after[0] >= before[0] - 1e-11, before[0] + " -> " + after[0]);
        assertTrue(after[1] <= before[1] + 1e-11, before[1] + " -> " + after[1]);
    }

    /** The smallest and largest interval; those at walls count twice, as with their mirror images. */
    private static double[] gaps(double[] x, boolean turned) {
        int n = x.length;
        double least = turned ? x[0] + 16 - x[n - 1] : 2 * Math.min(x[0] + 8, 8 - x[n - 1]);
        double most = turned ? least : 2 * Math.max(x[0] + 8, 8 - x[n - 1]);
        for (int i = 1; i < n; i++) {
            least = Math.min(least, x[i] - x[i - 1]);
            most = Math.max(most, x[i] - x[i - 1]);
        }
        return new double[] {least, most};
    }

    @Property(tries = 100)
    void reflectedParticlesMoveReflected(
            @ForAll("positions") double[] x,
            @ForAll("shapes") double[] shape,
            @ForAll @DoubleRange(min = 0.1, max = 1) double step) {
        QuantileFlow flow = flow(WALLS, mixture(shape, 1), x, step);
        QuantileFlow image =
                flow(WALLS, mixture(shape, -1), Arrays.stream(x).map(y -> -y).toArray(), step);
        flow.advanceTo(1);
        image.advanceTo(1);
        double[] a = flow.positions();
        double[] b = image.positions();
        for (int i = 0; i < a.length; i++) {
            assertEquals(a[i], -b[a.length - 1 - i], 1e-8);
        }
    }
}
