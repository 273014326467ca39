package org.dualflow.measure;

import java.util.List;
import org.hipparchus.util.FastMath;

/**
 * The mean distance of two independent points of a measure, ∬ |x - y| dm dm / m², without looking at pairs: on the line it is
 * 2 ∫ F (1 - F) dx. In more dimensions |z| = c_d · mean over directions e of |⟨z, e⟩|, c₂ = π/2, c₃ = 2, and so is the mean distance
 * that of the projections, over the directions of a {@link SlicedWasserstein}. In 2D K equispaced directions give |z| up to the
 * factor (π/2K)/sin(π/2K)·[cos(π/2K), 1], off by less than 1.3/K².
 *
 * @param directions K, at least 1
 */
public record PairDistance(int directions) {

    /** Checks the number. */
    public PairDistance {
        if (directions < 1) {
            throw new IllegalArgumentException("directions = " + directions + ": at least 1 is allowed");
        }
    }

    /** The mean distance in a measure of positive mass. */
    public double of(Measure measure) {
        Points points = Points.of(measure);
        List<double[]> units = new SlicedWasserstein(1, directions).units(measure.dimension());
        CompensatedSum sum = new CompensatedSum();
        for (double[] unit : units) {
            sum.add(onLine(points, unit));
        }
        return factor(measure.dimension()) * sum.value() / units.size();
    }

    /** 1/E|e₁| for e uniform on the sphere: √π Γ((d+1)/2)/Γ(d/2). */
    private static double factor(int dimension) {
        double factor = dimension % 2 == 1 ? 1 : 0.5 * FastMath.PI;
        for (int d = dimension % 2 == 1 ? 1 : 2; d < dimension; d += 2) {
            factor *= (d + 1.0) / d;
        }
        return factor;
    }

    private static double onLine(Points points, double[] unit) {
        double[] x = new double[points.size()];
        double[] w = points.w().clone();
        for (int d = 0; d < unit.length; d++) {
            for (int i = 0; i < x.length; i++) {
                x[i] += unit[d] * points.x()[d][i];
            }
        }
        RadixSort.sort(x, w);
        CompensatedSum mass = new CompensatedSum();
        mass.addAll(w, w.length);
        double all = mass.value();
        CompensatedSum below = new CompensatedSum();
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i + 1 < x.length; i++) {
            below.add(w[i]);
            double level = below.value() / all;
            sum.add(2 * level * (1 - level) * (x[i + 1] - x[i]));
        }
        return sum.value();
    }
}
