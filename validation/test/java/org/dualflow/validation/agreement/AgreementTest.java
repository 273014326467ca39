package org.dualflow.validation.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.dualflow.fv.TransportScheme;
import org.dualflow.measure.LineLaw;
import org.dualflow.measure.NormalLaw;
import org.dualflow.measure.QuantileFunction;
import org.dualflow.measure.UniformLaw;
import org.dualflow.measure.Wasserstein;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Initial;
import org.dualflow.model.Model;
import org.dualflow.model.Transports;
import org.dualflow.particle.ParticleScheme;
import org.dualflow.run.Discretisation;
import org.dualflow.run.Grid;
import org.dualflow.run.Particles;
import org.dualflow.run.Simulation;
import org.dualflow.time.Evolution;
import org.dualflow.validation.study.ConvergenceTable;
import org.dualflow.validation.study.Level;
import org.dualflow.validation.study.OrderExpectation;
import org.dualflow.validation.study.Resolution;
import org.dualflow.validation.study.Verdict;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;

/** Upwind and Euler particles in the field -x, whose flow maps normal laws to normal laws. */
class AgreementTest {

    private static final LineDistance W1 = new LineDistance(Wasserstein.W1, Reading.SLABS);
    private static final double END = 0.5;
    private static final Domain LINE = Domain.line(-2, 2, Boundary.NO_FLUX);
    private static final Model MODEL = Transports.linear(LINE, -1);
    private static final LineLaw START = new NormalLaw(0.4, 0.2);
    private static final double SHRINK = FastMath.exp(-END);
    private static final LineLaw EXACT = new NormalLaw(0.4 * SHRINK, 0.2 * SHRINK);
    private static final double GRID_STEP = END / 2000;
    private static final double PARTICLE_STEP = END / 64;
    private static final double LENGTH = 4;

    private static OrderExpectation first(String why) {
        return OrderExpectation.exactly(1, 0.2, why);
    }

    private static List<Double> halves(double coarsest, int levels) {
        return DoubleStream.iterate(coarsest, h -> 0.5 * h)
                .limit(levels)
                .boxed()
                .toList();
    }

    private static Discretisation grid(double h, double step) {
        return Grid.of(TransportScheme.upwind().withMaxStep(step), (int) Math.round(LENGTH / h));
    }

    private static List<Refinement> grids() {
        return List.of(
                new Refinement(
                        "space", Resolution.WIDTH, halves(LENGTH / 40, 4), h -> grid(h, GRID_STEP), first("upwind")),
                new Refinement(
                        "time step",
                        Resolution.TIME_STEP,
                        halves(8 * GRID_STEP, 4),
                        t -> grid(LENGTH / 320, t),
                        first("Euler")));
    }

    private static Discretisation cloud(double n, double step) {
        return Particles.quantiles((int) Math.round(1 / n), ParticleScheme.euler(step));
    }

    private static List<Refinement> clouds() {
        return List.of(
                new Refinement(
                        "particles",
                        Resolution.PARTICLES,
                        halves(1 / 50.0, 5),
                        n -> cloud(n, PARTICLE_STEP),
                        OrderExpectation.atLeast(0.9, 0.3, "quantile start")),
                new Refinement(
                        "time step",
                        Resolution.TIME_STEP,
                        halves(8 * PARTICLE_STEP, 4),
                        t -> cloud(1 / 800.0, t),
                        first("Euler")));
    }

    private static Agreement agreement(List<Refinement> grid, List<Refinement> particles) {
        Simulation simulation = Simulation.of(MODEL, Initial.of(START)).until(END);
        return new Agreement(simulation, 0, W1, grid, particles, Optional.of(W1.from(EXACT)));
    }

    @Test
    void twoDiscretisationsOfOneModelAgreeWithinTheirParts() {
        AgreementReport report = agreement(grids(), clouds()).examine();
        assertEquals(Verdict.PASS, report.verdict(), report::toMarkdown);
        assertTrue(report.explained() < 5 * report.distance(), report::toMarkdown);
    }

    /**
     * Each part against the exact error of the run that has only this part. In time all differences point one way and
     * the estimate is sharp; in N they do not, and the triangle inequality costs about a factor two.
     */
    @Test
    void thePartsAreTheErrors() {
        AgreementReport report = agreement(grids(), clouds()).examine();
        double euler = FastMath.abs(FastMath.pow(1 - PARTICLE_STEP, 64) - SHRINK) * 0.4;
        assertEquals(euler, report.particles().get(1).size(), 0.1 * euler, report::toMarkdown);
        double quantiles = Wasserstein.W1.between(QuantileFunction.ofAtoms(EXACT.quantiles(800)), EXACT);
        double size = report.particles().get(0).size();
        assertTrue(size >= quantiles && size <= 3 * quantiles, report::toMarkdown);
    }

    /** Particles that move 5 % too fast converge as well as ever, but not to the same thing. */
    @Test
    void anotherModelOnOneSideFails() {
        Model faster = Transports.linear(LINE, -1.05);
        List<Refinement> skewed = clouds().stream()
                .map(r -> new Refinement(
                        r.name(), r.resolution(), r.h(), h -> new Skewed(r.at().apply(h), faster), r.expectation()))
                .toList();
        AgreementReport report = agreement(grids(), skewed).examine();
        assertEquals(Verdict.FAIL, report.agreement(), report::toMarkdown);
        Agreement blind = agreement(grids(), skewed);
        AgreementReport withoutExact =
                new Agreement(blind.simulation(), 0, blind.metric(), blind.grid(), skewed, Optional.empty()).examine();
        assertEquals(Verdict.FAIL, withoutExact.agreement(), withoutExact::toMarkdown);
    }

    /** The same discretisation of another model. */
    private record Skewed(Discretisation inner, Model other) implements Discretisation {
        @Override
        public String name() {
            return inner.name();
        }

        @Override
        public Evolution begin(Model model, Initial initial, double start) {
            return inner.begin(other, initial, start);
        }

        @Override
        public double massRoundingPerStep(Model model) {
            return inner.massRoundingPerStep(model);
        }
    }

    @Test
    void refinementsMustEndInOneRun() {
        Refinement other = new Refinement(
                "time step",
                Resolution.TIME_STEP,
                halves(8 * GRID_STEP, 4),
                t -> grid(LENGTH / 160, t),
                first("Euler"));
        assertThrows(IllegalArgumentException.class, () -> agreement(List.of(grids().get(0), other), clouds()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Refinement(
                        "space", Resolution.WIDTH, List.of(1.0, 2.0, 3.0, 4.0), h -> grid(h, 1), first("x")));
    }

    @Test
    void aTriangleIsChecked() {
        assertEquals(Verdict.PASS, new Triangle(1, 2, 3).verdict());
        assertEquals(Verdict.FAIL, new Triangle(1, 2, 3.01).verdict());
        assertEquals(Verdict.FAIL, new Triangle(1, 2, 0.9).verdict());
    }

    /** E W₂² of n independent particles of U[0,1] from it is 1/(6n). */
    @Test
    void aMonteCarloMeanKnowsItsError() {
        int n = 50;
        MonteCarlo mean = MonteCarlo.over(1, 200, seed -> {
            LineLaw law = new UniformLaw(0, 1);
            double w = Wasserstein.W2.between(QuantileFunction.ofAtoms(law.sample(n, new SplittableRandom(seed))), law);
            return w * w;
        });
        assertTrue(mean.agreesWith(1 / (6.0 * n)));
        assertFalse(mean.agreesWith(1 / (12.0 * n)));
        assertFalse(mean.agreesWith(1 / (3.0 * n)));
        assertThrows(IllegalArgumentException.class, () -> MonteCarlo.over(1, 2, seed -> 0));
    }

    @Test
    void partsKnownOnlyRoughlyExplainNothing() {
        assertEquals(Verdict.PASS, withUpper(0.05).agreement());
        assertEquals(Verdict.INCONCLUSIVE, withUpper(0.2).agreement());
        assertEquals(Verdict.FAIL, withUpper(0.011).agreement(), "explains less than the distance");
    }

    /** A distance of 0.02, explained by one part of estimated size 0.01. */
    private static AgreementReport withUpper(double upper) {
        ConvergenceTable table = new ConvergenceTable(
                "t",
                "W1",
                Resolution.WIDTH,
                List.of(new Level(0.1, 0.01, 0, 0)),
                OrderExpectation.atLeast(1, 0.25, "made up"));
        return new AgreementReport(
                "W1",
                0.02,
                List.of(new ErrorPart("space", table, 0.01, upper, ErrorPart.Source.THEORY)),
                List.of(),
                Optional.empty());
    }
}
