package org.dualflow.validation.study;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.util.FastMath;

/** Whether y bends against x: the quadratic term of a weighted least-squares parabola and its significance. */
final class LogParabola {

    private static final double NEGLIGIBLE = 0.01;

    private LogParabola() {}

    /**
     * Whether the quadratic coefficient differs significantly from zero (normal test with known deviations widened by
     * the Birge ratio, Student's with n - 3 degrees of freedom otherwise) and changes the slope over the points by more than
     * {@value #NEGLIGIBLE}.
     *
     * @param from first of at least four points
     */
    static boolean bends(LogLadder logs, int from, double confidence) {
        LogLine line = logs.line(from);
        LogLine square = logs.line(from, k -> logs.x(k) * logs.x(k));
        double zz = 0;
        double zy = 0;
        double rr = 0;
        for (int k = from; k < logs.size(); k++) {
            double w = logs.weight(k);
            double z = logs.x(k) * logs.x(k) - square.at(logs.x(k));
            double r = logs.y(k) - line.at(logs.x(k));
            zz += w * z * z;
            zy += w * z * r;
            rr += w * r * r;
        }
        double c = zy / zz;
        int freedom = logs.size() - from - 3;
        double scale = FastMath.sqrt(Math.max(0, rr - c * zy) / freedom);
        double p = 0.5 + 0.5 * confidence;
        double threshold = logs.isNoisy()
                ? new NormalDistribution().inverseCumulativeProbability(p) * Math.max(1, scale)
                : new TDistribution(freedom).inverseCumulativeProbability(p) * scale;
        double change = Math.abs(2 * c * (logs.x(from) - logs.x(logs.size() - 1)));
        return change > NEGLIGIBLE && Math.abs(zy) > threshold * FastMath.sqrt(zz);
    }
}
