package org.dualflow.validation.study;

import org.hipparchus.util.FastMath;

/**
 * Where a sequence that is refined is going: from its last values and how fast their differences shrink.
 *
 * <p>If the leading correction is relative h^r, successive differences shrink by q = R^{-r}, R the refinement ratio, and
 * the limit is last + (last - previous)·q/(1-q). The observed q is used where three values are there, but at most
 * R^{-1/2}, which is also taken where only two are there: corrections weaker than √h are not looked for. An alternating
 * sequence is not extrapolated.
 *
 * @param last the last value
 * @param previous the value before it
 * @param limit the extrapolated limit; {@code previous} if the sequence alternates, which brackets it
 */
record Trend(double last, double previous, double limit) {

    private static final double SAFETY = 1.25;

    /**
     * @param values at least two values, coarsest first
     * @param ratio ratio R &gt; 1 of the last two steps
     */
    static Trend of(double[] values, double ratio) {
        int n = values.length;
        double last = values[n - 1];
        double previous = values[n - 2];
        double difference = last - previous;
        double slowest = 1 / FastMath.sqrt(ratio);
        double q = slowest;
        if (n > 2 && previous != values[n - 3]) {
            double observed = difference / (previous - values[n - 3]);
            if (observed < 0) {
                return new Trend(last, previous, previous);
            }
            q = Math.min(observed, slowest);
        }
        return new Trend(last, previous, last + difference * q / (1 - q));
    }

    /**
     * Largest distance of {@code x} from where the sequence is and where it goes, times {@value #SAFETY}: an extrapolation misses by what
     * the corrections after the leading one do, and that is Roache's factor for estimates from three or more grids.
     */
    double distance(double x) {
        return SAFETY * Math.max(Math.abs(last - x), Math.abs(limit - x));
    }
}
