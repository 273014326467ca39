package org.dualflow.validation.exact;

import org.dualflow.measure.NormalLaw;
import org.hipparchus.special.Erf;
import org.hipparchus.util.FastMath;

/**
 * The map y ↦ y + (1 - 2 F₀(y)) t outside a group about the mean, and the mean inside it: how the aggregation equation with
 * W = |x| moves a normal law.
 *
 * <p>Two points at equal distance r from the mean m have moved to m when r = t (2 F₀(m + r) - 1); the group is
 * |y - m| ≤ x*, x* the largest such r. Outside it the map is strictly increasing, because the density there is below
 * 1/(2t).
 */
final class AttractionMap implements MonotoneMap {

    private final NormalLaw start;
    private final double t;
    private final double group;

    AttractionMap(NormalLaw start, double t) {
        this.start = start;
        this.t = t;
        this.group = groupRadius();
    }

    /** 2 F₀(m + r) - 1. */
    private double share(double r) {
        return Erf.erf(r / (start.sd() * FastMath.sqrt(2)));
    }

    /** x*: t share(r) - r is concave, so Newton's method from r = t, right of the largest zero, decreases to it. */
    private double groupRadius() {
        if (2 * start.density(start.mean()) * t <= 1) {
            return 0;
        }
        double r = t;
        while (true) {
            double next = r - (t * share(r) - r) / (2 * t * start.density(start.mean() + r) - 1);
            if (!(next < r)) {
                return r;
            }
            r = next;
        }
    }

    /** Share of the mass in the atom. */
    double atom() {
        return share(group);
    }

    @Override
    public double apply(double y) {
        double r = y - start.mean();
        return FastMath.abs(r) <= group ? start.mean() : start.mean() + FastMath.copySign(moved(FastMath.abs(r)), r);
    }

    /** Where the distance r &gt; x* from the mean has shrunk to. */
    private double moved(double r) {
        return r - t * share(r);
    }

    @Override
    public double lowest(double x) {
        double r = x - start.mean();
        return r > 0 ? start.mean() + origin(r) : start.mean() - origin(-r);
    }

    @Override
    public double highest(double x) {
        double r = x - start.mean();
        return r >= 0 ? start.mean() + origin(r) : start.mean() - origin(-r);
    }

    /** The r ≥ x* with r - t share(r) = s ≥ 0: a convex function there, Newton's method from s + t decreases to it. */
    private double origin(double s) {
        if (s == 0) {
            return group;
        }
        double r = s + t;
        while (true) {
            double next = r - (moved(r) - s) / (1 - 2 * t * start.density(start.mean() + r));
            if (!(next < r)) {
                return r;
            }
            r = next;
        }
    }

    @Override
    public double[] flats() {
        return new double[] {start.mean()};
    }
}
