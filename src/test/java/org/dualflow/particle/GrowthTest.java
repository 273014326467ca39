package org.dualflow.particle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dualflow.fv.TransportScheme;
import org.dualflow.fv.remap.RemapReconstruction;
import org.dualflow.fv.remap.SemiLagrangianScheme;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.measure.UniformLaw;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.Coupling;
import org.dualflow.model.Growth;
import org.dualflow.model.Initial;
import org.dualflow.model.Species;
import org.dualflow.model.TransportModel;
import org.dualflow.model.Transports;
import org.dualflow.time.StepFailure;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;

/** Weights that grow along the way. */
class GrowthTest {

    private static final Domain LINE = Domain.line(0, 2, Boundary.OPEN);

    private static ParticleTransport solver(Growth growth, ParticleScheme scheme) {
        ParticleMeasure start = new ParticleMeasure(new double[][] {{0.25, 0.5, 1.5}}, new double[] {0.25, 0.5, 0.25});
        return new ParticleTransport(new Growing(growth), List.of(start), new double[0], scheme);
    }

    @Test
    void aConstantRateIsExactForEveryStep() {
        ParticleTransport transport = solver((t, x, n, out) -> Arrays.fill(out, 0, n, -0.5), ParticleScheme.euler(0.4));
        transport.advanceTo(0.4);
        assertEquals(FastMath.exp(-0.2), transport.state().measure(0).mass(), 1e-15);
        assertEquals(FastMath.exp(-0.2) - 1, transport.inflow(0), 1e-15);
        assertEquals(0, transport.outflow(0));
    }

    /** c = t on characteristics X = x₀ + t: w = w₀ e^{t²/2}; what leaves does so with its weight. */
    @Test
    void massIsAccountedForWithAnOpenEnd() {
        ParticleTransport transport =
                solver((t, x, n, out) -> Arrays.fill(out, 0, n, t), ParticleScheme.of(ExplicitRungeKutta.HEUN, 0.125));
        transport.advanceTo(1);
        double mass = transport.state().measure(0).mass();
        assertEquals(0.75 * FastMath.exp(0.5), mass, 1e-14, "a trapezoidal rule is exact for a linear rate");
        assertEquals(0.25 * FastMath.exp(0.5 * 0.625 * 0.625), transport.outflow(0), 1e-14, "left within [0.5, 0.625]");
        assertEquals(1, mass + transport.outflow(0) - transport.inflow(0), 1e-15);
    }

    @Test
    void aWeightThatIsNotFiniteIsAFailureAndLeavesTheStateAlone() {
        ParticleTransport transport =
                solver((t, x, n, out) -> Arrays.fill(out, 0, n, t > 0.5 ? Double.NaN : 0), ParticleScheme.euler(0.25));
        StepFailure failure = assertThrows(StepFailure.class, () -> transport.advanceTo(2));
        assertEquals(StepFailure.Cause.NOT_FINITE, failure.reason());
        assertTrue(String.valueOf(failure.getMessage()).contains("growth of its weight"), failure.getMessage());
        assertEquals(0.75, transport.time());
        assertEquals(1 - transport.outflow(0), transport.state().measure(0).mass(), 1e-15);
    }

    @Test
    void aMeshWantsADensity() {
        TransportModel model = new Growing((t, x, n, out) -> Arrays.fill(out, 0, n, 1));
        List<Mesh> mesh = List.of(Mesh.uniform(LINE, 10));
        Initial initial = Initial.of(new UniformLaw(0, 1));
        for (var scheme : List.of(TransportScheme.upwind(), SemiLagrangianScheme.of(RemapReconstruction.MOMENTS))) {
            IllegalArgumentException fault =
                    assertThrows(IllegalArgumentException.class, () -> scheme.begin(model, mesh, initial, 0));
            assertTrue(String.valueOf(fault.getMessage()).contains("as a growth rate only"), fault.getMessage());
        }
    }

    /** Constant speed 1 with a growth rate and no density of the source. */
    private record Growing(Growth rate) implements TransportModel {

        private static final TransportModel PLAIN = Transports.constant(LINE, 1);

        @Override
        public String name() {
            return "growing";
        }

        @Override
        public List<Species> species() {
            return PLAIN.species();
        }

        @Override
        public Optional<Growth> growth(int s) {
            return Optional.of(rate);
        }

        @Override
        public Coupling couple() {
            return PLAIN.couple();
        }
    }
}
