package org.dualflow.validation.exact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dualflow.measure.LineLaw;
import org.dualflow.measure.QuantileFunction;
import org.dualflow.measure.UniformLaw;
import org.dualflow.measure.Wasserstein;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.junit.jupiter.api.Test;

class LineSolutionsTest {

    @Test
    void sinkGathersTheMassThatHasArrived() {
        LineLaw law = LineSolutions.sink("sink", new UniformLaw(-1, 1)).at(0.25);
        assertArrayEquals(new double[] {0}, law.atoms());
        assertEquals(0.25, law.cdf(0) - law.cdfBelow(0), 1e-15);
        assertEquals(0.125, law.cdf(-0.5), 1e-15);
        assertEquals(0, law.quantile(0.5));
        LineLaw late = LineSolutions.sink("sink", new UniformLaw(-1, 1)).at(3);
        assertEquals(1, late.cdf(0) - late.cdfBelow(0));
        assertEquals(
                0.5, LineSolutions.sink("s", new UniformLaw(0.5, 1.5)).blowUp().orElseThrow(), 1e-15);
        assertEquals(
                0.5,
                LineSolutions.sink("s", new UniformLaw(-1.5, -0.5)).blowUp().orElseThrow(),
                1e-15);
    }

    @Test
    void sineHasTheDensityOfItsFormula() {
        for (double t : new double[] {0.3, 2, 5}) {
            LineLaw law = LineSolutions.sine().at(t);
            double h = 1e-4;
            for (double x : new double[] {-3, -1, 0, 0.5, 2.9}) {
                double c = Math.cos(x / 2);
                double s = Math.sin(x / 2);
                double density = Math.exp(-t) / (2 * Math.PI * (c * c + Math.exp(-2 * t) * s * s));
                // Central difference: h²/6 times a third derivative, which is below 100 times the density here, plus
                // the rounding of F over h.
                assertEquals(density, (law.cdf(x + h) - law.cdf(x - h)) / (2 * h), 20 * h * h * (1 + density) + 1e-11);
                assertEquals(x, law.quantile(law.cdf(x)), 1e-12);
            }
            // The peak at ±π holds what started outside atan(e^-t).
            assertEquals(1, law.onto(Mesh.line(-Math.PI, Math.PI, 7)).mass(), 1e-14);
        }
    }

    @Test
    void upwindConstantIsTheMeanDeviationOfABinomialLaw() {
        // T = 1, a = 1, Δx = T/800, ν = 1/2: 1600 steps. Relative error of the normal approximation about 1/(8 n ν
        // (1-ν)).
        double nu = 0.5;
        int n = 1600;
        double width = 1.0 / 800;
        var binomial = new BinomialDistribution(n, nu);
        double distance = 0;
        for (int k = 0; k <= n; k++) {
            distance += binomial.probability(k) * Math.abs(k - n * nu) * width;
        }
        double constant = UpwindDirac.distance(1, 1, width, nu);
        assertEquals(1, constant / distance, 3e-4);
        assertTrue(Math.abs(constant / distance - 1) > 1e-5);
        assertEquals(0, UpwindDirac.distance(1, 1, width, 1));
        assertThrows(IllegalArgumentException.class, () -> UpwindDirac.distance(1, 1, width, 1.5));
        assertThrows(IllegalArgumentException.class, () -> UpwindDirac.distance(0, 1, width, 0.5));
    }

    @Test
    void cellsOfAnImageHoldItsMass() {
        LineLaw law = LineSolutions.sink("sink", new UniformLaw(-1, 1)).at(0.25);
        var cells = law.onto(Mesh.uniform(Domain.line(-2, 2, Boundary.NO_FLUX), 81));
        assertEquals(1, cells.mass(), 1e-15);
        double width = 4.0 / 81;
        assertEquals(0.25 + width / 2, cells.rows()[0][40], 1e-15);
        // An atom and an even density, as atoms at cell centres: an eighth of a cell on average times the even mass
        // 3/4.
        assertTrue(Wasserstein.W1.between(QuantileFunction.ofAtoms(cells), law) < 0.75 * width / 4 + 1e-3);
    }

    @Test
    void timesOutsideAreRejected() {
        assertThrows(
                IllegalArgumentException.class, () -> LineSolutions.dirac(1).at(2.5));
        assertThrows(IllegalArgumentException.class, () -> LineSolutions.sine().at(-1));
        assertThrows(IllegalArgumentException.class, () -> LineSolutions.dirac(-1));
        assertThrows(IllegalArgumentException.class, () -> LineSolutions.slab(Double.NaN));
    }
}
