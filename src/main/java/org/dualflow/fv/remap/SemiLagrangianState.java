package org.dualflow.fv.remap;

import java.util.ArrayList;
import java.util.List;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.Measure;
import org.dualflow.mesh.Axis;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.State;
import org.dualflow.restart.Restartable;
import org.dualflow.restart.Tape;

/** All unknowns at one instant, with what the reconstruction carries besides the masses. */
final class SemiLagrangianState implements Restartable {

    /** Masses, {@code mass[species][rows][cells]}. */
    final double[][][] mass;
    /** Centres of mass, {@code mean[species][dimension or 0][rows][cells]}. */
    final double[][][][] mean;
    /** Variances, of the same shape. */
    final double[][][][] variance;

    final double[] scalars;
    final State view;
    private final List<Mesh> meshes;
    private final double[][][][] points;
    private final RemapSlabs slabs = new RemapSlabs();

    SemiLagrangianState(List<Mesh> meshes, int scalars, boolean moments) {
        int species = meshes.size();
        this.meshes = meshes;
        this.scalars = new double[scalars];
        mass = new double[species][][];
        mean = new double[species][][][];
        variance = new double[species][][][];
        points = new double[species][][][];
        List<Measure> measures = new ArrayList<>();
        for (int s = 0; s < species; s++) {
            Mesh mesh = meshes.get(s);
            int dimension = moments ? mesh.dimension() : 0;
            mass[s] = mesh.newRows();
            mean[s] = new double[dimension][][];
            variance[s] = new double[dimension][][];
            points[s] = new double[dimension][][];
            for (int d = 0; d < dimension; d++) {
                mean[s][d] = mesh.newRows();
                variance[s][d] = mesh.newRows();
                points[s][d] = mesh.newRows();
            }
            measures.add(moments ? new CellMeasure(mesh, mass[s], points[s]) : new CellMeasure(mesh, mass[s]));
        }
        view = new State(List.copyOf(measures), this.scalars);
    }

    void copy(SemiLagrangianState other) {
        for (int s = 0; s < mass.length; s++) {
            copy(other.mass[s], mass[s]);
            for (int d = 0; d < mean[s].length; d++) {
                copy(other.mean[s][d], mean[s][d]);
                copy(other.variance[s][d], variance[s][d]);
            }
        }
        System.arraycopy(other.scalars, 0, scalars, 0, scalars.length);
    }

    @Override
    public void transfer(Tape tape) {
        tape.numbers(scalars);
        for (int s = 0; s < mass.length; s++) {
            tape.numbers(mass[s]);
            for (int d = 0; d < mean[s].length; d++) {
                tape.numbers(mean[s][d]);
                tape.numbers(variance[s][d]);
            }
        }
        if (tape.plays()) {
            publish();
        }
    }

    private static void copy(double[][] from, double[][] to) {
        for (int r = 0; r < from.length; r++) {
            System.arraycopy(from[r], 0, to[r], 0, from[r].length);
        }
    }

    /**
     * Brings the points of the view up to date: the centre of mass of each cell, the point of the cell if it is empty,
     * and the wall if a cell at a clipped wall holds an atom on it.
     */
    void publish() {
        for (int s = 0; s < mass.length; s++) {
            for (int d = 0; d < mean[s].length; d++) {
                for (int r = 0; r < mass[s].length; r++) {
                    publish(s, d, r);
                }
            }
        }
    }

    private void publish(int s, int d, int r) {
        Mesh mesh = meshes.get(s);
        Axis axis = mesh.axis(d);
        int n = axis.cells();
        double[] row = points[s][d][r];
        int across = d == 1 ? r % mesh.cells(1) : r / mesh.cells(1);
        for (int i = 0; i < row.length; i++) {
            int c = d == 0 ? i : across;
            double m = mass[s][r][i];
            if (!(m > 0)) {
                row[i] = axis.point(c);
                continue;
            }
            row[i] = mean[s][d][r][i];
            boolean lowerWall = c == 0 && axis.side().atLower() == Boundary.CLIPPED;
            boolean upperWall = c == n - 1 && axis.side().atUpper() == Boundary.CLIPPED;
            if (lowerWall || upperWall) {
                slabs.fit(m, row[i], variance[s][d][r][i], axis.cellLower(c), axis.cellUpper(c));
                if (lowerWall ? slabs.atLower > 0 : slabs.atUpper > 0) {
                    row[i] = axis.point(c);
                }
            }
        }
    }
}
