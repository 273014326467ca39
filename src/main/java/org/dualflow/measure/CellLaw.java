package org.dualflow.measure;

import java.util.random.RandomGenerator;
import org.dualflow.mesh.Mesh;

/**
 * A law whose density is constant on every cell of a mesh: any density given by numbers. On another mesh its cells are cut.
 *
 * <p>Immutable.
 */
public final class CellLaw implements SmoothLaw {

    private final CellMeasure cells;
    private final ConditionalQuantiles quantiles;

    /**
     * @param masses nonnegative and finite, of positive sum, which is divided out; copied
     */
    public CellLaw(CellMeasure masses) {
        cells = masses.copy();
        CompensatedSum sum = new CompensatedSum();
        for (double[] row : cells.rows()) {
            for (double m : row) {
                if (!(m >= 0 && m < Double.POSITIVE_INFINITY)) {
                    throw new IllegalArgumentException(
                            "mass of a cell = " + m + ": a nonnegative finite number is allowed");
                }
            }
            sum.addAll(row, row.length);
        }
        double total = sum.value();
        if (!(total > 0 && total < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("masses: sum = " + total + ": a positive finite sum is allowed");
        }
        if (total != 1) {
            for (double[] row : cells.rows()) {
                for (int i = 0; i < row.length; i++) {
                    row[i] /= total;
                }
            }
        }
        quantiles = new ConditionalQuantiles(cells);
    }

    @Override
    public int dimension() {
        return cells.dimension();
    }

    @Override
    public void fillDensity(double[][] x, int n, double[] out) {
        Mesh mesh = cells.mesh();
        for (int p = 0; p < n; p++) {
            int[] at = new int[3];
            boolean inside = true;
            for (int d = 0; d < mesh.dimension(); d++) {
                at[d] = mesh.axis(d).locate(x[d][p]);
                inside &= at[d] >= 0;
            }
            out[p] = inside ? cells.rows()[at[1] + mesh.cells(1) * at[2]][at[0]] / mesh.volume(at[0], at[1], at[2]) : 0;
        }
    }

    @Override
    public void fillScore(int component, double[][] x, int n, double[] out) {
        java.util.Arrays.fill(out, 0, n, 0);
    }

    /** {@inheritDoc} Shares of cells by volume; the mesh must cover the support. */
    @Override
    public CellMeasure onto(Mesh mesh) {
        Mesh own = cells.mesh();
        if (mesh == own) {
            return cells.copy();
        }
        if (mesh.dimension() != own.dimension()) {
            throw new IllegalArgumentException(
                    "mesh dimension = " + mesh.dimension() + ": " + own.dimension() + " is allowed");
        }
        Overlap[] overlaps = new Overlap[3];
        for (int d = 0; d < 3; d++) {
            overlaps[d] = d < own.dimension() ? Overlap.of(own.axis(d), mesh.axis(d)) : Overlap.TRIVIAL;
        }
        double[][] rows = mesh.newRows();
        double total = 0;
        for (int k = 0; k < overlaps[2].from().length; k++) {
            for (int j = 0; j < overlaps[1].from().length; j++) {
                double[] source = cells.rows()[
                        overlaps[1].from()[j] + own.cells(1) * overlaps[2].from()[k]];
                double[] row =
                        rows[overlaps[1].to()[j] + mesh.cells(1) * overlaps[2].to()[k]];
                double share = overlaps[1].share()[j] * overlaps[2].share()[k];
                for (int i = 0; i < overlaps[0].from().length; i++) {
                    double m = source[overlaps[0].from()[i]] * overlaps[0].share()[i] * share;
                    row[overlaps[0].to()[i]] += m;
                    total += m;
                }
            }
        }
        if (!(Math.abs(total - 1) <= 1e-12)) {
            throw new IllegalArgumentException(
                    "law: mass " + (1 - total) + " lies outside the mesh: at most 1e-12 is allowed");
        }
        return new CellMeasure(mesh, rows);
    }

    @Override
    public ParticleMeasure quantiles(int n) {
        int each = (int) Math.max(1, Math.round(Math.pow(Weights.count(n), 1.0 / dimension())));
        return quantiles.lattice(each);
    }

    @Override
    public ParticleMeasure sample(int n, RandomGenerator random) {
        return quantiles.sample(Weights.count(n), random);
    }
}
