package org.dualflow.particle;

import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;

/** Brings one coordinate of the particles back to where the domain allows it to be. Kernels over arrays. */
public final class Walls {

    private Walls() {}

    /**
     * {@code out = x + delta}, then clipped to [lower, upper], or wrapped around it.
     *
     * <p>Open ends clip as well: no field is evaluated outside the domain.
     */
    public static void move(Domain.Side side, double[] x, double[] delta, double[] out, int n) {
        double lower = side.lower();
        double upper = side.upper();
        if (!side.isPeriodic()) {
            for (int i = 0; i < n; i++) {
                out[i] = Math.min(upper, Math.max(lower, x[i] + delta[i]));
            }
            return;
        }
        double length = side.length();
        for (int i = 0; i < n; i++) {
            out[i] = x[i] + delta[i];
        }
        for (int i = 0; i < n; i++) {
            out[i] -= length * Math.floor((out[i] - lower) / length);
        }
        for (int i = 0; i < n; i++) {
            if (!(out[i] >= lower && out[i] < upper)) {
                out[i] = lower;
            }
        }
    }

    /** Marks the particles that {@code x + delta} takes through an open end. */
    static void markExits(Domain.Side side, double[] x, double[] delta, boolean[] exits, int n) {
        double lower = side.atLower() == Boundary.OPEN ? side.lower() : Double.NEGATIVE_INFINITY;
        double upper = side.atUpper() == Boundary.OPEN ? side.upper() : Double.POSITIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            double y = x[i] + delta[i];
            if (y < lower || y > upper) {
                exits[i] = true;
            }
        }
    }

    /** Whether an axis has an open end. */
    public static boolean isOpen(Domain.Side side) {
        return side.atLower() == Boundary.OPEN || side.atUpper() == Boundary.OPEN;
    }

    /** The first displacement that is not finite or larger than {@code limit}; -1 if there is none. */
    public static int firstBeyond(double[] delta, int n, double limit) {
        double worst = 0;
        for (int i = 0; i < n; i++) {
            worst = Math.max(worst, Math.abs(delta[i]));
        }
        if (worst <= limit) {
            return -1;
        }
        int i = 0;
        while (Math.abs(delta[i]) <= limit) {
            i++;
        }
        return i;
    }

    /** {@code out = h Σ_s c_s k_s}. */
    static void combine(double h, double[] c, double[][] k, double[] out, int n) {
        double c0 = h * c[0];
        double[] k0 = k[0];
        switch (c.length) {
            case 1 -> {
                for (int i = 0; i < n; i++) {
                    out[i] = c0 * k0[i];
                }
            }
            case 2 -> {
                double c1 = h * c[1];
                double[] k1 = k[1];
                for (int i = 0; i < n; i++) {
                    out[i] = c0 * k0[i] + c1 * k1[i];
                }
            }
            case 3 -> {
                double c1 = h * c[1];
                double c2 = h * c[2];
                double[] k1 = k[1];
                double[] k2 = k[2];
                for (int i = 0; i < n; i++) {
                    out[i] = c0 * k0[i] + c1 * k1[i] + c2 * k2[i];
                }
            }
            default -> {
                double c1 = h * c[1];
                double c2 = h * c[2];
                double c3 = h * c[3];
                double[] k1 = k[1];
                double[] k2 = k[2];
                double[] k3 = k[3];
                for (int i = 0; i < n; i++) {
                    out[i] = (c0 * k0[i] + c1 * k1[i]) + (c2 * k2[i] + c3 * k3[i]);
                }
                for (int r = 4; r < c.length; r++) {
                    double more = h * c[r];
                    double[] kr = k[r];
                    for (int i = 0; i < n; i++) {
                        out[i] += more * kr[i];
                    }
                }
            }
        }
    }
}
