package org.dualflow.measure;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.hipparchus.util.FastMath;

/**
 * A law with any density on a box in one to three dimensions, normalised here: the given function need not integrate to
 * one.
 *
 * <p>Cell masses by tensor Gauss quadrature with four nodes per axis and cell (order 8 for smooth densities; a cell cut by
 * a jump is wrong by a fraction of its own mass), divided by their sum. Starts of particles use conditional quantiles
 * (Rosenblatt's transformation) of the density averaged over the cells of a table, 2048, 512² or 96³ of them: they are off
 * by no more than one table cell.
 *
 * <p>Immutable.
 */
public final class BoxDensityLaw implements Law {

    private static final GaussRule RULE = GaussRule.of(4);
    private static final int[] TABLE = {2048, 512, 96};

    private final ToDoubleFunction<double[]> density;
    private final Domain box;
    private final ConditionalQuantiles table;

    /**
     * @param density f(x), up to a constant factor; finite and nonnegative on the box; must not keep its argument
     * @param box where the mass is; its boundaries play no role
     */
    public BoxDensityLaw(ToDoubleFunction<double[]> density, Domain box) {
        if (box.dimension() > Mesh.MAX_DIMENSION) {
            throw new IllegalArgumentException(
                    "box dimension = " + box.dimension() + ": 1 to " + Mesh.MAX_DIMENSION + " is allowed");
        }
        this.density = density;
        this.box = new Domain(box.sides().stream()
                .map(s -> new Domain.Side(s.lower(), s.upper(), Boundary.NO_FLUX, Boundary.NO_FLUX))
                .toList());
        this.table = new ConditionalQuantiles(onto(Mesh.uniform(this.box, TABLE[box.dimension() - 1])));
    }

    @Override
    public int dimension() {
        return box.dimension();
    }

    @Override
    public CellMeasure onto(Mesh mesh) {
        requireInside(mesh);
        double[][] rows = mesh.newRows();
        CompensatedSum sum = new CompensatedSum();
        for (int r = 0; r < rows.length; r++) {
            for (int i = 0; i < rows[r].length; i++) {
                rows[r][i] = cell(mesh, i, r % mesh.cells(1), r / mesh.cells(1));
            }
            sum.addAll(rows[r], rows[r].length);
        }
        double total = sum.value();
        if (!(total > 0 && total < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "density: integral = " + total + ": a positive finite integral is allowed");
        }
        for (double[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                row[i] /= total;
            }
        }
        return new CellMeasure(mesh, rows);
    }

    private void requireInside(Mesh mesh) {
        if (mesh.dimension() != dimension()) {
            throw new IllegalArgumentException(
                    "mesh dimension = " + mesh.dimension() + ": " + dimension() + " is allowed");
        }
        for (int d = 0; d < dimension(); d++) {
            Domain.Side outer = mesh.domain().side(d);
            Domain.Side inner = box.side(d);
            if (inner.lower() < outer.lower() || inner.upper() > outer.upper()) {
                throw new IllegalArgumentException("law: axis " + d + " of its box, [" + inner.lower() + ", "
                        + inner.upper() + "], is not inside [" + outer.lower() + ", " + outer.upper()
                        + "] of the mesh: a mesh that covers the box is allowed");
            }
        }
    }

    /** The integral over the part of cell (i, j, k) that lies in the box. */
    private double cell(Mesh mesh, int i, int j, int k) {
        int[] index = {i, j, k};
        int n = dimension();
        double[] lower = new double[n];
        double[] upper = new double[n];
        int nodes = 1;
        for (int d = 0; d < n; d++) {
            lower[d] = Math.max(mesh.axis(d).cellLower(index[d]), box.side(d).lower());
            upper[d] = Math.min(mesh.axis(d).cellUpper(index[d]), box.side(d).upper());
            if (!(lower[d] < upper[d])) {
                return 0;
            }
            nodes *= RULE.size();
        }
        double[] x = new double[n];
        double sum = 0;
        for (int q = 0; q < nodes; q++) {
            double weight = 1;
            int rest = q;
            for (int d = 0; d < n; d++) {
                int node = rest % RULE.size();
                rest /= RULE.size();
                x[d] = RULE.node(node, lower[d], upper[d]);
                weight *= RULE.weight(node, lower[d], upper[d]);
            }
            double value = density.applyAsDouble(x);
            if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "density(" + Arrays.toString(x) + ") = " + value + ": nonnegative finite numbers are allowed");
            }
            sum += weight * value;
        }
        return sum;
    }

    /** {@inheritDoc} m^d particles of equal weight, m = round(n^(1/d)), at conditional quantiles. */
    @Override
    public ParticleMeasure quantiles(int n) {
        int each = (int) Math.max(1, Math.round(FastMath.pow(Weights.count(n), 1.0 / dimension())));
        return table.lattice(each);
    }

    /** {@inheritDoc} Independent conditional quantiles at uniform levels. */
    @Override
    public ParticleMeasure sample(int n, RandomGenerator random) {
        return table.sample(Weights.count(n), random);
    }
}
