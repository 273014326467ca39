package org.dualflow.fv.remap;

import org.dualflow.mesh.Axis;
import org.dualflow.mesh.Boundary;

/**
 * Densities at the two ends of every cell of a line, times its width; between them the density is the parabola with
 * these ends and the mass of the cell. Interpolation and limiter of Colella and Woodward (1984), equations 1.6 to 1.10,
 * on any grid.
 *
 * <p>At an end that is not periodic the outermost cell has a one-sided limited slope; at a clipped end, where the cell
 * holds an atom as a rule, it is constant. The edge values next to it use that slope.
 */
final class RemapProfile {

    private final RemapReconstruction reconstruction;
    private final boolean periodic;
    private final boolean flatFirst;
    private final boolean flatLast;
    private final int n;
    private final double[] width;
    private final double[] density;
    private final double[] slope;
    private final double[] edge;
    private final double[][] slopeWeight;
    private final double[][] edgeWeight;
    /** Density at the lower end of the cell, times its width. */
    final double[] left;
    /** Density at the upper end of the cell, times its width. */
    final double[] right;

    RemapProfile(Axis axis, RemapReconstruction reconstruction) {
        this.reconstruction = reconstruction;
        n = axis.cells();
        periodic = axis.side().isPeriodic();
        flatFirst = axis.side().atLower() == Boundary.CLIPPED;
        flatLast = axis.side().atUpper() == Boundary.CLIPPED;
        width = new double[n];
        for (int i = 0; i < n; i++) {
            width[i] = axis.width(i);
        }
        density = new double[n];
        slope = new double[n];
        edge = new double[n + 1];
        left = new double[n];
        right = new double[n];
        slopeWeight = new double[2][n];
        edgeWeight = new double[3][n + 1];
        for (int i = 0; i < n; i++) {
            weighSlope(i, width[before(i)], width[i], width[after(i)]);
            weighEdge(i, width[before(before(i))], width[before(i)], width[i], width[after(i)]);
        }
    }

    private int before(int i) {
        return i > 0 ? i - 1 : periodic ? n - 1 : 0;
    }

    private int after(int i) {
        return i < n - 1 ? i + 1 : periodic ? 0 : n - 1;
    }

    private void weighSlope(int i, double a, double b, double c) {
        slopeWeight[0][i] = b / (a + b + c) * (b + 2 * c) / (a + b);
        slopeWeight[1][i] = b / (a + b + c) * (2 * a + b) / (c + b);
    }

    /** Weights at face {@code i} of the jump across it and of the slopes below and above it. */
    private void weighEdge(int i, double a, double b, double c, double d) {
        double sum = a + b + c + d;
        double p = (a + b) / (2 * b + c);
        double q = (d + c) / (2 * c + b);
        edgeWeight[0][i] = b / (b + c) + 2 * c * b / (b + c) * (p - q) / sum;
        edgeWeight[1][i] = c * q / sum;
        edgeWeight[2][i] = -b * p / sum;
    }

    /** Fits all cells of a line. */
    void fit(double[] mass) {
        if (reconstruction == RemapReconstruction.CONSTANT || n < 2) {
            System.arraycopy(mass, 0, left, 0, n);
            System.arraycopy(mass, 0, right, 0, n);
            return;
        }
        for (int i = 0; i < n; i++) {
            density[i] = mass[i] / width[i];
        }
        for (int i = 0; i < n; i++) {
            slope[i] = slopeOf(i);
        }
        if (reconstruction == RemapReconstruction.LINEAR) {
            for (int i = 0; i < n; i++) {
                left[i] = mass[i] - 0.5 * slope[i] * width[i];
                right[i] = mass[i] + 0.5 * slope[i] * width[i];
            }
        } else {
            parabolas(mass);
        }
    }

    private double slopeOf(int i) {
        double below = density[i] - density[before(i)];
        double above = density[after(i)] - density[i];
        if (!periodic && i == 0) {
            return flatFirst ? 0 : limited(above, 2 * density[i], 2 * above);
        }
        if (!periodic && i == n - 1) {
            return flatLast ? 0 : -limited(-below, 2 * density[i], -2 * below);
        }
        if (below * above <= 0) {
            return 0;
        }
        double central = slopeWeight[0][i] * below + slopeWeight[1][i] * above;
        double most = 2 * Math.min(Math.abs(below), Math.abs(above));
        return Math.signum(below) * Math.min(Math.abs(central), most);
    }

    /** A one-sided slope, cut so that the density stays nonnegative at both ends of the cell. */
    private static double limited(double slope, double most, double alsoMost) {
        return Math.signum(slope) * Math.min(Math.abs(slope), Math.min(most, Math.abs(alsoMost)));
    }

    private void parabolas(double[] mass) {
        for (int i = periodic ? 0 : 1; i < n; i++) {
            int b = before(i);
            double jump = density[i] - density[b];
            edge[i] = density[b] + edgeWeight[0][i] * jump + edgeWeight[1][i] * slope[b] + edgeWeight[2][i] * slope[i];
        }
        if (periodic) {
            edge[n] = edge[0];
        } else {
            edge[0] = density[0] - 0.5 * slope[0];
            edge[n] = density[n - 1] + 0.5 * slope[n - 1];
        }
        for (int i = 0; i < n; i++) {
            limit(i, mass[i], edge[i] * width[i], edge[i + 1] * width[i]);
        }
    }

    private void limit(int i, double mass, double l, double r) {
        double jump = r - l;
        double bend = 6 * mass - 3 * (l + r);
        if ((r - mass) * (mass - l) <= 0) {
            left[i] = mass;
            right[i] = mass;
        } else if (jump * bend > jump * jump) {
            left[i] = 3 * mass - 2 * r;
            right[i] = r;
        } else if (jump * bend < -jump * jump) {
            left[i] = l;
            right[i] = 3 * mass - 2 * l;
        } else {
            left[i] = l;
            right[i] = r;
        }
    }
}
