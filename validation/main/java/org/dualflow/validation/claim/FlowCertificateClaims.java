package org.dualflow.validation.claim;

import java.util.List;
import org.dualflow.fv.implicit.ImplicitFlow;
import org.dualflow.fv.implicit.ImplicitScheme;
import org.dualflow.gan.JensenShannonFlow;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.Divergences;
import org.dualflow.measure.GaussRule;
import org.dualflow.measure.NormalLaw;
import org.dualflow.measure.NormalMixture;
import org.dualflow.mesh.Axis;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.dualflow.run.Grid.Grading;
import org.dualflow.run.ImplicitGrid;
import org.dualflow.validation.certificate.CertifiedFlow;
import org.dualflow.validation.certificate.Densities;
import org.dualflow.validation.exact.DiagonalFlow;
import org.dualflow.validation.exact.ExactFlow;
import org.dualflow.validation.exact.FlowSolutions;
import org.dualflow.validation.study.OrderExpectation;
import org.hipparchus.analysis.differentiation.Gradient;
import org.hipparchus.util.FastMath;

/** Gradient flows bound their own L¹ error: never below the true one, and with the order of the scheme. */
final class FlowCertificateClaims {

    private static final List<Integer> CELLS = List.of(40, 80, 160);
    private static final List<Double> TIMES = List.of(0.05, 0.25, 1.0);

    private static final String WHY =
            "∂t(u - u_h) = κ div(d ∇(w - w_h)) - R, multiplied by sign(w - w_h) = sign(u - u_h): ‖u - u_h‖(T) ≤ ‖u - u_h‖(0) + ∫‖R‖ dt"
                    + " (jensen-shannon.md).";

    private static final String ORDER =
            "Nodal potentials are those of the solution up to a smooth O(h²) + O(τ^p), second derivatives of the splines too"
                    + " up to O(h²), or O(h) in O(1) cells at walls; the cubic in time has slopes right to O(h²) + O(τ^p): ‖R‖ is"
                    + " O(h² + τ^p) (jensen-shannon.md).";

    private FlowCertificateClaims() {}

    static List<Claim> all() {
        ExactFlow circle = FlowSolutions.circle(1, 1.2);
        ExactFlow walls = FlowSolutions.halfPeriod(1, 1.2);
        ExactFlow normal = FlowSolutions.ornsteinUhlenbeck(1, 0.75);
        return List.of(
                bound("jensen-shannon-certificate-circle", circle, Grading.UNIFORM),
                bound("jensen-shannon-certificate-walls", walls, Grading.UNIFORM),
                bound("jensen-shannon-certificate-graded", walls, Grading.TOWARDS_ENDS),
                bound("ornstein-uhlenbeck-certificate", normal, Grading.UNIFORM),
                bound("ornstein-uhlenbeck-certificate-graded", normal, Grading.TOWARDS_ENDS),
                modes(),
                plane(),
                order("jensen-shannon-certificate-circle-order", circle, Grading.UNIFORM, 2),
                order("jensen-shannon-certificate-graded-order", walls, Grading.TOWARDS_ENDS, 2),
                // Wider than the target, so that extremes recede at once and the extrapolation is not limited on any
                // level.
                order(
                        "ornstein-uhlenbeck-certificate-order",
                        FlowSolutions.ornsteinUhlenbeck(0.5, 1.2),
                        Grading.UNIFORM,
                        2),
                timeOrder());
    }

    private static Densities exact(ExactFlow flow, double t) {
        return (x, n, out) -> {
            flow.model().target().fillDensity(x, n, out);
            for (int i = 0; i < n; i++) {
                out[i] *= flow.ratio().at(t, Gradient.constant(1, x[0][i])).getValue();
            }
        };
    }

    private static CertifiedFlow certified(ExactFlow exact, Grading grading, ImplicitScheme scheme, int cells) {
        return new CertifiedFlow(
                ImplicitGrid.of(scheme, cells).graded(grading).begin(exact.model(), exact.initial(), 0),
                exact.model(),
                exact(exact, 0));
    }

    private static Claim bound(String id, ExactFlow exact, Grading grading) {
        return new BoundClaim(
                id,
                "L¹ certificate: " + exact.name() + (grading == Grading.UNIFORM ? "" : ", cells graded 1 : 3"),
                "true L¹ error over the certified bound at t = " + TIMES
                        + ", of the smooth density and of cell masses, implicit Euler and" + " extrapolated, cells: "
                        + CELLS,
                "at most 1",
                WHY,
                Claim.Suite.FAST,
                progress -> {
                    WorstOf worst = new WorstOf();
                    for (int n : CELLS) {
                        progress.report((double) CELLS.indexOf(n) / CELLS.size(), n + " cells");
                        watch(exact, grading, ImplicitScheme.euler(2.0 / n), n, worst);
                        watch(exact, grading, ImplicitScheme.extrapolated(2.0 / n), n, worst);
                    }
                    return ClaimResult.of(List.of(), worst.bounds());
                });
    }

    private static void watch(ExactFlow exact, Grading grading, ImplicitScheme scheme, int n, WorstOf worst) {
        CertifiedFlow run = certified(exact, grading, scheme, n);
        for (double t : TIMES) {
            run.advanceTo(t);
            CellMeasure masses = (CellMeasure) run.state().measure(0);
            double error = Divergences.l1(masses, exact.at(t).onto(masses.mesh()));
            worst.share("error over its bound", run.distance(exact(exact, t)), run.bound());
            worst.share("error of the masses over its bound", error, run.massBound());
        }
    }

    private static Claim order(String id, ExactFlow exact, Grading grading, int order) {
        return new OrderClaim(
                id,
                "extrapolated implicit Euler with 40 steps per 80 cells, " + exact.name()
                        + (grading == Grading.UNIFORM ? "" : ", cells graded 1 : 3"),
                "L¹ certificate at t = 1, in place of an",
                Ladder.cells(exact.model().domain().side(0).length(), 80, 160, 320, 640),
                n -> {
                    CertifiedFlow run = certified(exact, grading, ImplicitScheme.extrapolated(2.0 / n), n);
                    run.advanceTo(1);
                    return ErrorSample.exact(run.bound());
                },
                OrderExpectation.exactly(order, 0.1, ORDER));
    }

    private static Claim timeOrder() {
        ExactFlow exact = FlowSolutions.circle(1, 1.2);
        return new OrderClaim(
                "jensen-shannon-certificate-euler-order",
                "implicit Euler, Jensen–Shannon flow on a circle, 8 √N cells for N steps",
                "L¹ certificate at t = 1, in place of an",
                Ladder.steps(1, 100, 225, 400, 900, 1600),
                n -> {
                    int cells = 8 * (int) FastMath.round(FastMath.sqrt(n));
                    CertifiedFlow run = certified(exact, Grading.UNIFORM, ImplicitScheme.euler(1.0 / n), cells);
                    run.advanceTo(1);
                    return ErrorSample.exact(run.bound());
                },
                OrderExpectation.exactly(1, 0.1, ORDER));
    }

    private static Claim plane() {
        return new BoundClaim(
                "jensen-shannon-certificate-plane",
                "L¹ certificate in the plane: a wave along the diagonal of a periodic square",
                "true L¹ error over the certified bound at t = ½, extrapolated implicit Euler on 20², 40² and 80² cells; order of the bound"
                        + " from one level to the next",
                "at most 1; orders 2 within 0.2",
                WHY + " " + ORDER,
                Claim.Suite.FAST,
                progress -> {
                    DiagonalFlow exact = new DiagonalFlow(2, 1.8);
                    WorstOf worst = new WorstOf();
                    double before = 0;
                    for (int n : new int[] {20, 40, 80}) {
                        Mesh mesh = Mesh.uniform(exact.model().domain(), n);
                        CertifiedFlow run = new CertifiedFlow(
                                new ImplicitFlow(
                                        exact.model(),
                                        ImplicitScheme.extrapolated(2.0 / n).withAccuracy(1e-10),
                                        exact.masses(mesh, 0),
                                        0),
                                exact.model(),
                                (x, m, out) -> exact.fillDensity(0, x, m, out));
                        run.advanceTo(0.5);
                        double error = run.distance((x, m, out) -> exact.fillDensity(0.5, x, m, out));
                        worst.share("error over its bound", error, run.bound());
                        if (before > 0) {
                            double order = FastMath.log(before / run.bound()) / FastMath.log(2.0);
                            worst.near("order", order, 2, 0.2);
                        }
                        before = run.bound();
                    }
                    return ClaimResult.of(List.of(), worst.bounds());
                });
    }

    private static Claim modes() {
        double height = 1e-3;
        return new BoundClaim(
                "jensen-shannon-certificate-modes",
                "L¹ certificate near rest: linearised modes of a normal law",
                "L¹ distance at t = 1 from d (1 + ε He_n e^{-nt/4}) over the certified bound plus that of the linearisation, ε = "
                        + height + ", n = 1, 2, 3, cells: " + CELLS,
                "at most 1",
                WHY + " The linearised mode is itself a u_h, whose residual is known.",
                Claim.Suite.FAST,
                progress -> {
                    WorstOf worst = new WorstOf();
                    for (int n = 1; n <= 3; n++) {
                        HermiteMode mode = new HermiteMode(n, height);
                        for (int cells : CELLS) {
                            Mesh mesh = Mesh.uniform(mode.model().domain(), cells);
                            CertifiedFlow run = new CertifiedFlow(
                                    new ImplicitFlow(
                                            mode.model(),
                                            ImplicitScheme.extrapolated(2.0 / cells),
                                            mode.masses(mesh),
                                            0),
                                    mode.model(),
                                    mode.at(0));
                            run.advanceTo(1);
                            worst.share(
                                    "distance over its bound",
                                    run.distance(mode.at(1)),
                                    run.bound() + mode.residual(1));
                        }
                    }
                    return ClaimResult.of(List.of(), worst.bounds());
                });
    }

    /** d (1 + ε He_n e^{-nt/4}), d = N(0,1) on [-8, 8]: a flow to the normal law up to ε². */
    private record HermiteMode(int n, double height) {

        private static final Domain LINE = Domain.line(-8, 8, Boundary.NO_FLUX);
        private static final NormalLaw NORMAL = new NormalLaw(0, 1);

        JensenShannonFlow model() {
            return new JensenShannonFlow(LINE, NormalMixture.normal(1, 0));
        }

        /** He_k for k ≤ 3. */
        private static double hermite(int k, double x) {
            return k < 0 ? 0 : k == 0 ? 1 : k == 1 ? x : k == 2 ? x * x - 1 : x * (x * x - 3);
        }

        private double height(double t) {
            return height * FastMath.exp(-0.25 * n * t);
        }

        Densities at(double t) {
            return (x, m, out) -> {
                for (int i = 0; i < m; i++) {
                    out[i] = NORMAL.density(x[0][i]) * (1 + height(t) * hermite(n, x[0][i]));
                }
            };
        }

        /** Masses at time 0; φ He_n has the primitive -φ He_{n-1}. */
        CellMeasure masses(Mesh mesh) {
            CellMeasure masses = model().target().onto(mesh).copy();
            Axis axis = mesh.axis(0);
            for (int i = 0; i < axis.cells(); i++) {
                masses.rows()[0][i] -= height * (primitive(axis.face(i + 1)) - primitive(axis.face(i)));
            }
            return masses;
        }

        private double primitive(double x) {
            return NORMAL.density(x) * hermite(n - 1, x);
        }

        /** ∫∫ |d ∂t r - ½ (d w')'| up to time {@code end}, w = log(2 + q), q = ε He_n e^{-nt/4}. */
        double residual(double end) {
            GaussRule rule = GaussRule.of(10);
            return rule.integrate(
                    t -> {
                        double sum = 0;
                        for (int panel = -16; panel < 16; panel++) {
                            sum += rule.integrate(x -> FastMath.abs(residual(t, x)), 0.5 * panel, 0.5 * (panel + 1));
                        }
                        return sum;
                    },
                    0,
                    end);
        }

        private double residual(double t, double x) {
            double q = height(t) * hermite(n, x);
            double first = height(t) * n * hermite(n - 1, x) / (2 + q);
            double second = height(t) * n * (n - 1) * hermite(n - 2, x) / (2 + q) - first * first;
            return NORMAL.density(x) * (-0.25 * n * q - 0.5 * (second - x * first));
        }
    }
}
