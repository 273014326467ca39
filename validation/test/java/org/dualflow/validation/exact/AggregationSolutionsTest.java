package org.dualflow.validation.exact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.dualflow.measure.AtomicLaw;
import org.dualflow.measure.LineLaw;
import org.dualflow.measure.NormalLaw;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.particle.IsotonicRegression;
import org.junit.jupiter.api.Test;

class AggregationSolutionsTest {

    @Test
    void normalLawFormsItsAtomWhenTheorySays() {
        ExactLineSolution solution = AggregationSolutions.normal(1);
        double first = solution.blowUp().orElseThrow();
        assertEquals(Math.sqrt(Math.PI / 2), first, 1e-15);
        assertEquals(0, solution.at(first * (1 - 1e-9)).atoms().length);
        assertArrayEquals(new double[] {0}, solution.at(first * (1 + 1e-6)).atoms());
        LineLaw law = solution.at(2);
        double atom = law.cdf(0) - law.cdfBelow(0);
        assertEquals(0.93985141, atom, 5e-9);
        // x* = 2 atom solves x* = t (2Φ(x*) - 1), and nothing sits beside the atom's edge.
        assertEquals(2 * atom, 2 * (2 * new NormalLaw(0, 1).cdf(2 * atom) - 1), 1e-14);
    }

    @Test
    void normalLawIsTheIsotonicRegressionOfItsFreeMotion() {
        ExactLineSolution solution = AggregationSolutions.normal(0.8);
        int n = 4000;
        for (double t : new double[] {0.5, 1.5, 3}) {
            ParticleMeasure start = solution.at(0).quantiles(n);
            double[] places = new double[n];
            for (int i = 0; i < n; i++) {
                places[i] = start.x(0)[i] + (1 - 2 * (i + 0.5) / n) * t;
            }
            new IsotonicRegression(start).project(places, start.weights());
            double worst = 0;
            for (int i = 0; i < n; i++) {
                worst = Math.max(worst, Math.abs(places[i] - solution.at(t).quantile((i + 0.5) / n)));
            }
            // The group ends between two levels 1/n apart, where X moves by at most (2t + X₀') / n.
            assertEquals(0, worst, (2 * t + 10) / n);
        }
    }

    @Test
    void uniformLawIsOneAtomAtItsRadius() {
        ExactLineSolution solution = AggregationSolutions.uniform(1);
        assertEquals(0.25, solution.at(0.75).quantile(1 - 0x1p-53), 1e-15);
        assertArrayEquals(new double[] {0}, solution.at(1).atoms());
        assertEquals(1, solution.blowUp().orElseThrow());
    }

    @Test
    void twoDiracsMeetAtTwo() {
        var start = AtomicLaw.of(new double[] {-1, 1}, new double[] {0.5, 0.5});
        ExactLineSolution solution = AggregationSolutions.atoms("two", start);
        assertEquals(List.of(2.0), solution.kinks());
        assertArrayEquals(new double[] {-0.5, 0.5}, solution.at(1).atoms(), 1e-15);
        assertArrayEquals(new double[] {0}, solution.at(2.5).atoms(), 1e-15);
    }

    @Test
    void atomsMeetOneByOneAtTheCentreOfMass() {
        var start = AtomicLaw.of(new double[] {-1, 0, 2}, new double[] {0.5, 0.25, 0.25});
        ExactLineSolution solution = AggregationSolutions.atoms("three", start);
        // Speeds ½, -¼, -¾: the first two meet at 4/3 at -1/3 and go on with ¼; the third then is at 1, closing with 1.
        assertEquals(2, solution.kinks().size());
        assertEquals(4.0 / 3, solution.kinks().get(0), 1e-15);
        assertEquals(8.0 / 3, solution.kinks().get(1), 1e-14);
        assertArrayEquals(new double[] {-0.25, 0.75}, solution.at(5.0 / 3).atoms(), 1e-15);
        assertArrayEquals(new double[] {0}, solution.at(3).atoms(), 1e-15);
    }

    @Test
    void quadraticAttractionContracts() {
        LineLaw law =
                AggregationSolutions.quadratic("c", new NormalLaw(1, 0.75), 1).at(Math.log(3));
        assertEquals(new NormalLaw(1, 0.25).cdf(1.2), law.cdf(1.2), 1e-15);
        assertEquals(new NormalLaw(1, 0.25).quantile(0.1), law.quantile(0.1), 1e-14);
    }

    @Test
    void badInputIsNamed() {
        assertThrows(IllegalArgumentException.class, () -> AggregationSolutions.uniform(3));
        assertThrows(IllegalArgumentException.class, () -> AggregationSolutions.normal(Double.NaN));
    }
}
