package org.dualflow.mesh;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A box and the boundary at each of its ends. It is the part of the geometry that grid and particles share: particles
 * are clipped to it, wrapped around it or leave it, in up to {@value #MAX_DIMENSION} dimensions; a {@link Mesh} divides one of up to
 * {@value Mesh#MAX_DIMENSION}.
 *
 * @param sides one interval per dimension, first axis first
 */
public record Domain(List<Side> sides) {

    /** Largest number of dimensions of a domain. */
    public static final int MAX_DIMENSION = 16;

    /**
     * One axis of the box: the interval [lower, upper] and what happens at its ends.
     *
     * @param lower lower end, finite
     * @param upper upper end, finite, greater than {@code lower}
     * @param atLower boundary at the lower end
     * @param atUpper boundary at the upper end; periodic if and only if {@code atLower} is
     */
    public record Side(double lower, double upper, Boundary atLower, Boundary atUpper) {
        public Side {
            if (!Double.isFinite(lower) || !Double.isFinite(upper) || !(lower < upper)) {
                throw new IllegalArgumentException(
                        "lower, upper = " + lower + ", " + upper + ": finite numbers with lower < upper are allowed");
            }
            if ((atLower == Boundary.PERIODIC) != (atUpper == Boundary.PERIODIC)) {
                throw new IllegalArgumentException("boundaries = " + atLower + ", " + atUpper
                        + ": a periodic axis must be periodic at both of its ends");
            }
        }

        /** {@code upper - lower}. */
        public double length() {
            return upper - lower;
        }

        /** The place in [lower, upper) that is {@code x} on a periodic side; {@code x} itself on any other. */
        public double wrap(double x) {
            if (!isPeriodic()) {
                return x;
            }
            double y = x - length() * Math.floor((x - lower) / length());
            // rounding may leave it on the upper end, which is the lower one
            return y >= lower && y < upper || Double.isNaN(y) ? y : lower;
        }

        /** Whether the two ends are one point. */
        public boolean isPeriodic() {
            return atLower == Boundary.PERIODIC;
        }
    }

    /** Checks the number of dimensions. */
    public Domain {
        sides = List.copyOf(sides);
        if (sides.isEmpty() || sides.size() > MAX_DIMENSION) {
            throw new IllegalArgumentException(
                    "dimension = " + sides.size() + ": 1 to " + MAX_DIMENSION + " is allowed");
        }
    }

    /** The interval [lower, upper] with one boundary at both ends. */
    public static Domain line(double lower, double upper, Boundary boundary) {
        return new Domain(List.of(new Side(lower, upper, boundary, boundary)));
    }

    /** The cube [lower, upper]^dimension with one boundary everywhere. */
    public static Domain cube(int dimension, double lower, double upper, Boundary boundary) {
        return new Domain(Collections.nCopies(dimension, new Side(lower, upper, boundary, boundary)));
    }

    /** The product of this box with another one, whose axes follow. */
    public Domain times(Domain other) {
        List<Side> all = new ArrayList<>(sides);
        all.addAll(other.sides);
        return new Domain(all);
    }

    /** Number of dimensions, 1 to {@value #MAX_DIMENSION}. */
    public int dimension() {
        return sides.size();
    }

    /** Axis {@code d}, 0 ≤ d &lt; dimension. */
    public Side side(int d) {
        return sides.get(d);
    }
}
