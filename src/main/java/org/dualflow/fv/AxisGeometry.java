package org.dualflow.fv;

import org.dualflow.measure.Reductions;
import org.dualflow.mesh.Axis;
import org.dualflow.mesh.Boundary;

/**
 * What a flux along one axis needs to know of it. On a uniform axis rows of masses are used as they are and 1/Δx is in
 * the coefficient; on a graded one they are divided by the widths first.
 */
final class AxisGeometry {

    final int cells;
    final boolean uniform;
    final boolean periodic;
    final boolean openBelow;
    final boolean openAbove;
    /** 1/Δx_i. */
    final double[] inverseWidth;
    /** 1/(x_f - x_{f-1}) for face f; at an end of the axis, where it is not periodic, 1/Δx of the cell there. */
    final double[] inverseDistance;
    /** Δx_i over the distance of the middles of cells i and i-1. */
    final double[] alpha;
    /** Δx_i over the distance of the middles of cells i+1 and i. */
    final double[] beta;

    private final double largestInverse;

    AxisGeometry(Axis axis) {
        cells = axis.cells();
        uniform = axis.isUniform();
        periodic = axis.side().isPeriodic();
        openBelow = axis.side().atLower() == Boundary.OPEN;
        openAbove = axis.side().atUpper() == Boundary.OPEN;
        inverseWidth = new double[cells];
        inverseDistance = new double[cells + 1];
        alpha = new double[cells];
        beta = new double[cells];
        for (int i = 0; i < cells; i++) {
            double width = axis.width(i);
            inverseWidth[i] = 1 / width;
            alpha[i] = 2 * width / (width + neighbourWidth(axis, i - 1));
            beta[i] = 2 * width / (width + neighbourWidth(axis, i + 1));
        }
        largestInverse = Reductions.greatest(inverseWidth);
        for (int f = 0; f <= cells; f++) {
            inverseDistance[f] = 1 / distance(axis, f);
        }
    }

    private double neighbourWidth(Axis axis, int i) {
        return axis.width(neighbour(i));
    }

    private double distance(Axis axis, int f) {
        if (uniform) {
            return axis.width(0);
        }
        if (f > 0 && f < cells) {
            return axis.point(f) - axis.point(f - 1);
        }
        if (periodic) {
            return axis.point(0) - axis.side().lower() + axis.side().upper() - axis.point(cells - 1);
        }
        return axis.width(f == 0 ? 0 : cells - 1);
    }

    /** The cell that stands at index {@code i} of a stencil: wrapped on a periodic axis, else the nearest one. */
    int neighbour(int i) {
        return periodic ? Math.floorMod(i, cells) : Math.min(Math.max(i, 0), cells - 1);
    }

    /** Factor of a difference of twice the flux in a step Δt. */
    double coefficient(double dt) {
        return uniform ? 0.5 * dt * inverseWidth[0] : 0.5 * dt;
    }

    /** The largest factor of a difference of twice the flux in a step Δt, in a cell. */
    double largestCoefficient(double dt) {
        return 0.5 * dt * largestInverse;
    }
}
