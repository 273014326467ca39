package org.dualflow.gan;

import java.util.Arrays;
import java.util.Comparator;
import org.dualflow.measure.CompensatedSum;
import org.dualflow.measure.Measure;

/** The points of a measure on the line in increasing order. */
final class SortedPoints {

    private final double[] x;
    private final double[] w;
    private final double mass;

    private SortedPoints(double[] x, double[] w) {
        this.x = x;
        this.w = w;
        CompensatedSum sum = new CompensatedSum();
        sum.addAll(w, w.length);
        this.mass = sum.value();
        if (!(mass > 0)) {
            throw new IllegalArgumentException("mass = " + mass + ": a positive number is allowed");
        }
    }

    static SortedPoints of(Measure measure) {
        if (measure.dimension() != 1) {
            throw new IllegalArgumentException("dimension = " + measure.dimension() + ": 1 is allowed");
        }
        double[] x = new double[measure.size()];
        double[] w = new double[measure.size()];
        int[] filled = {0};
        measure.forEachBlock((at, weights, n) -> {
            System.arraycopy(at[0], 0, x, filled[0], n);
            System.arraycopy(weights, 0, w, filled[0], n);
            filled[0] += n;
        });
        return isSorted(x) ? new SortedPoints(x, w) : sorted(x, w);
    }

    private static boolean isSorted(double[] x) {
        for (int i = 1; i < x.length; i++) {
            if (x[i] < x[i - 1]) {
                return false;
            }
        }
        return true;
    }

    private static SortedPoints sorted(double[] x, double[] w) {
        Integer[] order = new Integer[x.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> x[i]));
        double[] xs = new double[x.length];
        double[] ws = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            xs[i] = x[order[i]];
            ws[i] = w[order[i]];
        }
        return new SortedPoints(xs, ws);
    }

    /** Mean of the lowest {@code share} of the mass. */
    double lowerTail(double share) {
        double rest = share * mass;
        double sum = 0;
        for (int i = 0; i < x.length && rest > 0; i++) {
            double taken = Math.min(rest, w[i]);
            sum += taken * x[i];
            rest -= taken;
        }
        return sum / (share * mass);
    }

    /** Mean of the highest {@code share} of the mass. */
    double upperTail(double share) {
        double rest = share * mass;
        double sum = 0;
        for (int i = x.length - 1; i >= 0 && rest > 0; i--) {
            double taken = Math.min(rest, w[i]);
            sum += taken * x[i];
            rest -= taken;
        }
        return sum / (share * mass);
    }

    /** Mean of χ(sign (x - end)). */
    double test(double end, int sign) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < x.length; i++) {
            if (w[i] != 0) {
                sum.add(w[i] * CriticShape.bump(sign * (x[i] - end)));
            }
        }
        return sum.value() / mass;
    }
}
