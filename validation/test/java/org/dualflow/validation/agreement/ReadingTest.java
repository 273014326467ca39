package org.dualflow.validation.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.measure.UniformLaw;
import org.dualflow.measure.Wasserstein;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.junit.jupiter.api.Test;

class ReadingTest {

    /** Atoms at the middle of slabs of width h: h/4 in W₁, h/√12 in W₂. */
    @Test
    void readingsOfEvenCellsDifferByAQuarterOfTheirWidth() {
        CellMeasure cells = new UniformLaw(-1, 1).onto(Mesh.uniform(Domain.line(-1, 1, Boundary.NO_FLUX), 5));
        assertEquals(0.1, Reading.gap(cells, Wasserstein.W1), 1e-15);
        assertEquals(0.4 / Math.sqrt(12), Reading.gap(cells, Wasserstein.W2), 1e-15);
    }

    @Test
    void particlesHaveOneReading() {
        ParticleMeasure two = new ParticleMeasure(new double[][] {{0, 1}}, new double[] {0.5, 0.5});
        assertEquals(0, Reading.gap(two, Wasserstein.W1));
    }
}
