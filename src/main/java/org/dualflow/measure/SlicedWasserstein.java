package org.dualflow.measure;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.util.FastMath;

/**
 * The sliced distance: the mean over directions e of W_p^p between the projections x ↦ ⟨x, e⟩, to the power 1/p (Rabin,
 * Peyré, Delon, Bernot 2012, doi:10.1007/978-3-642-24785-9_37). Exact on each direction; the mean is over a fixed set of
 * them, K equispaced angles of the half circle in 2D, K points of the Fibonacci lattice on the sphere in 3D, and in more
 * dimensions K points of low discrepancy in the cube ({@link EvenPoints}), sent through the normal quantile function and
 * normalised. On the line it is W_p. At most W_p/√d for p = 2, at most W_p for every p.
 *
 * @param order p, at least 1, finite
 * @param directions K, at least 1
 */
public record SlicedWasserstein(double order, int directions) {

    /** Checks the numbers. */
    public SlicedWasserstein {
        if (!(order >= 1 && order < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("p = " + order + ": 1 up to, not including, infinity is allowed");
        }
        if (directions < 1) {
            throw new IllegalArgumentException("directions = " + directions + ": at least 1 is allowed");
        }
    }

    /** The distance between two measures of one mass and dimension, read as atoms at their points. */
    public double between(Measure a, Measure b) {
        if (a.dimension() != b.dimension()) {
            throw new IllegalArgumentException(
                    "dimensions = " + a.dimension() + ", " + b.dimension() + ": equal ones are allowed");
        }
        Points first = Points.of(a);
        Points second = Points.of(b);
        List<double[]> units = units(a.dimension());
        double[] distances = new double[units.size()];
        double largest = 0;
        for (int k = 0; k < distances.length; k++) {
            QuantileFunction p = projection(first, units.get(k));
            QuantileFunction q = projection(second, units.get(k));
            distances[k] = Wasserstein.of(order).between(p, q);
            largest = Math.max(largest, distances[k]);
        }
        CompensatedSum sum = new CompensatedSum();
        for (double distance : distances) {
            sum.add(largest == 0 ? 0 : FastMath.pow(distance / largest, order));
        }
        return largest * FastMath.pow(sum.value() / distances.length, 1 / order);
    }

    /** The directions in which a measure of the given dimension is looked at. */
    List<double[]> units(int dimension) {
        List<double[]> units = new ArrayList<>();
        if (dimension == 1) {
            units.add(new double[] {1});
            return units;
        }
        if (dimension > 3) {
            return normal(dimension);
        }
        double golden = FastMath.PI * (3 - FastMath.sqrt(5));
        for (int k = 0; k < directions; k++) {
            double share = (k + 0.5) / directions;
            if (dimension == 2) {
                double angle = FastMath.PI * share;
                units.add(new double[] {FastMath.cos(angle), FastMath.sin(angle)});
            } else {
                double z = 1 - 2 * share;
                double radius = FastMath.sqrt(1 - z * z);
                double angle = golden * k;
                units.add(new double[] {radius * FastMath.cos(angle), radius * FastMath.sin(angle), z});
            }
        }
        return units;
    }

    private List<double[]> normal(int dimension) {
        double[][] levels = EvenPoints.latin(dimension, directions);
        NormalLaw normal = new NormalLaw(0, 1);
        List<double[]> units = new ArrayList<>();
        for (int k = 0; k < directions; k++) {
            double[] unit = new double[dimension];
            double square = 0;
            for (int d = 0; d < dimension; d++) {
                unit[d] = normal.quantile(levels[d][k]);
                square += unit[d] * unit[d];
            }
            if (square == 0) {
                unit[0] = square = 1;
            }
            for (int d = 0; d < dimension; d++) {
                unit[d] /= FastMath.sqrt(square);
            }
            units.add(unit);
        }
        return units;
    }

    private static QuantileFunction projection(Points points, double[] unit) {
        double[] x = new double[points.size()];
        for (int d = 0; d < unit.length; d++) {
            double[] coordinate = points.x()[d];
            for (int i = 0; i < x.length; i++) {
                x[i] += unit[d] * coordinate[i];
            }
        }
        return QuantileFunction.ofAtoms(new ParticleMeasure(new double[][] {x}, points.w()));
    }
}
