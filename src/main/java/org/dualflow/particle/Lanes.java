package org.dualflow.particle;

import org.dualflow.field.VelocityField;
import org.dualflow.parallel.Team;
import org.jspecify.annotations.Nullable;

/** Evaluates a field for many particles with the threads of a team, in blocks that each thread copies to arrays of its own. */
public final class Lanes {

    /** Particles of a block. */
    private static final int BLOCK = 4 * VelocityField.BLOCK;

    private final Team team;
    private final @Nullable VelocityField[] views;
    private final double[][][] points;
    private final double[][][] values;
    private @Nullable VelocityField field;
    private boolean divisible;

    /** For the threads of a team. */
    public Lanes(Team team) {
        this.team = team;
        this.views = new VelocityField[team.size()];
        this.points = new double[team.size()][][];
        this.values = new double[team.size()][][];
    }

    /** As {@link VelocityField#fill(double[][], int, double[][])}, with the same bits. */
    public void fill(VelocityField at, double[][] x, int n, double[][] out) {
        if (team.size() == 1 || n <= BLOCK) {
            at.fill(x, n, out);
            return;
        }
        look(at, x.length);
        if (!divisible) {
            at.fill(x, n, out);
            return;
        }
        team.run((n + BLOCK - 1) / BLOCK, (chunk, worker) -> fill(chunk, worker, x, n, out));
    }

    private void look(VelocityField at, int dimension) {
        if (field == at) {
            return;
        }
        field = at;
        divisible = true;
        for (int i = 0; i < views.length && divisible; i++) {
            views[i] = i == 0 ? at : at.twin();
            divisible = views[i] != null;
            points[i] = new double[dimension][BLOCK];
            values[i] = new double[dimension][BLOCK];
        }
    }

    private void fill(int chunk, int worker, double[][] x, int n, double[][] out) {
        @Nullable VelocityField view = views[worker];
        int from = chunk * BLOCK;
        int size = Math.min(BLOCK, n - from);
        for (int d = 0; d < x.length; d++) {
            System.arraycopy(x[d], from, points[worker][d], 0, size);
        }
        if (view != null) {
            view.fill(points[worker], size, values[worker]);
        }
        for (int d = 0; d < x.length; d++) {
            System.arraycopy(values[worker][d], 0, out[d], from, size);
        }
    }
}
