package org.dualflow.validation.exact;

import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.ConditionedLaw;
import org.dualflow.measure.GaussRule;
import org.dualflow.measure.NormalLaw;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.measure.ProductLaw;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.Transports;
import org.hipparchus.util.FastMath;

/** Flows of the plane that return. */
public final class PlaneSolutions {

    private static final NormalLaw SWIRL_X = new NormalLaw(0.35, 0.09);
    private static final NormalLaw SWIRL_Y = new NormalLaw(0.5, 0.09);

    private PlaneSolutions() {}

    /**
     * Solid rotation of a round normal law of mean (¾, 0) and the given standard deviation on [-2, 2]², known at all times
     * and back at the start after 2π.
     *
     * @param deviation at most 1/6: then less than 1e-12 of the mass lies outside
     */
    public static ExactSolution rotation(double deviation) {
        if (!(deviation > 0 && deviation <= 1.0 / 6)) {
            throw new IllegalArgumentException("deviation = " + deviation + ": a number in (0, 1/6] is allowed");
        }
        double radius = 0.75;
        return new PlaneSolution(
                "rotation",
                "rotation of the plane",
                Transports.rotation(Domain.cube(2, -2, 2, Boundary.NO_FLUX)),
                roundNormal(radius, 0, deviation),
                Double.POSITIVE_INFINITY,
                1e-14,
                t -> true,
                t -> roundNormal(radius * FastMath.cos(t), radius * FastMath.sin(t), deviation),
                PlaneSolutions::rotate);
    }

    private static ProductLaw roundNormal(double x, double y, double deviation) {
        return ProductLaw.of(new NormalLaw(x, deviation), new NormalLaw(y, deviation));
    }

    private static ParticleMeasure rotate(ParticleMeasure start, double t) {
        double c = FastMath.cos(t);
        double s = FastMath.sin(t);
        double[][] x = new double[2][start.size()];
        for (int i = 0; i < start.size(); i++) {
            x[0][i] = c * start.x(0)[i] - s * start.x(1)[i];
            x[1][i] = s * start.x(0)[i] + c * start.x(1)[i];
        }
        return new ParticleMeasure(x, start.weights().clone());
    }

    /**
     * The masses of cells in the {@linkplain #swirl swirl} at any time: the field is free of divergence, so the density is the initial
     * one at the point that the flow came from; Gauss rules of two nodes per axis, of order 4.
     *
     * @param period T
     * @param mesh divides the unit square
     * @param t time
     */
    public static CellMeasure swirlMasses(double period, Mesh mesh, double t) {
        GaussRule rule = GaussRule.of(2);
        int nx = mesh.cells(0);
        int ny = mesh.cells(1);
        double[][] x = new double[2][4 * nx * ny];
        double[] w = new double[4 * nx * ny];
        int n = 0;
        for (int j = 0; j < ny; j++) {
            for (int i = 0; i < nx; i++) {
                for (int p = 0; p < 4; p++) {
                    double lowerX = mesh.axis(0).cellLower(i);
                    double lowerY = mesh.axis(1).cellLower(j);
                    double upperX = mesh.axis(0).cellUpper(i);
                    double upperY = mesh.axis(1).cellUpper(j);
                    x[0][n] = rule.node(p % 2, lowerX, upperX);
                    x[1][n] = rule.node(p / 2, lowerY, upperY);
                    w[n++] = rule.weight(p % 2, lowerX, upperX) * rule.weight(p / 2, lowerY, upperY);
                }
            }
        }
        ParticleMeasure feet = new SwirlFlow(period).move(new ParticleMeasure(x, w), -t);
        double mass = share(SWIRL_X) * share(SWIRL_Y);
        double[][] rows = mesh.newRows();
        for (int k = 0; k < n; k++) {
            int cell = k / 4;
            rows[cell / nx][cell % nx] += w[k] * SWIRL_X.density(feet.x(0)[k]) * SWIRL_Y.density(feet.x(1)[k]) / mass;
        }
        return new CellMeasure(mesh, rows);
    }

    private static double share(NormalLaw law) {
        return law.cdf(1) - law.cdf(0);
    }

    /**
     * The swirl (sin²πx sin 2πy, -sin²πy sin 2πx) cos(πt/T) on the unit square, from normal factors of means 0.35 and ½ and
     * standard deviation 0.09 conditioned on [0, 1]. Its law is known where it has returned, at t = 0 and t = T; in
     * between its points are followed with a Dormand–Prince method.
     *
     * @param period T, positive and finite
     */
    public static ExactSolution swirl(double period) {
        var start = ProductLaw.of(new ConditionedLaw(SWIRL_X, 0, 1), new ConditionedLaw(SWIRL_Y, 0, 1));
        return new PlaneSolution(
                "swirl",
                "R. J. LeVeque, SIAM J. Numer. Anal. 33 (1996), doi:10.1137/0733033",
                Transports.swirl(period),
                start,
                period,
                1e-10,
                t -> t == 0 || t == period,
                t -> start,
                new SwirlFlow(period));
    }
}
