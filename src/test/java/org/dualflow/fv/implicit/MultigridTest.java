package org.dualflow.fv.implicit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dualflow.gan.JensenShannonFlow;
import org.dualflow.measure.NormalMixture;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.Initial;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Iteration counts of a step towards two clusters do not depend on the mesh. */
class MultigridTest {

    @ParameterizedTest
    @ValueSource(ints = {32, 64, 128, 256})
    void iterationsAreFewOnEveryMesh(int n) {
        Domain square = Domain.cube(2, -8, 8, Boundary.NO_FLUX);
        NormalMixture target = new NormalMixture(
                new double[] {0.5, 0.5}, new double[][] {{-1, 1}, {-1, 1}}, new double[][] {{0.8, 0.6}, {0.7, 0.9}});
        JensenShannonFlow flow = new JensenShannonFlow(square, target);
        Initial initial = Initial.of(NormalMixture.normal(1, 0.5, -0.5));
        ImplicitFlow solver = new ImplicitFlow(
                flow, Mesh.uniform(square, n), ImplicitScheme.euler(0.1).withAccuracy(1e-8), initial, 0);
        for (int k = 0; k < 3; k++) {
            solver.step(10);
            assertTrue(solver.newtonIterations() <= 6);
            assertTrue(solver.linearIterations() <= 12);
        }
    }
}
