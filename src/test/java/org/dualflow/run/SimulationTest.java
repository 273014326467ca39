package org.dualflow.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dualflow.fv.Limiter;
import org.dualflow.fv.TransportScheme;
import org.dualflow.fv.remap.RemapReconstruction;
import org.dualflow.fv.remap.SemiLagrangianScheme;
import org.dualflow.gan.TwoPointGan;
import org.dualflow.measure.UniformLaw;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Initial;
import org.dualflow.model.PrescribedTransport;
import org.dualflow.model.TransportModel;
import org.dualflow.particle.ParticleScheme;
import org.dualflow.time.Evolution;
import org.dualflow.time.StepFailure;
import org.junit.jupiter.api.Test;

class SimulationTest {

    private static final TwoPointGan GAN = TwoPointGan.criticSpeed(2);
    private static final Simulation SIMULATION = Simulation.of(GAN, GAN.uniformCritic(-0.6, 0.4, 1.5))
            .until(5)
            .every(0.3)
            .keep(3);
    private static final Discretisation GRID = Grid.of(TransportScheme.muscl(Limiter.VAN_LEER), 100);
    private static final Discretisation PARTICLES = Particles.quantiles(500, ParticleScheme.rungeKutta4(0.02));

    @Test
    void recordsOutputsStatesAndEvents() {
        for (Discretisation how : List.of(GRID, PARTICLES)) {
            Solution solution = SIMULATION.solve(how);
            assertEquals(Solution.Status.COMPLETED, solution.status());
            assertEquals(18, solution.times().length, "0, 0.3, …, 4.8 and the end");
            assertEquals(5, solution.last().time());
            assertEquals(4, solution.snapshots().size());
            assertEquals(18, solution.series("energy").length);
            assertTrue(solution.invariants().stream().allMatch(Invariant::ok));
            assertTrue(solution.first(Event.Kind.BOUNDARY_CONTACT).isPresent());
            assertTrue(solution.first(Event.Kind.COLLAPSE).isPresent());
            double previous = 0;
            for (Event event : solution.events()) {
                assertTrue(event.time() >= previous, "events come in order");
                previous = event.time();
            }
        }
    }

    @Test
    void givesTheSameBitsAgain() {
        for (Discretisation how : List.of(GRID, PARTICLES)) {
            Solution once = SIMULATION.solve(how);
            Solution again = SIMULATION.solve(how);
            assertArrayEquals(once.series("energy"), again.series("energy"));
        }
    }

    @Test
    void contactIsBracketedByAStep() {
        Solution solution = SIMULATION.solve(GRID);
        Event contact = solution.first(Event.Kind.BOUNDARY_CONTACT).orElseThrow();
        assertTrue(contact.latest() - contact.earliest() <= 0.3);
        assertTrue(contact.earliest() <= contact.time() && contact.time() <= contact.latest());
    }

    @Test
    void stopsWhenToldTo() {
        Solution solution = SIMULATION.solve(GRID, (time, end, step, steps) -> time < 1);
        assertEquals(Solution.Status.INTERRUPTED, solution.status());
        assertTrue(solution.last().time() >= 1 && solution.last().time() < 1.5);
    }

    @Test
    void aFailureIsAResultThatKeepsTheLastGoodState() {
        TransportModel model = PrescribedTransport.unsteady(
                "breaks at 0.5",
                Domain.line(0, 1, Boundary.PERIODIC),
                (t, component, x, n, out) -> java.util.Arrays.fill(out, 0, n, t < 0.5 ? 1 : Double.NaN));
        Simulation simulation = Simulation.of(model, Initial.of(new UniformLaw(0.2, 0.4)));
        for (Discretisation how : List.of(GRID, PARTICLES)) {
            Solution solution = simulation.solve(how);
            assertEquals(Solution.Status.FAILED, solution.status());
            StepFailure failure = solution.failure().orElseThrow();
            assertEquals(StepFailure.Cause.NOT_FINITE, failure.reason());
            assertEquals("density", failure.species());
            assertTrue(failure.time() > 0.4 && failure.time() <= 0.5);
            assertEquals(failure.time(), solution.last().time());
            assertEquals(1, solution.last().state().measure(0).mass(), 1e-12);
        }
    }

    @Test
    void everyEvolutionRefusesAnEndThatIsNotAhead() {
        Discretisation lagrangian = Grid.of(SemiLagrangianScheme.of(RemapReconstruction.MOMENTS), 20);
        for (Discretisation how : List.of(GRID, PARTICLES, lagrangian)) {
            Evolution evolution = how.begin(GAN, SIMULATION.initial(), 1);
            for (double end : new double[] {1, 0, Double.NaN, Double.POSITIVE_INFINITY}) {
                assertThrows(IllegalArgumentException.class, () -> evolution.step(end));
            }
            assertEquals(1, evolution.time());
        }
    }

    @Test
    void refusesWhatCannotBe() {
        assertThrows(IllegalArgumentException.class, () -> SIMULATION.until(0));
        assertThrows(IllegalArgumentException.class, () -> SIMULATION.until(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> SIMULATION.every(0));
        assertThrows(IllegalArgumentException.class, () -> SIMULATION.every(1e-12));
        assertThrows(IllegalArgumentException.class, () -> SIMULATION.keep(0));
        assertThrows(IllegalArgumentException.class, () -> Simulation.of(GAN, Initial.of(new UniformLaw(-1, 1))));
        assertThrows(IllegalArgumentException.class, () -> Particles.quantiles(0, ParticleScheme.euler(0.1)));
    }
}
