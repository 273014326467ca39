package org.dualflow.measure;

import org.hipparchus.util.FastMath;

/**
 * The mean of |cos| of the angle at the origin between two different points of a measure, ∑_{a≠b} w_a w_b |cos(x_a, x_b)| / ∑_{a≠b} w_a w_b:
 * 1 if all lie on one line through it. It is how Durr, Mroueh, Tu and Wang (arXiv 2212.04580) see generated points collapse in many dimensions,
 * where independent directions have about √(2/(πd)). Of more than {@code most} points every k-th is looked at. A point at the origin has no angle and is left
 * out.
 *
 * @param most points that are looked at, at least 2; the cost is its square
 */
public record PairCosine(int most) {

    /** Checks the number. */
    public PairCosine {
        if (most < 2) {
            throw new IllegalArgumentException("most = " + most + ": at least 2 is allowed");
        }
    }

    /** The mean; NaN if there are not two points with an angle. */
    public double of(Measure measure) {
        Points points = Points.of(measure);
        int stride = (points.size() + most - 1) / most;
        CompensatedSum sum = new CompensatedSum();
        CompensatedSum weight = new CompensatedSum();
        for (int a = stride; a < points.size(); a += stride) {
            for (int b = 0; b < a; b += stride) {
                double lengths = product(points, a, a) * product(points, b, b);
                double w = lengths > 0 ? points.w()[a] * points.w()[b] : 0;
                if (w > 0) {
                    sum.add(w * Math.abs(product(points, a, b)) / FastMath.sqrt(lengths));
                    weight.add(w);
                }
            }
        }
        return sum.value() / weight.value();
    }

    private static double product(Points points, int a, int b) {
        double sum = 0;
        for (double[] x : points.x()) {
            sum += x[a] * x[b];
        }
        return sum;
    }
}
