package org.dualflow.measure;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.hipparchus.util.FastMath;

/**
 * The product of laws on the line: independent coordinates.
 *
 * @param factors one per coordinate, 1 to {@value Domain#MAX_DIMENSION}
 */
public record ProductLaw(List<LineLaw> factors) implements Law {

    /** Checks the number of factors. */
    public ProductLaw {
        factors = List.copyOf(factors);
        if (factors.isEmpty() || factors.size() > Domain.MAX_DIMENSION) {
            throw new IllegalArgumentException(
                    "factors = " + factors.size() + ": 1 to " + Domain.MAX_DIMENSION + " are allowed");
        }
    }

    /** The product of the given laws. */
    public static ProductLaw of(LineLaw... factors) {
        return new ProductLaw(List.of(factors));
    }

    @Override
    public int dimension() {
        return factors.size();
    }

    @Override
    public CellMeasure onto(Mesh mesh) {
        if (mesh.dimension() != dimension()) {
            throw new IllegalArgumentException(
                    "mesh dimension = " + mesh.dimension() + ": " + dimension() + " is allowed");
        }
        double[][] mass = new double[Mesh.MAX_DIMENSION][];
        for (int d = 0; d < mass.length; d++) {
            mass[d] =
                    d < dimension() ? factors.get(d).onto(Mesh.of(mesh.axis(d))).rows()[0] : new double[] {1};
        }
        double[][] rows = mesh.newRows();
        for (int r = 0; r < rows.length; r++) {
            double row = mass[1][r % mass[1].length] * mass[2][r / mass[1].length];
            for (int i = 0; i < rows[r].length; i++) {
                rows[r][i] = mass[0][i] * row;
            }
        }
        return new CellMeasure(mesh, rows);
    }

    /**
     * {@inheritDoc} In one to three dimensions the product of quantile starts of the factors, of about n^(1/d) points
     * each. A factor that has no more atoms than that enters with its atoms and their weights, and leaves its points to the
     * others. In more dimensions {@code n} points of equal weight: every coordinate takes each of its quantiles (i + ½)/n once,
     * in the order of a sequence of low discrepancy ({@link EvenPoints}), so that each marginal starts as on a line.
     */
    @Override
    public ParticleMeasure quantiles(int n) {
        if (dimension() > Mesh.MAX_DIMENSION) {
            return evenly(Weights.count(n));
        }
        ParticleMeasure[] lines = new ParticleMeasure[dimension()];
        double left = Weights.count(n);
        int open = lines.length;
        for (int d = 0; d < lines.length; d++) {
            if (factors.get(d) instanceof AtomicLaw atomic && FastMath.pow((double) atomic.size(), lines.length) <= n) {
                double[] w = new double[atomic.size()];
                Arrays.setAll(w, atomic::weight);
                lines[d] = new ParticleMeasure(new double[][] {atomic.atoms()}, w);
                left /= w.length;
                open--;
            }
        }
        int each = open == 0 ? 1 : (int) Math.max(1, Math.round(FastMath.pow(left, 1.0 / open)));
        for (int d = 0; d < lines.length; d++) {
            if (lines[d] == null) {
                lines[d] = factors.get(d).quantiles(each);
            }
        }
        return product(lines);
    }

    private ParticleMeasure evenly(int n) {
        double[][] x = EvenPoints.latin(dimension(), n);
        for (int d = 0; d < x.length; d++) {
            for (int i = 0; i < n; i++) {
                x[d][i] = factors.get(d).quantile(x[d][i]);
            }
        }
        double[] w = new double[n];
        Arrays.fill(w, 1.0 / n);
        return new ParticleMeasure(x, w);
    }

    private static ParticleMeasure product(ParticleMeasure[] lines) {
        int n = 1;
        for (ParticleMeasure line : lines) {
            n = Math.multiplyExact(n, line.size());
        }
        double[][] x = new double[lines.length][n];
        double[] w = new double[n];
        Arrays.fill(w, 1);
        int stride = 1;
        for (int d = 0; d < lines.length; d++) {
            int size = lines[d].size();
            for (int i = 0; i < n; i++) {
                int at = i / stride % size;
                x[d][i] = lines[d].x(0)[at];
                w[i] *= lines[d].weights()[at];
            }
            stride *= size;
        }
        return new ParticleMeasure(x, w);
    }

    @Override
    public ParticleMeasure sample(int n, RandomGenerator random) {
        double[][] x = new double[dimension()][];
        double[] w = new double[Weights.count(n)];
        for (int d = 0; d < x.length; d++) {
            x[d] = factors.get(d).sample(n, random).x(0);
        }
        Arrays.fill(w, 1.0 / n);
        return new ParticleMeasure(x, w);
    }
}
