package org.dualflow.fv.implicit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dualflow.gan.JensenShannonFlow;
import org.dualflow.generators.FlowGenerators;
import org.dualflow.generators.FlowGenerators.Setting;
import org.dualflow.measure.CellLaw;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.NormalMixture;
import org.dualflow.measure.UniformBox;
import org.dualflow.measure.UniformLaw;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.Initial;
import org.dualflow.model.PorousMedium;
import org.dualflow.run.ImplicitGrid;
import org.dualflow.run.Simulation;
import org.dualflow.run.Solution;
import org.junit.jupiter.api.Test;

class ImplicitFlowTest {

    private static final Domain LINE = Domain.line(-8, 8, Boundary.NO_FLUX);

    @Provide
    Arbitrary<Setting> settings() {
        return FlowGenerators.settings(1, 12, 6);
    }

    /** Bounds and distance to rest hold for the extrapolated step too, up to the accuracy of its three Euler steps. */
    @Property(tries = 1000)
    void extrapolationKeepsWhatItPromises(@ForAll("settings") Setting setting) {
        ImplicitScheme scheme =
                ImplicitScheme.extrapolated(Double.MAX_VALUE).withAccuracy(ImplicitScheme.LEAST_ACCURACY);
        ImplicitFlow solver = new ImplicitFlow(setting.flow(), scheme, setting.first(), 0);
        solver.step(setting.step());
        double budget =
                3 * (ImplicitScheme.LEAST_ACCURACY + (16 * setting.target().size() + 64) * 0x1p-53);
        double least = Double.POSITIVE_INFINITY;
        double greatest = 0;
        double before = 0;
        double after = 0;
        double size = 0;
        for (int i = 0; i < setting.target().size(); i++) {
            double mu = setting.target().rows()[0][i];
            double r = setting.first().rows()[0][i] / mu;
            double s = solver.measure().rows()[0][i] / mu;
            if (mu > 0) {
                least = Math.min(least, r);
                greatest = Math.max(greatest, r);
                before += mu * (r - 1) * (r - 1);
                after += mu * (s - 1) * (s - 1);
                size += mu * (1 + r * r + s * s);
            }
        }
        assertTrue(after <= before + 8 * budget * size);
        assertTrue(solver.extrapolation() >= 0 && solver.extrapolation() <= 1);
        for (int i = 0; i < setting.target().size(); i++) {
            double mu = setting.target().rows()[0][i];
            double m = solver.measure().rows()[0][i];
            assertTrue(m >= 0);
            if (mu > 0) {
                assertTrue(m >= least * mu * (1 - budget) && m <= greatest * mu * (1 + budget));
            }
        }
        assertEquals(setting.first().mass(), solver.measure().mass(), 8 * 0x1p-53);
    }

    /** Rounding, 2⁻⁵³ τ Σ G w at least, is far above the accuracy: the step is taken back although its size is fixed. */
    @Test
    void stepsWhoseEquationsAreNotSolvedAreRefused() {
        Domain square = Domain.cube(2, -10, 10, Boundary.NO_FLUX);
        ImplicitFlow solver = new ImplicitFlow(
                new JensenShannonFlow(square, NormalMixture.normal(1, 0, 0)),
                Mesh.uniform(square, 32),
                ImplicitScheme.euler(1e9).withAccuracy(ImplicitScheme.LEAST_ACCURACY),
                Initial.of(NormalMixture.normal(0.7, 1, 0)),
                0);
        double mass = solver.measure().mass();
        // r₀ < 1/0.7² exp(1/(2 (1 - 0.7²))) = 5.5, on cells of width 0.6 no more; Σ μ ((1 + r) w + r) < 2 log(1 + 5.5)
        // + 1.
        double rounding = ImplicitScheme.ROUNDING * (2 * Math.log(6.5) + 1);
        assertTrue(solver.step(1e9) < 1e9);
        assertTrue(solver.rejections() > 0);
        assertTrue(solver.defect() <= (ImplicitScheme.LEAST_ACCURACY + rounding) * mass * (1 + 0x1p-40));
    }

    @Test
    void massWithoutDataStaysAndIsTold() {
        Mesh mesh = Mesh.uniform(LINE, 4);
        CellMeasure data = new CellMeasure(mesh, new double[][] {{0.5, 0, 0, 0.5}});
        JensenShannonFlow flow = new JensenShannonFlow(LINE, new CellLaw(data));
        CellMeasure start = new CellMeasure(mesh, new double[][] {{0.25, 0.25, 0.125, 0.375}});
        ImplicitFlow solver = new ImplicitFlow(flow, ImplicitScheme.euler(1), start, 0);
        solver.advanceTo(10);
        // Parts of mass ¼ and ⅜ where ½ and ½ belong.
        FlowParts parts = new FlowParts(2, 0.375, 0.25 + 0.125 + 0.375);
        assertEquals(parts, FlowParts.of(flow, start));
        assertEquals(parts, FlowParts.of(flow, solver.measure()));
        assertEquals(parts, solver.parts());
        assertEquals(0.375, solver.measure().rows()[0][3], 0);
    }

    @Test
    void adaptiveStepsMeetTheirEndAndTheirTolerance() {
        JensenShannonFlow flow = new JensenShannonFlow(LINE, NormalMixture.normal(1, 0));
        Simulation simulation = Simulation.of(flow, Initial.of(NormalMixture.normal(0.7, 1)))
                .until(4)
                .every(1);
        Solution coarse = simulation.solve(
                ImplicitGrid.of(ImplicitScheme.extrapolated(Double.MAX_VALUE).adaptive(1e-3), 100));
        Solution fine = simulation.solve(
                ImplicitGrid.of(ImplicitScheme.extrapolated(Double.MAX_VALUE).adaptive(1e-5), 100));
        assertEquals(Solution.Status.COMPLETED, coarse.status());
        assertTrue(coarse.steps() < fine.steps());
        assertEquals(fine.observable("jsd"), coarse.observable("jsd"), 1e-3);
        assertTrue(coarse.observable("jsd") < coarse.series("jsd")[0]);
    }

    @Test
    void badInputIsNamed() {
        Mesh mesh = Mesh.uniform(LINE, 4);
        JensenShannonFlow flow = new JensenShannonFlow(LINE, NormalMixture.normal(1, 0));
        ImplicitScheme scheme = ImplicitScheme.euler(1);
        message("maxStep = 0.0", () -> ImplicitScheme.euler(0));
        message("accuracy", () -> scheme.withAccuracy(0));
        message("stepTolerance", () -> scheme.adaptive(Double.NaN));
        message("bandwidth", () -> NormalMixture.smoothed(new UniformLaw(0, 1).quantiles(3), -1));
        message(
                "in cell 2",
                () -> new ImplicitFlow(flow, scheme, new CellMeasure(mesh, new double[][] {{1, 0, Double.NaN, 0}}), 0));
        message(
                "mesh of generator",
                () -> new ImplicitFlow(flow, Mesh.line(-1, 1, 4), scheme, Initial.of(new UniformLaw(-1, 1)), 0));
        message(
                "not convex",
                () -> new ImplicitFlow(new PorousMedium(LINE, 2), mesh, scheme, Initial.of(new UniformLaw(-1, 1)), 0));
        Domain open = Domain.line(-8, 8, Boundary.OPEN);
        message(
                "boundary = OPEN",
                () -> new ImplicitFlow(
                        new JensenShannonFlow(open, new UniformBox(open)),
                        Mesh.uniform(open, 4),
                        scheme,
                        Initial.of(new UniformLaw(-1, 1)),
                        0));
    }

    private static void message(String part, org.junit.jupiter.api.function.Executable call) {
        String message = String.valueOf(
                assertThrows(IllegalArgumentException.class, call).getMessage());
        assertTrue(message.contains(part), message);
    }
}
