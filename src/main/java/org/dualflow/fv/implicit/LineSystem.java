package org.dualflow.fv.implicit;

import org.dualflow.linear.LineNetwork;

/** The linear systems on a line or a circle, by elimination. */
final class LineSystem implements LinearSolver {

    private final LineNetwork network;
    private final double[] conductances;
    private double[] ground = new double[0];

    LineSystem(FlowGrid grid) {
        network = LineNetwork.of(grid.mesh.rowLength(), grid.mesh.axis(0).side().isPeriodic());
        conductances = grid.conductances[0][0];
    }

    @Override
    public void ground(double[][] ground) {
        this.ground = ground[0];
    }

    @Override
    public double solve(double[][] side, double[][] x, double allowance) {
        network.solve(ground, conductances, side[0], x[0]);
        return 0;
    }

    @Override
    public int iterations() {
        return 0;
    }

    @Override
    public boolean isDirect() {
        return true;
    }
}
