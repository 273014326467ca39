package org.dualflow.validation.exact;

import org.dualflow.measure.ConditionedLaw;
import org.dualflow.measure.NormalLaw;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.measure.ProductLaw;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Transports;
import org.hipparchus.util.FastMath;

/** Flows of the plane that return. */
public final class PlaneSolutions {

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
     * The swirl (sin²πx sin 2πy, -sin²πy sin 2πx) cos(πt/T) on the unit square, from normal factors of means 0.35 and ½ and
     * standard deviation 0.09 conditioned on [0, 1]. Its law is known where it has returned, at t = 0 and t = T; in
     * between its points are followed with a Dormand–Prince method.
     *
     * @param period T, positive and finite
     */
    public static ExactSolution swirl(double period) {
        var start = ProductLaw.of(
                new ConditionedLaw(new NormalLaw(0.35, 0.09), 0, 1),
                new ConditionedLaw(new NormalLaw(0.5, 0.09), 0, 1));
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
