package org.dualflow.validation.manufactured;

import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.GaussRule;
import org.dualflow.mesh.Axis;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;

/** Exact masses of cells by tensor Gauss quadrature over the part of each cell inside the box. */
final class CellMassQuadrature {

    /** By dimension: 8, 6 and 4 nodes per axis. */
    private static final GaussRule[] RULES = {GaussRule.of(8), GaussRule.of(6), GaussRule.of(4)};

    private CellMassQuadrature() {}

    static CellMeasure masses(ManufacturedProblem problem, Mesh mesh, double t) {
        if (mesh.dimension() != problem.domain().dimension()) {
            throw new IllegalArgumentException("mesh dimension = " + mesh.dimension() + ": "
                    + problem.domain().dimension() + " is allowed");
        }
        double[][] rows = mesh.newRows();
        double[] point = new double[mesh.dimension()];
        int[] cell = new int[mesh.dimension()];
        for (int r = 0; r < rows.length; r++) {
            for (int i = 0; i < rows[r].length; i++) {
                for (int d = 0; d < cell.length; d++) {
                    cell[d] = d == 0 ? i : d == 1 ? r % mesh.cells(1) : r / mesh.cells(1);
                }
                rows[r][i] = integral(problem.solution(), mesh, cell, t, 0, point);
            }
        }
        for (Sink sink : problem.sinks()) {
            rows[0][mesh.axis(0).locate(sink.x())] += sink.mass().applyAsDouble(t);
        }
        return new CellMeasure(mesh, rows);
    }

    private static double integral(
            ManufacturedSolution solution, Mesh mesh, int[] cell, double t, int d, double[] point) {
        if (d == cell.length) {
            return Continuity.density(solution, t, point);
        }
        Axis axis = mesh.axis(d);
        double lower = axis.cellLower(cell[d]);
        double upper = axis.cellUpper(cell[d]);
        GaussRule rule = RULES[cell.length - 1];
        double sum = 0;
        for (int q = 0; q < rule.size(); q++) {
            point[d] = rule.node(q, lower, upper);
            sum += rule.weight(q, lower, upper) * integral(solution, mesh, cell, t, d + 1, point);
        }
        return sum;
    }

    /**
     * Requires mass one at time 0, on a mesh of 8 cells per axis. A smooth density with one or two waves on the box is
     * integrated to rounding there; 1e-10 leaves room for steeper ones and is far below any error it would hide.
     */
    static void requireUnit(ManufacturedProblem problem) {
        Domain box = new Domain(problem.domain().sides().stream()
                .map(s -> new Domain.Side(s.lower(), s.upper(), Boundary.NO_FLUX, Boundary.NO_FLUX))
                .toList());
        double mass = masses(problem, Mesh.uniform(box, 8), 0).mass();
        if (!(Math.abs(mass - 1) <= 1e-10)) {
            throw new IllegalArgumentException("density: mass " + mass + " at time 0: 1 is allowed");
        }
    }
}
