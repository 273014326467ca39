package org.dualflow.particle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dualflow.field.VelocityField;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Coupling;
import org.dualflow.model.PrescribedTransport;
import org.dualflow.model.Species;
import org.dualflow.model.State;
import org.dualflow.model.TransportModel;
import org.dualflow.model.Transports;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RungeKuttaOrderTest {

    private static final Domain LINE = Domain.line(-10, 10, Boundary.NO_FLUX);

    private interface Error {
        double at(double step);
    }

    /**
     * Asserts the order p from three steps h, h/2, h/4. The pairwise order is p + c h + O(h²), so the later of two is off
     * by the difference of the two, to leading order; twice that is allowed. The difference itself must be below 1/8,
     * so that the band never reaches the next integer. All errors are far above round-off (asserted).
     */
    private static void assertOrder(int p, Error error, double h) {
        double coarse = error.at(h);
        double middle = error.at(h / 2);
        double fine = error.at(h / 4);
        assertTrue(fine > 1e-13, "error " + fine + " is round-off");
        double first = FastMath.log(2, coarse / middle);
        double second = FastMath.log(2, middle / fine);
        double drift = Math.abs(second - first);
        assertTrue(drift < 0.125, "pairwise orders " + first + ", " + second + " still drift");
        assertEquals(p, second, 2 * drift);
    }

    private static ParticleMeasure at(double... x) {
        double[] w = new double[x.length];
        java.util.Arrays.fill(w, 1.0 / x.length);
        return new ParticleMeasure(new double[][] {x}, w);
    }

    private static double[] run(TransportModel model, ParticleMeasure start, double end, ParticleScheme scheme) {
        ParticleTransport transport = new ParticleTransport(
                model, List.of(start), new double[model.scalars().size()], scheme);
        transport.advanceTo(end);
        return ((ParticleMeasure) transport.state().measure(0)).x(0);
    }

    /** Kutta's and Nyström's fifth-order method, corrected, with six stages (Hairer, Nørsett, Wanner, table II.5.1 of 2nd ed.). */
    @Test
    void ownMethodOfSixStages() {
        ExplicitRungeKutta nystrom = ExplicitRungeKutta.of(
                "nystrom5",
                5,
                new double[][] {
                    {},
                    {1.0 / 3},
                    {4.0 / 25, 6.0 / 25},
                    {1.0 / 4, -3, 15.0 / 4},
                    {2.0 / 27, 10.0 / 9, -50.0 / 81, 8.0 / 81},
                    {2.0 / 25, 12.0 / 25, 2.0 / 15, 8.0 / 75, 0}
                },
                23.0 / 192,
                0,
                125.0 / 192,
                0,
                -27.0 / 64,
                125.0 / 192);
        double exact = 2 * FastMath.atan(FastMath.exp(1) * FastMath.tan(0.35));
        assertOrder(
                5,
                h -> Math.abs(run(Transports.sine(), at(0.7), 1, ParticleScheme.of(nystrom, h))[0] - exact),
                1.0 / 8);
    }

    /** On the circle, tan(x/2) = e^t tan(x0/2). */
    @ParameterizedTest
    @MethodSource("org.dualflow.particle.ExplicitRungeKutta#all")
    void steadyField(ExplicitRungeKutta method) {
        double exact = 2 * FastMath.atan(FastMath.exp(1) * FastMath.tan(0.35));
        assertOrder(
                method.order(),
                h -> Math.abs(run(Transports.sine(), at(0.7), 1, ParticleScheme.of(method, h))[0] - exact),
                1.0 / 32);
    }

    /** x' = -2tx has the solution x0 exp(-t²): the times of the stages matter. */
    @ParameterizedTest
    @MethodSource("org.dualflow.particle.ExplicitRungeKutta#all")
    void unsteadyField(ExplicitRungeKutta method) {
        PrescribedTransport model = PrescribedTransport.unsteady("decay", LINE, (t, component, x, n, out) -> {
            for (int i = 0; i < n; i++) {
                out[i] = -2 * t * x[0][i];
            }
        });
        double exact = 3 * FastMath.exp(-1);
        assertOrder(
                method.order(), h -> Math.abs(run(model, at(3), 1, ParticleScheme.of(method, h))[0] - exact), 1.0 / 64);
    }

    /** The mean m of the particles and a scalar unknown y rotate: m' = y, y' = -m; both change in every stage. */
    @ParameterizedTest
    @MethodSource("org.dualflow.particle.ExplicitRungeKutta#all")
    void coupledScalar(ExplicitRungeKutta method) {
        double exact = 2 * FastMath.cos(1);
        assertOrder(
                method.order(),
                h -> {
                    double[] x = run(new Oscillator(), at(1, 3), 1, ParticleScheme.of(method, h));
                    return Math.abs(0.5 * (x[0] + x[1]) - exact);
                },
                1.0 / 32);
    }

    /** m' = y, y' = -m with the mean m of one species. */
    private static final class Oscillator implements TransportModel {
        @Override
        public String name() {
            return "oscillator";
        }

        @Override
        public List<Species> species() {
            return List.of(new Species("density", LINE));
        }

        @Override
        public List<String> scalars() {
            return List.of("y");
        }

        @Override
        public Coupling couple() {
            return new Coupling() {
                private double mean;
                private double y;

                @Override
                public void freeze(double t, State state) {
                    mean = 0;
                    state.measure(0).forEachBlock((x, w, n) -> {
                        for (int i = 0; i < n; i++) {
                            mean += w[i] * x[0][i];
                        }
                    });
                    y = state.scalar(0);
                }

                @Override
                public VelocityField field(int s) {
                    return new VelocityField() {
                        @Override
                        public int dimension() {
                            return 1;
                        }

                        @Override
                        public void fill(int component, double[][] x, int n, double[] out) {
                            java.util.Arrays.fill(out, 0, n, y);
                        }
                    };
                }

                @Override
                public void rates(double[] out) {
                    out[0] = -mean;
                }
            };
        }
    }
}
