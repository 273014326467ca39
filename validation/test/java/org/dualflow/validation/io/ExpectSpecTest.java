package org.dualflow.validation.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dualflow.gan.TwoPointGan;
import org.dualflow.particle.ParticleScheme;
import org.dualflow.run.Event;
import org.dualflow.run.Particles;
import org.dualflow.run.Simulation;
import org.dualflow.run.Solution;
import org.dualflow.validation.io.schema.BadCaseException;
import org.dualflow.validation.io.schema.CaseProblem;
import org.dualflow.validation.study.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpectSpecTest {

    private static final TwoPointGan GAN = TwoPointGan.criticSpeed(2);
    private static final Simulation SIMULATION =
            Simulation.of(GAN, GAN.uniformCritic(-0.6, 0.4, 1.5)).until(3);
    private static final Solution SOLUTION =
            SIMULATION.solve(Particles.quantiles(50, ParticleScheme.rungeKutta4(0.05)));
    /** A generator 2 % away from the solution's. */
    private static final Solution REFERENCE = Simulation.of(GAN, GAN.uniformCritic(-0.6, 0.4, 1.53))
            .until(3)
            .solve(Particles.quantiles(50, ParticleScheme.rungeKutta4(0.05)));

    @TempDir
    private Path folder;

    private static Verdict verdict(String quantity, double within, boolean relative) {
        return new ExpectSpec(quantity, within, relative, "why")
                .judge(SOLUTION, Optional.of(REFERENCE))
                .verdict();
    }

    @Test
    void judgesAnObservableAgainstTheReference() {
        double a = SOLUTION.observable("generator");
        double b = REFERENCE.observable("generator");
        double share = Math.abs(a - b) / Math.abs(b);
        assertTrue(share > 0.01, "the two differ");
        assertEquals(Verdict.PASS, verdict("generator", 1.01 * share, true));
        assertEquals(Verdict.FAIL, verdict("generator", 0.99 * share, true));
        assertEquals(Verdict.PASS, verdict("generator", 1.01 * Math.abs(a - b), false));
        assertEquals(Verdict.FAIL, verdict("generator", 0.99 * Math.abs(a - b), false));
    }

    @Test
    void judgesTheTimeOfAnEvent() {
        double distance =
                Math.abs(SOLUTION.first(Event.Kind.COLLAPSE).orElseThrow().time()
                        - REFERENCE.first(Event.Kind.COLLAPSE).orElseThrow().time());
        assertEquals(Verdict.PASS, verdict("collapse", distance + 1e-9, false));
        assertEquals(Verdict.FAIL, verdict("collapse", distance - 1e-9, false));
    }

    @Test
    void whatCannotBeComparedDoesNotPass() {
        assertEquals(Verdict.INCONCLUSIVE, verdict("period", 0.1, true), "no two cycles were seen");
        var line = new ExpectSpec("generator", 0.1, true, "why").judge(SOLUTION, Optional.empty());
        assertEquals(Verdict.INCONCLUSIVE, line.verdict());
        assertTrue(line.measured().contains("the reference has no generator"));
    }

    @Test
    void anUnknownQuantityIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("case.yaml"), """
                model: two-point-gan
                initial: {generator: 1, critic: {uniform: [-1, 1]}}
                time: {end: 4}
                particles: {count: 10}
                expect:
                  - {quantity: periode, within: 0.1, reason: typing error}
                """);
        List<CaseProblem> problems = assertThrows(BadCaseException.class, () -> CaseReader.read(file, List.of()))
                .problems();
        assertEquals(1, problems.size());
        assertEquals("expect[0].quantity", problems.get(0).path());
        assertEquals(6, problems.get(0).line());
        assertTrue(problems.get(0).allowed().contains("period, generatorAmplitude"));
    }
}
