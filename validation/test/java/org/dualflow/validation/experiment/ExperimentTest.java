package org.dualflow.validation.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.dualflow.field.Kernels;
import org.dualflow.fv.TransportScheme;
import org.dualflow.measure.LineLaw;
import org.dualflow.measure.UniformLaw;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Aggregation;
import org.dualflow.model.Initial;
import org.dualflow.particle.ParticleScheme;
import org.dualflow.run.Discretisation;
import org.dualflow.run.Grid;
import org.dualflow.run.Particles;
import org.dualflow.validation.claim.Ladder;
import org.dualflow.validation.report.RunResult;
import org.dualflow.validation.study.OrderExpectation;
import org.junit.jupiter.api.Test;

/** On aggregation by x²/2, whose uniform law stays uniform and shrinks about its mean: X = 1 + e^{-t}(X₀ - 1). */
class ExperimentTest {

    private static final Aggregation MODEL =
            new Aggregation(Domain.line(-2, 4, Boundary.NO_FLUX), Kernels.quadratic(1));
    private static final Experiment PLAIN = Experiment.of("shrinking", MODEL, Initial.of(law(0)));
    private static final Experiment KNOWN = PLAIN.exact("characteristics", ExperimentTest::law);

    private static LineLaw law(double t) {
        return new UniformLaw(1 - 2 * Math.exp(-t), 1 + 2 * Math.exp(-t));
    }

    private static Discretisation grid(int cells) {
        return Grid.of(TransportScheme.upwind(), cells);
    }

    /** The coupling's constant is 1 and the field's -1: with their sum 0 the bound is valid, and so it is with more. */
    @Test
    void certificateOfACouplingIsAboveTheError() {
        for (double growth : new double[] {0, 1}) {
            RunResult run = KNOWN.certified(growth).run(grid(200));
            double error = run.errors().getOrDefault("grid", Map.of()).getOrDefault("W1:density", Double.NaN);
            double bound = run.certificates().getOrDefault("grid", Map.of()).getOrDefault("W1:density", Double.NaN);
            assertTrue(error <= bound, error + " ≤ " + bound);
            assertTrue(growth > 0 || bound <= 4 * error, bound + " ≤ 4 · " + error);
        }
    }

    @Test
    void whatCannotBeDoneIsSaid() {
        OrderExpectation first = OrderExpectation.exactly(1, 0.1, "theory");
        Ladder ladder = Ladder.cells(6, 10, 20, 40);
        assertTrue(message(IllegalStateException.class, () -> PLAIN.converge(ladder, ExperimentTest::grid, "W1", first))
                .contains("no reference"));
        assertTrue(message(IllegalArgumentException.class, () -> KNOWN.run(grid(10), grid(20)))
                .contains("two are called grid"));
        assertTrue(message(IllegalArgumentException.class, () -> KNOWN.certified(-1))
                .contains("growth = -1"));
        Particles one = Particles.quantiles(1, ParticleScheme.euler(0.1));
        assertEquals(
                List.of("reference", "particles"),
                KNOWN.run(one).solutions().stream()
                        .map(solution -> solution.name())
                        .toList());
    }

    private static String message(Class<? extends Exception> type, org.junit.jupiter.api.function.Executable call) {
        return String.valueOf(assertThrows(type, call).getMessage());
    }
}
