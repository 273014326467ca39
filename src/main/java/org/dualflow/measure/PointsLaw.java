package org.dualflow.measure;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.dualflow.mesh.Mesh;

/**
 * Finitely many weighted points in any dimension: the empirical law of measured data. On a line, {@link AtomicLaw} is a
 * line law too.
 *
 * <p>Immutable.
 */
public final class PointsLaw implements Law {

    private final ParticleMeasure points;
    private final double[] cumulated;

    private PointsLaw(ParticleMeasure points) {
        this.points = points;
        this.cumulated = new double[points.size()];
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < cumulated.length; i++) {
            sum.add(points.weights()[i]);
            cumulated[i] = Math.min(1, sum.value());
        }
        Arrays.fill(cumulated, lastOfWeight(), cumulated.length, 1);
    }

    private int lastOfWeight() {
        int last = cumulated.length - 1;
        while (points.weights()[last] == 0) {
            last--;
        }
        return last;
    }

    /**
     * The law that the points are.
     *
     * @param points finite coordinates, nonnegative weights of sum 1 up to 1e-12, copied
     */
    public static PointsLaw of(ParticleMeasure points) {
        ParticleMeasure copy = points.copy();
        Weights.probability("weights", copy.weights());
        for (int d = 0; d < copy.dimension(); d++) {
            for (int i = 0; i < copy.size(); i++) {
                Weights.finite("points[" + d + "][" + i + "]", copy.x(d)[i]);
            }
        }
        return new PointsLaw(copy);
    }

    @Override
    public int dimension() {
        return points.dimension();
    }

    /** {@inheritDoc} A point outside the mesh is mass outside it. */
    @Override
    public CellMeasure onto(Mesh mesh) {
        if (mesh.dimension() != dimension()) {
            throw new IllegalArgumentException(
                    "mesh dimension = " + mesh.dimension() + ": " + dimension() + " is allowed");
        }
        double[][] rows = mesh.newRows();
        double outside = 0;
        for (int i = 0; i < points.size(); i++) {
            int row = 0;
            boolean inside = true;
            for (int d = dimension() - 1; d >= 0; d--) {
                int cell = mesh.axis(d).locate(points.x(d)[i]);
                inside &= cell >= 0;
                row = d > 0 ? row * mesh.cells(d) + cell : row;
            }
            if (inside) {
                rows[row][mesh.axis(0).locate(points.x(0)[i])] += points.weights()[i];
            } else {
                outside += points.weights()[i];
            }
        }
        if (!(outside <= Weights.NORMALISATION)) {
            throw new IllegalArgumentException(
                    "law: mass " + outside + " lies outside the mesh: at most 1e-12 is allowed");
        }
        return new CellMeasure(mesh, rows);
    }

    /** {@inheritDoc} The law is particles already: it starts from all its points with their weights, whatever {@code n}. */
    @Override
    public ParticleMeasure quantiles(int n) {
        Weights.count(n);
        return points.copy();
    }

    /** {@inheritDoc} Points are drawn with replacement. */
    @Override
    public ParticleMeasure sample(int n, RandomGenerator random) {
        double[][] x = new double[dimension()][Weights.count(n)];
        double[] w = new double[n];
        Arrays.fill(w, 1.0 / n);
        for (int i = 0; i < n; i++) {
            int at = Arrays.binarySearch(cumulated, Math.nextUp(random.nextDouble()));
            int k = at >= 0 ? at : -at - 1;
            while (k > 0 && cumulated[k - 1] == cumulated[k]) {
                k--;
            }
            for (int d = 0; d < x.length; d++) {
                x[d][i] = points.x(d)[k];
            }
        }
        return new ParticleMeasure(x, w);
    }
}
