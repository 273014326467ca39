package org.dualflow.validation.manufactured;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dualflow.field.AnalyticFields;
import org.dualflow.fv.GridScheme;
import org.dualflow.fv.Limiter;
import org.dualflow.fv.TransportScheme;
import org.dualflow.fv.remap.RemapReconstruction;
import org.dualflow.fv.remap.SemiLagrangianScheme;
import org.dualflow.measure.CellMeasure;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.PrescribedTransport;
import org.dualflow.model.TransportModel;
import org.hipparchus.analysis.differentiation.Gradient;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ManufacturedProblemTest {

    static Stream<ManufacturedProblem> problems() {
        return ManufacturedProblems.all().stream();
    }

    /** S = -(1/2π)[½ cos(x-t)] + ∂x[(1 + ½ sin(x-t))(1 + ½ cos x)]/2π, by hand; some tens of roundings of 1. */
    @Test
    void theSourceIsTheOneDerivedByHand() {
        ManufacturedSolution circle = ManufacturedProblems.circle().solution();
        for (double t = 0; t < 1; t += 0.17) {
            for (double x = 0; x < 6; x += 0.31) {
                double s = FastMath.sin(x - t);
                double c = FastMath.cos(x - t);
                double b = 1 + 0.5 * FastMath.cos(x);
                double expected = (-0.5 * c + 0.5 * c * b - (1 + 0.5 * s) * 0.5 * FastMath.sin(x)) / (2 * Math.PI);
                assertEquals(expected, Continuity.source(circle, t, x), 20 * Math.ulp(1.0));
            }
        }
    }

    /** An exact solution of ∂t ρ + ∂x(ρ sin x) = 0 needs no source; transported by another field it does. */
    @Test
    void anExactSolutionHasNoResidualAndAWrongFieldHas() {
        for (double x = 0.1; x < 6.28; x += 0.3) {
            assertEquals(0, Continuity.residual(sine(1), (t, at, n, out) -> out[0] = 0, 0.7, x), 1e-14);
            double wrong = Continuity.residual(sine(1.1), (t, at, n, out) -> out[0] = 0, 0.7, x);
            assertTrue(Math.abs(wrong) > 1e-4, () -> "residual " + wrong);
        }
    }

    /** ρ = e^{-t} / (2π (cos²(x/2) + e^{-2t} sin²(x/2))), transported by sin x from the uniform density. */
    private static ManufacturedSolution sine(double amplitude) {
        return new ManufacturedSolution() {
            @Override
            public Gradient density(Gradient t, Gradient[] x) {
                Gradient c = x[0].divide(2).cos();
                Gradient s = x[0].divide(2).sin();
                Gradient decay = t.negate().exp();
                return decay.divide(c.multiply(c).add(decay.multiply(decay).multiply(s.multiply(s))))
                        .divide(2 * Math.PI);
            }

            @Override
            public Gradient[] velocity(Gradient t, Gradient[] x) {
                return new Gradient[] {x[0].sin().multiply(amplitude)};
            }
        };
    }

    /** Boxes from one end of the domain to an interior point or to a sink; 12 nodes leave less than 1e-10 of such waves. */
    @ParameterizedTest
    @MethodSource("problems")
    void massIsBalancedInBoxes(ManufacturedProblem problem) {
        BalanceDefect balance = new BalanceDefect(problem, problem.model());
        double[] lower = new double[problem.domain().dimension()];
        double[] upper = lower.clone();
        for (int d = 0; d < lower.length; d++) {
            Domain.Side side = problem.domain().side(d);
            boolean sink = problem.sinks().stream().anyMatch(s -> s.x() == 0);
            lower[d] = sink ? 0 : side.lower();
            upper[d] = side.lower() + (sink ? 0.9 : 0.4) * side.length();
        }
        assertEquals(0, balance.over(0.1, 0.6, lower, upper), 1e-10);
        for (Sink sink : problem.sinks()) {
            assertEquals(0, balance.at(sink, 0.2, 0.9), 1e-12);
        }
    }

    @Test
    void aWrongFieldBreaksTheBalance() {
        ManufacturedProblem circle = ManufacturedProblems.circle();
        TransportModel slower = PrescribedTransport.steady("slower", circle.domain(), AnalyticFields.constant(0.9));
        double defect = new BalanceDefect(circle, slower).over(0, 0.5, new double[] {0}, new double[] {2});
        assertTrue(Math.abs(defect) > 1e-3, () -> "defect " + defect);
    }

    /** Mass one at the start, and later what the source, minus the outflow, has made of it. */
    @Test
    void massesAreExact() {
        Mesh mesh = Mesh.uniform(ManufacturedProblems.circle().domain(), 7);
        double[] row = ManufacturedProblems.circle().masses(mesh, 0.3).rows()[0];
        for (int i = 0; i < 7; i++) {
            double a = mesh.axis(0).face(i);
            double b = mesh.axis(0).face(i + 1);
            double expected = (b - a + 0.5 * (FastMath.cos(a - 0.3) - FastMath.cos(b - 0.3))) / (2 * Math.PI);
            assertEquals(expected, row[i], 1e-15);
        }
        ManufacturedProblem wall = ManufacturedProblems.stickyWall();
        double[] clipped = wall.masses(Mesh.uniform(wall.domain(), 11), 0.5).rows()[0];
        double scale = 1 + 0.25 * FastMath.sin(0.5);
        assertEquals((1 - 0.95 * 0.95) * scale + 1 + 0.5 * (1 - FastMath.cos(0.5)), clipped[10], 1e-15);
    }

    @Test
    void aSolutionThatDoesNotFitTheBoundaryIsRejected() {
        ManufacturedSolution circle = ManufacturedProblems.circle().solution();
        var wall = assertThrows(
                IllegalArgumentException.class,
                () -> ManufacturedProblem.smooth("x", Domain.line(0, 2 * Math.PI, Boundary.NO_FLUX), circle));
        assertTrue(String.valueOf(wall.getMessage()).contains("flux"));
        var half = assertThrows(
                IllegalArgumentException.class,
                () -> ManufacturedProblem.smooth("x", Domain.line(0, Math.PI, Boundary.PERIODIC), circle));
        assertTrue(String.valueOf(half.getMessage()).contains("ends of axis 0"));
        var inflow = assertThrows(
                IllegalArgumentException.class,
                () -> ManufacturedProblem.smooth("x", Domain.line(0, 2 * Math.PI, Boundary.OPEN), circle));
        assertTrue(String.valueOf(inflow.getMessage()).contains("lower"));
    }

    /** Problem, reconstruction (or none for MUSCL), cells, Δt times cells, order. */
    static Stream<Arguments> solved() {
        var linear = Optional.of(RemapReconstruction.LINEAR);
        var moments = Optional.of(RemapReconstruction.MOMENTS);
        var muscl = Optional.<RemapReconstruction>empty();
        return Stream.of(
                Arguments.of(ManufacturedProblems.circle(), linear, 40, 2.5, 2.0),
                Arguments.of(ManufacturedProblems.circle(), moments, 40, 2.5, 2.0),
                Arguments.of(ManufacturedProblems.circle(), muscl, 40, 2.5, 2.0),
                Arguments.of(ManufacturedProblems.walls(), linear, 40, 1.0, 2.0),
                Arguments.of(ManufacturedProblems.walls(), moments, 40, 1.0, 2.0),
                Arguments.of(ManufacturedProblems.outflow(), linear, 40, 2.0, 2.0),
                Arguments.of(ManufacturedProblems.outflow(), moments, 40, 2.0, 2.0),
                Arguments.of(ManufacturedProblems.sink(), linear, 41, 2.0, 1.0),
                Arguments.of(ManufacturedProblems.sink(), moments, 41, 2.0, 1.0),
                Arguments.of(ManufacturedProblems.stickyWall(), moments, 41, 2.0, 1.0),
                Arguments.of(ManufacturedProblems.vortices(), linear, 12, 1.0, 2.0),
                Arguments.of(ManufacturedProblems.vortices(), moments, 12, 1.0, 2.0),
                Arguments.of(ManufacturedProblems.beltrami(), moments, 6, 0.5, 2.0));
    }

    private static GridScheme scheme(Optional<RemapReconstruction> reconstruction, double step) {
        return reconstruction.isPresent()
                ? SemiLagrangianScheme.of(reconstruction.get()).withCourant(9).withMaxStep(step)
                : TransportScheme.muscl(Limiter.VAN_LEER);
    }

    /**
     * L¹ of cell masses at two sizes. An order one lower is 0.6 off; twice the cells of a mesh with a point on the sink are
     * one less.
     */
    @ParameterizedTest
    @MethodSource("solved")
    void solversConverge(
            ManufacturedProblem problem,
            Optional<RemapReconstruction> reconstruction,
            int cells,
            double courant,
            double order) {
        int more = problem.sinks().isEmpty() ? 2 * cells : 2 * cells - 1;
        double coarse = error(problem, scheme(reconstruction, courant / cells), cells);
        double fine = error(problem, scheme(reconstruction, courant / cells / 2), more);
        double observed = FastMath.log(2, coarse / fine);
        assertTrue(observed > order - 0.4, () -> "order " + observed);
    }

    private static double error(ManufacturedProblem problem, GridScheme scheme, int cells) {
        Mesh mesh = Mesh.uniform(problem.domain(), cells);
        var solver = scheme.begin(problem.model(), List.of(mesh), problem.initial(), 0);
        solver.advanceTo(0.5);
        double[][] rows = ((CellMeasure) solver.state().measure(0)).rows();
        double[][] exact = problem.masses(mesh, 0.5).rows();
        double error = 0;
        for (int r = 0; r < rows.length; r++) {
            for (int i = 0; i < rows[r].length; i++) {
                error += Math.abs(rows[r][i] - exact[r][i]);
            }
        }
        return error;
    }
}
