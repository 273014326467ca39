package org.dualflow.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.dualflow.fv.Limiter;
import org.dualflow.fv.TransportScheme;
import org.dualflow.measure.UniformLaw;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Initial;
import org.dualflow.model.PrescribedTransport;
import org.dualflow.model.Transports;
import org.dualflow.particle.ParticleScheme;
import org.junit.jupiter.api.Test;

/** Events of runs whose events are known. */
class BlowUpDetectorTest {

    private static final int CELLS = 200;
    private static final double STEP = 1.0 / CELLS;
    private static final Discretisation UPWIND =
            Grid.of(TransportScheme.upwind().withMaxStep(STEP), CELLS);
    private static final Discretisation MUSCL =
            Grid.of(TransportScheme.muscl(Limiter.VAN_LEER).withMaxStep(STEP), CELLS);
    private static final Discretisation PARTICLES = Particles.quantiles(500, ParticleScheme.rungeKutta4(STEP));

    /** Velocity 1 - t takes [0.7, 0.9] of [0, 1] to the wall before t = 0.4 and away from it at t = 1. */
    @Test
    void anAtomLeavesTheWallWhenTheVelocityTurns() {
        PrescribedTransport model = PrescribedTransport.unsteady(
                "turns at 1",
                Domain.line(0, 1, Boundary.CLIPPED),
                (t, component, x, n, out) -> Arrays.fill(out, 0, n, 1 - t));
        Simulation simulation = Simulation.of(model, Initial.of(new UniformLaw(0.7, 0.9)))
                .until(2)
                .every(0.5);
        for (Discretisation how : List.of(UPWIND, MUSCL, PARTICLES)) {
            Solution solution = simulation.solve(how);
            Event atom = solution.first(Event.Kind.ATOM).orElseThrow();
            Event gone = solution.first(Event.Kind.DETACHMENT).orElseThrow();
            assertTrue(atom.time() < 0.4);
            // The moment is the middle of the step in which the velocity turns, or, for Euler, of the next one.
            assertTrue(gone.earliest() <= 1 + STEP && gone.latest() >= 1, how + ": " + gone);
            assertEquals(1, gone.time(), 2 * STEP, how.name());
            assertEquals(
                    1,
                    solution.events().stream()
                            .filter(event -> event.kind() == Event.Kind.DETACHMENT)
                            .count());
        }
    }

    @Test
    void anAtomThatStaysDoesNotLeave() {
        Simulation simulation = Simulation.of(
                        Transports.constant(Domain.line(0, 1, Boundary.CLIPPED), 1), Initial.of(new UniformLaw(0.5, 1)))
                .until(2);
        for (Discretisation how : List.of(UPWIND, MUSCL, PARTICLES)) {
            assertFalse(simulation.solve(how).first(Event.Kind.DETACHMENT).isPresent(), how.name());
        }
    }

    @Test
    void whatFlowsOutDoesNotCollapse() {
        Simulation simulation = Simulation.of(
                        Transports.constant(Domain.line(0, 1, Boundary.OPEN), 1), Initial.of(new UniformLaw(0.2, 0.7)))
                .until(2);
        for (Discretisation how : List.of(UPWIND, MUSCL, PARTICLES)) {
            Solution solution = simulation.solve(how);
            assertEquals(Solution.Status.COMPLETED, solution.status());
            assertTrue(solution.events().isEmpty(), () -> how + ": " + solution.events());
        }
    }

    /** Spread 0.001 is below the resolution 2/500 wherever the mass is, the ends of the circle included. */
    @Test
    void collapseIsSeenAcrossTheEndsOfACircle() {
        for (double start : new double[] {0.3, 0.499, 0.998}) {
            Simulation simulation = Simulation.of(
                    Transports.constant(Domain.line(0, 1, Boundary.PERIODIC), start < 0.9 ? 0 : 1),
                    Initial.of(new UniformLaw(start, start + 0.002)));
            Event collapse =
                    simulation.solve(PARTICLES).first(Event.Kind.COLLAPSE).orElseThrow();
            assertEquals(0, collapse.time(), 0);
        }
    }
}
