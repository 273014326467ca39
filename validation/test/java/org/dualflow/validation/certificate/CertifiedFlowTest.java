package org.dualflow.validation.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.dualflow.fv.implicit.ImplicitFlow;
import org.dualflow.fv.implicit.ImplicitScheme;
import org.dualflow.gan.JensenShannonFlow;
import org.dualflow.measure.NormalMixture;
import org.dualflow.measure.SmoothLaw;
import org.dualflow.measure.UniformBox;
import org.dualflow.mesh.Axis;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.Initial;
import org.junit.jupiter.api.Test;

class CertifiedFlowTest {

    private static final Domain LINE = Domain.line(-7, 7, Boundary.NO_FLUX);
    private static final NormalMixture TARGET =
            new NormalMixture(new double[] {0.5, 0.5}, new double[][] {{-1.2, 1}}, new double[][] {{0.6, 0.8}});

    private static CertifiedFlow run(Mesh mesh, SmoothLaw target, SmoothLaw start, int nodes) {
        JensenShannonFlow flow = new JensenShannonFlow(mesh.domain(), target);
        return new CertifiedFlow(
                new ImplicitFlow(flow, mesh, ImplicitScheme.extrapolated(0.05), Initial.of(start), 0),
                flow,
                start::fillDensity,
                new MeshSpline(mesh, nodes));
    }

    /** What rules with 8 nodes find in addition is within the estimate, which is a smaller share of the bound the finer the mesh. */
    @Test
    void theEstimateCoversWhatTheRulesMiss() {
        SmoothLaw start = NormalMixture.normal(0.7, 0.5);
        double[] before = {1, 1, 1, 1};
        for (int cells : new int[] {30, 60}) {
            CertifiedFlow coarse = run(Mesh.uniform(LINE, cells), TARGET, start, 3);
            CertifiedFlow fine = run(Mesh.uniform(LINE, cells), TARGET, start, 8);
            double[] times = {0, 0.5, 1, 4};
            for (int k = 0; k < times.length; k++) {
                double t = times[k];
                coarse.advanceTo(t);
                fine.advanceTo(t);
                double missed = Math.abs(fine.bound() - fine.quadrature() - (coarse.bound() - coarse.quadrature()));
                assertTrue(
                        missed <= coarse.quadrature() + 1e-12,
                        cells + ", t = " + t + ": " + missed + ", " + coarse.quadrature());
                double share = coarse.quadrature() / coarse.bound();
                assertTrue(share < before[k], cells + ", t = " + t + ": " + share + " after " + before[k]);
                before[k] = share;
            }
        }
    }

    @Test
    void restHasNoResidual() {
        CertifiedFlow run = run(Mesh.uniform(LINE, 40), TARGET, TARGET, 3);
        double start = run.bound();
        run.advanceTo(1);
        // Potentials are log 2 up to rounding of masses, and second differences divide by h².
        assertEquals(start, run.bound(), 1e-11);
    }

    @Test
    void planesAreProducts() {
        SmoothLaw start = NormalMixture.normal(0.8, 0.2);
        CertifiedFlow line = run(Mesh.uniform(LINE, 42), normal(0.9, 0), start, 2);
        Domain strip = new Domain(List.of(LINE.side(0), LINE.side(0)));
        NormalMixture wide =
                new NormalMixture(new double[] {1}, new double[][] {{0}, {0}}, new double[][] {{0.9}, {0.5}});
        NormalMixture moved =
                new NormalMixture(new double[] {1}, new double[][] {{0.2}, {0}}, new double[][] {{0.8}, {0.5}});
        CertifiedFlow plane = run(Mesh.uniform(strip, 42, 70), wide, moved, 2);
        line.advanceTo(0.2);
        plane.advanceTo(0.2);
        // Over half cells of width b a normal factor of deviation σ has root mean square b²/(24 σ²) above its mean, on
        // average.
        double excess = 0.1 * 0.1 / (24 * 0.5 * 0.5);
        assertEquals((1 + excess) * line.bound(), plane.bound(), 1e-4 * line.bound());
    }

    private static NormalMixture normal(double sd, double mean) {
        return NormalMixture.normal(sd, mean);
    }

    /** Second derivatives of order 2: a quarter for half the width, up to terms of the relative size (πh)² = 0.1 at first. */
    @Test
    void splinesReproduceCosines() {
        for (Boundary boundary : new Boundary[] {Boundary.NO_FLUX, Boundary.PERIODIC}) {
            double before = 0;
            for (int n : new int[] {20, 40}) {
                Axis axis = Axis.uniform(Domain.line(0, 2, boundary).side(0), n);
                AxisSpline spline = new AxisSpline(axis, 3);
                double[] w = Arrays.stream(axis.points())
                        .map(x -> Math.cos(Math.PI * x))
                        .toArray();
                double[] second = spline.evaluate(2, w, 1, 1);
                double worst = 0;
                for (int p = 0; p < second.length; p++) {
                    double exact = -Math.PI * Math.PI * Math.cos(Math.PI * spline.x(p));
                    worst = Math.max(worst, Math.abs(second[p] - exact));
                }
                assertTrue(before == 0 || worst < before / (4 * 0.9), boundary + ": " + worst + " after " + before);
                before = worst;
            }
        }
    }

    /** Σ h w'' = w'(upper) - w'(lower) = 0 on any axis, graded ones too: a second derivative of something C¹ and flat at walls. */
    @Test
    void slopesVanishAtWalls() {
        Axis axis = Axis.graded(LINE.side(0), 17, s -> s * s * (1.5 - 0.5 * s));
        AxisSpline spline = new AxisSpline(axis, 3);
        double[] w = Arrays.stream(axis.points()).map(x -> Math.sin(3 * x) + x).toArray();
        double[] second = spline.evaluate(2, w, 1, 1);
        double sum = 0;
        double size = 0;
        for (int p = 0; p < second.length; p++) {
            sum += spline.weight(p) * second[p];
            size += spline.weight(p) * Math.abs(second[p]);
        }
        assertEquals(0, sum, 1e-13 * size);
    }

    @Test
    void jumpsAreRefused() {
        UniformBox half = new UniformBox(Domain.line(-7, 0, Boundary.NO_FLUX));
        assertThrows(IllegalArgumentException.class, () -> run(Mesh.uniform(LINE, 10), half, half, 3));
        Domain circle = Domain.line(-6, 6, Boundary.PERIODIC);
        assertThrows(IllegalArgumentException.class, () -> run(Mesh.uniform(circle, 10), TARGET, TARGET, 3));
    }

    @Test
    void emptyCellsOfTheTargetHaveNoBound() {
        SmoothLaw narrow = NormalMixture.normal(0.05, 0);
        CertifiedFlow run = run(Mesh.uniform(LINE, 30), narrow, narrow, 3);
        assertEquals(Double.POSITIVE_INFINITY, run.bound());
        run.advanceTo(0.1);
        assertEquals(Double.POSITIVE_INFINITY, run.massBound());
    }
}
