package org.dualflow.validation.exact;

/** A continuous nondecreasing map T of the line, with its generalised inverses. */
interface MonotoneMap {

    /** T(y). */
    double apply(double y);

    /** inf{ y : T(y) ≥ x }, infinite if the set is everything or empty. */
    double lowest(double x);

    /** sup{ y : T(y) ≤ x }, infinite if the set is everything or empty. */
    double highest(double x);

    /** The values that T takes on whole intervals. */
    double[] flats();

    /** x ↦ min(max(x + shift, lower), upper). */
    static MonotoneMap clamp(double shift, double lower, double upper) {
        return new MonotoneMap() {
            @Override
            public double apply(double y) {
                return Math.min(Math.max(y + shift, lower), upper);
            }

            @Override
            public double lowest(double x) {
                return x <= lower ? Double.NEGATIVE_INFINITY : x > upper ? Double.POSITIVE_INFINITY : x - shift;
            }

            @Override
            public double highest(double x) {
                return x < lower ? Double.NEGATIVE_INFINITY : x >= upper ? Double.POSITIVE_INFINITY : x - shift;
            }

            @Override
            public double[] flats() {
                return new double[] {lower, upper};
            }
        };
    }

    /** Both halves of the line move toward the origin by {@code t} and stop there: x ↦ sign(x) (|x| - t)₊. */
    static MonotoneMap shrink(double t) {
        return new MonotoneMap() {
            @Override
            public double apply(double y) {
                return y > t ? y - t : y < -t ? y + t : 0;
            }

            @Override
            public double lowest(double x) {
                return x > 0 ? x + t : x - t;
            }

            @Override
            public double highest(double x) {
                return x >= 0 ? x + t : x - t;
            }

            @Override
            public double[] flats() {
                return new double[] {0};
            }
        };
    }

    /** x ↦ centre + factor (x - centre), factor positive. */
    static MonotoneMap dilation(double centre, double factor) {
        return new MonotoneMap() {
            @Override
            public double apply(double y) {
                return centre + factor * (y - centre);
            }

            @Override
            public double lowest(double x) {
                return centre + (x - centre) / factor;
            }

            @Override
            public double highest(double x) {
                return lowest(x);
            }

            @Override
            public double[] flats() {
                return new double[0];
            }
        };
    }
}
