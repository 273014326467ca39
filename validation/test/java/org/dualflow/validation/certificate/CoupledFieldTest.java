package org.dualflow.validation.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.dualflow.field.Kernels;
import org.dualflow.fv.FiniteVolumeTransport;
import org.dualflow.fv.TransportScheme;
import org.dualflow.measure.UniformLaw;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.Aggregation;
import org.dualflow.model.Initial;
import org.junit.jupiter.api.Test;

class CoupledFieldTest {

    /**
     * W = x²/2, for which the coupling is the mean. Atoms in the middle of intervals of width w = h/4 have a mean that is off by at most
     * TV(ρ) w²/8, and the uniform density of width 4 e^{-t} varies by at most e/2 until t = 1; both bounds of a run are sums of the same
     * integrals of ρ (b - b_h), so they differ by at most that, twice for the two ends of a step.
     */
    @Test
    void isTheKnownFieldButForQuadrature() {
        Mesh mesh = Mesh.line(-2, 4, 200);
        Aggregation model = new Aggregation(mesh.domain(), Kernels.quadratic(1));
        double known = bound(model, mesh, Attraction.QUADRATIC);
        double any = bound(model, mesh, CertifiedField.coupled(model, 0));
        double w = 6.0 / 200 / 4;
        assertEquals(known, any, 2 * Math.E / 2 * w * w / 8);
    }

    private static double bound(Aggregation model, Mesh mesh, CertifiedField field) {
        UniformLaw start = new UniformLaw(-1, 3);
        var run = new FiniteVolumeTransport(model, List.of(mesh), TransportScheme.upwind(), Initial.of(start));
        var certified = CertifiedEvolution.of(run, field, start, Reconstruction.PARABOLAS);
        certified.advanceTo(1);
        return certified.bound();
    }
}
