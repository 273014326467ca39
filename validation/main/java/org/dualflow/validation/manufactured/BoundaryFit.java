package org.dualflow.validation.manufactured;

import java.util.List;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;

/**
 * Whether a solution fits the boundaries of a box, tested on a lattice of times in [0, 1] and points of each face:
 * periodic values, no flux ρ b_n through walls, none inwards through open ends. Flux onto a clipped wall with a sink on it is
 * fine. Differences up to 1e-12 of the values are
 * rounding.
 */
final class BoundaryFit {

    private static final int TIMES = 5;
    private static final int POINTS = 5;
    private static final double ROUNDING = 1e-12;

    private BoundaryFit() {}

    static void require(Domain domain, ManufacturedSolution solution, List<Sink> sinks) {
        for (int d = 0; d < domain.dimension(); d++) {
            int samples = TIMES;
            for (int e = 1; e < domain.dimension(); e++) {
                samples *= POINTS;
            }
            for (int k = 0; k < samples; k++) {
                double[] x = new double[domain.dimension()];
                int rest = k / TIMES;
                for (int e = 0; e < x.length; e++) {
                    if (e != d) {
                        Domain.Side side = domain.side(e);
                        x[e] = side.lower() + side.length() * (rest % POINTS + 0.5) / POINTS;
                        rest /= POINTS;
                    }
                }
                check(domain.side(d), d, solution, sinks, (double) (k % TIMES) / (TIMES - 1), x);
            }
        }
    }

    private static void check(
            Domain.Side side, int d, ManufacturedSolution solution, List<Sink> sinks, double t, double[] x) {
        x[d] = side.lower();
        double[] below = values(solution, t, x);
        x[d] = side.upper();
        double[] above = values(solution, t, x);
        if (side.isPeriodic()) {
            for (int k = 0; k < below.length; k++) {
                if (!(Math.abs(below[k] - above[k]) <= ROUNDING * (1 + Math.abs(above[k])))) {
                    throw new IllegalArgumentException((k == 0 ? "density" : "velocity " + (k - 1)) + " = " + below[k]
                            + " and " + above[k] + " at the ends of axis " + d + ", t = " + t
                            + ": equal values are allowed on a periodic axis");
                }
            }
        } else {
            through(allowing(side.atLower(), side.lower(), sinks), d, t, "lower", -below[0] * below[1 + d], below[0]);
            through(allowing(side.atUpper(), side.upper(), sinks), d, t, "upper", above[0] * above[1 + d], above[0]);
        }
    }

    /** Whether mass may flow out of the interior here. */
    private static boolean allowing(Boundary boundary, double end, List<Sink> sinks) {
        return boundary == Boundary.OPEN
                || boundary == Boundary.CLIPPED && sinks.stream().anyMatch(sink -> sink.x() == end);
    }

    private static void through(boolean out, int d, double t, String end, double outward, double density) {
        double rounding = ROUNDING * (1 + density);
        if (!(outward >= -rounding) || !out && outward > rounding) {
            throw new IllegalArgumentException("flux = " + outward + " outwards at the " + end + " end of axis " + d
                    + ", t = " + t + ": " + (out ? "nonnegative ones are" : "0 is") + " allowed");
        }
    }

    private static double[] values(ManufacturedSolution solution, double t, double[] x) {
        double[] values = new double[1 + x.length];
        values[0] = Continuity.density(solution, t, x);
        for (int e = 0; e < x.length; e++) {
            values[1 + e] = Continuity.velocity(solution, e, t, x);
        }
        return values;
    }
}
