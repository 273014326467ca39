package org.dualflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dualflow.field.VelocityField;
import org.dualflow.fv.Limiter;
import org.dualflow.fv.TransportScheme;
import org.dualflow.measure.UniformLaw;
import org.dualflow.measure.Wasserstein;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Coupling;
import org.dualflow.model.Initial;
import org.dualflow.model.Species;
import org.dualflow.model.State;
import org.dualflow.model.TransportModel;
import org.dualflow.particle.ParticleScheme;
import org.dualflow.run.Grid;
import org.dualflow.run.Particles;
import org.dualflow.run.Simulation;
import org.dualflow.run.Solution;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;

/** The model of the docs page "Writing a model": everybody is drawn to the common mean, X' = mean - X. */
class OwnModelTest {

    /** b[ρ](x) = ∫ y dρ(y) - x, for a law ρ on [-1, 1]. */
    static final class Consensus implements TransportModel {
        @Override
        public String name() {
            return "consensus";
        }

        @Override
        public List<Species> species() {
            return List.of(new Species("opinion", Domain.line(-1, 1, Boundary.NO_FLUX)));
        }

        @Override
        public Coupling couple() {
            return new MeanField();
        }
    }

    /** Reduces first, then fills an array for a batch of points; allocates nothing in a step. */
    static final class MeanField implements Coupling, VelocityField {
        private double mean;

        @Override
        public void freeze(double t, State state) {
            mean = 0;
            state.measure(0).forEachBlock((x, w, n) -> {
                for (int i = 0; i < n; i++) {
                    mean += w[i] * x[0][i];
                }
            });
        }

        @Override
        public VelocityField field(int s) {
            return this;
        }

        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public void fill(int component, double[][] x, int n, double[] out) {
            for (int i = 0; i < n; i++) {
                out[i] = mean - x[0][i];
            }
        }
    }

    /**
     * Exact: the slab [-0.5, 1] about its mean 0.25 shrinks by e^{-t}. The particles are exact to the time error, about
     * t (Δt)⁴/120; their quantiles stand for slabs of width w/N, W₁ = w/(4N). A cell read as an atom costs h/4 on
     * average and MUSCL smears the edges of the slab over O(h): together below h.
     */
    @Test
    void bothDiscretisationsFindTheExactSolution() {
        Simulation simulation = Simulation.of(new Consensus(), Initial.of(new UniformLaw(-0.5, 1)))
                .until(1);
        Solution grid = simulation.solve(Grid.of(TransportScheme.muscl(Limiter.VAN_LEER), 200));
        Solution cloud = simulation.solve(Particles.quantiles(1000, ParticleScheme.rungeKutta4(0.02)));

        double shrink = FastMath.exp(-1.0);
        var exact = new UniformLaw(0.25 - 0.75 * shrink, 0.25 + 0.75 * shrink).quantiles(100_000);
        double width = 1.5 * shrink;
        double ofCloud = Wasserstein.W1.between(cloud.last().state().measure(0), exact);
        assertEquals(width / 4000, ofCloud, 0.02 * width / 4000, "one hundredth for the 100 times finer exact one");
        assertTrue(Wasserstein.W1.between(grid.last().state().measure(0), exact) < 0.01);
    }
}
