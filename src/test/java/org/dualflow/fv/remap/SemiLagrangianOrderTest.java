package org.dualflow.fv.remap;

import static org.dualflow.fv.remap.SemiLagrangianLines.masses;
import static org.dualflow.fv.remap.SemiLagrangianLines.onCircle;
import static org.dualflow.fv.remap.SemiLagrangianLines.onLine;
import static org.dualflow.fv.remap.SemiLagrangianLines.scheme;
import static org.dualflow.fv.remap.SemiLagrangianLines.translated;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dualflow.field.AnalyticFields;
import org.dualflow.measure.AtomicLaw;
import org.dualflow.measure.DensityLaw;
import org.dualflow.measure.UniformLaw;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.Initial;
import org.dualflow.model.PrescribedTransport;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The orders and constants that {@link SemiLagrangianScheme} derives. */
final class SemiLagrangianOrderTest {

    private static final Domain CIRCLE = Domain.line(0, 1, Boundary.PERIODIC);
    private static final double K = 2 * Math.PI;

    private static double wave(int n, double nu, RemapReconstruction reconstruction) {
        double h = 1.0 / n;
        long steps = Math.round(1 / (nu * h));
        double end = steps * nu * h;
        var law = new DensityLaw(x -> 1 + 0.5 * FastMath.sin(K * x), 0, 1);
        double[] mass = translated(CIRCLE, n, law, scheme(reconstruction, nu * h), end);
        double[] exact = new double[n];
        for (int i = 0; i < n; i++) {
            exact[i] = h + 0.5 / K * (FastMath.cos(K * (i * h - end)) - FastMath.cos(K * (i * h + h - end)));
        }
        return onCircle(mass, exact, h);
    }

    /**
     * The constant of order 1. The mode decays by exp(-x), x = T k² h θ(1-θ)/(2ν), hence its error is x times
     * (1 - e^{-x})/x; what is left out is dispersion, relative O(h), with k h below 0.05.
     */
    @ParameterizedTest
    @ValueSource(doubles = {0.4, 3.4})
    void constantHasItsLeadingError(double nu) {
        int n = 256;
        double theta = nu - Math.floor(nu);
        double end = Math.round(n / nu) * nu / n;
        double x = end * K * K * theta * (1 - theta) / (2 * nu * n);
        double expected = -FastMath.expm1(-x) / (K * Math.PI);
        assertEquals(expected, wave(n, nu, RemapReconstruction.CONSTANT), 0.05 * expected);
    }

    /** Pairwise order between 128 and 256 cells; an order one lower or higher is at least 0.5 off these. */
    @ParameterizedTest
    @EnumSource(RemapReconstruction.class)
    void smoothDataConvergeWithTheOrderOfTheReconstruction(RemapReconstruction reconstruction) {
        double order = FastMath.log(2, wave(128, 0.4, reconstruction) / wave(256, 0.4, reconstruction));
        assertEquals(reconstruction.order(), order, 0.3);
    }

    /** W₁ = h E|B - nθ|, B binomial: h sqrt(2nθ(1-θ)/π) up to a relative 1/(nθ(1-θ)). */
    @Test
    void anAtomSpreadsWithHalfOrderAndTheConstantOfTheBinomial() {
        int n = 800;
        double h = 4.0 / n;
        double nu = 2.4;
        int steps = 80;
        double end = steps * nu * h;
        double start = (100.5) * h;
        double[] mass = translated(
                Domain.line(0, 4, Boundary.NO_FLUX),
                n,
                AtomicLaw.dirac(start),
                scheme(RemapReconstruction.CONSTANT, nu * h),
                end);
        double distance = 0;
        for (int i = 0; i < n; i++) {
            distance += mass[i] * Math.abs((i + 0.5) * h - start - end);
        }
        double expected = h * Math.sqrt(2 * steps * 0.4 * 0.6 / Math.PI);
        assertEquals(expected, distance, expected / (steps * 0.4 * 0.6));
    }

    /**
     * Slabs and atoms in a constant velocity are exact: a foot is rounded by at most 4 ulp of 4, which moves mass of
     * density at most 1/0.7, or rounds the position of an atom; steps add up.
     */
    @ParameterizedTest
    @ValueSource(doubles = {0.37, 1.9, 19.3})
    void momentsMoveSlabsAndAtomsExactly(double nu) {
        int n = 400;
        double h = 4.0 / n;
        double end = 1.234;
        Domain line = Domain.line(0, 4, Boundary.NO_FLUX);
        Mesh mesh = Mesh.uniform(line, n);
        double rounding = 4 * Math.ulp(4.0) / 0.7 * (end / (nu * h) + 1) * n;
        var scheme = scheme(RemapReconstruction.MOMENTS, nu * h);
        double[] slab = translated(line, n, new UniformLaw(1.003, 1.703), scheme, end);
        double[] slabThere = new UniformLaw(1.003 + end, 1.703 + end).onto(mesh).rows()[0];
        assertEquals(0, onLine(slab, slabThere, h), rounding);
        double[] atom = translated(line, n, AtomicLaw.dirac(1.003), scheme, end);
        double[] atomThere = AtomicLaw.dirac(1.003 + end).onto(mesh).rows()[0];
        assertEquals(0, onLine(atom, atomThere, h), rounding);
    }

    /** The exact solution of models of transport on the circle, a = sin x from the uniform law. */
    @ParameterizedTest
    @EnumSource(
            value = RemapReconstruction.class,
            names = {"LINEAR", "PARABOLIC", "MOMENTS"})
    void aVariableFieldConvergesWithOrderTwoAtLeast(RemapReconstruction reconstruction) {
        double order = FastMath.log(2, sine(100, reconstruction) / sine(200, reconstruction));
        assertTrue(order > 1.8, () -> "order " + order);
    }

    private static double sine(int n, RemapReconstruction reconstruction) {
        Domain circle = Domain.line(0, 2 * Math.PI, Boundary.PERIODIC);
        Mesh mesh = Mesh.uniform(circle, n);
        var model = PrescribedTransport.steady("sine", circle, AnalyticFields.sine());
        var transport = SemiLagrangianTransport.start(
                model, List.of(mesh), Initial.of(new UniformLaw(0, 2 * Math.PI)), scheme(reconstruction, 12.5 / n), 0);
        transport.advanceTo(1);
        double[] exact = new double[n];
        for (int i = 0; i < n; i++) {
            exact[i] = (start(mesh.axis(0).face(i + 1)) - start(mesh.axis(0).face(i))) / (2 * Math.PI);
        }
        return onCircle(masses(transport), exact, 2 * Math.PI / n);
    }

    /** Where the characteristic that is at x at time 1 began: tan(X/2) = e^{-1} tan(x/2), continuous on [0, 2π]. */
    private static double start(double x) {
        return 2 * FastMath.atan2(FastMath.sin(x / 2) * FastMath.exp(-1), FastMath.cos(x / 2));
    }
}
