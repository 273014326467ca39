package org.dualflow.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.dualflow.gan.JensenShannonFlow;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.measure.UniformBox;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Initial;
import org.dualflow.particle.ExplicitRungeKutta;
import org.dualflow.particle.ParticleScheme;
import org.dualflow.particle.flow.Bandwidth;
import org.dualflow.particle.flow.BlobVelocity;
import org.dualflow.time.Evolution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlobStepsTest {

    private static final double NOISE = 1e-6;

    /**
     * A noisy lattice at rest, asked for steps of any length: the Hessian there is symmetric with eigenvalues between 0 and the bound, so
     * distances from the lattice do not grow, up to terms of second order and what the lattice's sum leaves, both below a thousandth of
     * the noise. Steps twice as long multiply the fastest modes by more than 1 (Euler: 1 - 2 · 2 · 0.406/0.614 = -1.6) a hundred times.
     */
    @ParameterizedTest
    @ValueSource(strings = {"euler", "midpoint", "ssp3", "classical4"})
    void noiseDoesNotGrow(String method) {
        Domain torus = Domain.cube(2, 0, 1, Boundary.PERIODIC);
        UniformBox uniform = new UniformBox(torus);
        ParticleMeasure lattice = uniform.quantiles(24 * 24);
        double width = 1.1 / 24;
        double[][] x = {lattice.x(0).clone(), lattice.x(1).clone()};
        SplittableRandom random = new SplittableRandom(7);
        for (double[] coordinate : x) {
            for (int i = 0; i < coordinate.length; i++) {
                coordinate[i] += NOISE * random.nextDouble(-1, 1);
            }
        }
        ExplicitRungeKutta rule = ExplicitRungeKutta.named(method);
        Evolution run = FlowMethod.blobs(Bandwidth.fixed(width), ParticleScheme.of(rule, 1e3))
                .begin(
                        new JensenShannonFlow(torus, uniform),
                        Initial.of(uniform),
                        new ParticleMeasure(x, lattice.weights()),
                        0);
        double before = distance((ParticleMeasure) run.state().measure(0), lattice);
        double stiffness = new BlobVelocity(torus, uniform, width).stiffness();
        double step = rule.realStability() / stiffness;
        run.advanceTo(100 * step);
        double after = distance((ParticleMeasure) run.state().measure(0), lattice);
        assertTrue(after <= 1.001 * before, () -> before + " has become " + after);
        assertEquals(100, run.steps(), 1);
    }

    private static double distance(ParticleMeasure a, ParticleMeasure b) {
        double sum = 0;
        for (int d = 0; d < 2; d++) {
            for (int i = 0; i < a.size(); i++) {
                double off = Math.IEEEremainder(a.x(d)[i] - b.x(d)[i], 1);
                sum += off * off;
            }
        }
        return Math.sqrt(sum / a.size());
    }
}
