package org.dualflow.particle.flow;

import java.util.Arrays;
import org.dualflow.mesh.Domain;
import org.dualflow.particle.Walls;

/**
 * Particles and their images within reach of a box: mirrored at walls, so that a symmetric kernel has no flux through them,
 * and shifted by a period along periodic axes. Open ends have no images.
 */
final class Images {

    private final Domain domain;
    private final double reach;
    double[][] x;
    double[] w = new double[0];
    int[] origin = new int[0];
    int size;

    Images(Domain domain, double reach) {
        this.domain = domain;
        this.reach = reach;
        this.x = new double[domain.dimension()][0];
        for (Domain.Side side : domain.sides()) {
            if (!(reach <= side.length())) {
                throw new IllegalArgumentException("reach of the kernel = " + reach
                        + ": at most the length of an axis, " + side.length() + ", is allowed");
            }
        }
    }

    /** Takes new positions; weights follow by {@link #weigh}. */
    void place(double[][] from, int n) {
        grow(n);
        size = n;
        for (int i = 0; i < n; i++) {
            origin[i] = i;
        }
        for (int d = 0; d < x.length; d++) {
            System.arraycopy(from[d], 0, x[d], 0, n);
        }
        for (int d = 0; d < x.length; d++) {
            Domain.Side side = domain.side(d);
            for (int i = 0, end = size; i < end; i++) {
                double at = x[d][i];
                if (side.isPeriodic()) {
                    addIf(at - side.lower() < reach, i, d, at + side.length());
                    addIf(side.upper() - at < reach, i, d, at - side.length());
                } else {
                    addIf(!Walls.isOpen(side) && at - side.lower() < reach, i, d, 2 * side.lower() - at);
                    addIf(!Walls.isOpen(side) && side.upper() - at < reach, i, d, 2 * side.upper() - at);
                }
            }
        }
    }

    /** Gives every image the weight of its particle. */
    void weigh(double[] weights) {
        for (int i = 0; i < size; i++) {
            w[i] = weights[origin[i]];
        }
    }

    private void addIf(boolean inReach, int i, int d, double at) {
        if (inReach) {
            grow(size + 1);
            for (int c = 0; c < x.length; c++) {
                x[c][size] = x[c][i];
            }
            x[d][size] = at;
            origin[size++] = origin[i];
        }
    }

    private void grow(int n) {
        if (w.length < n) {
            int length = Math.max(n, w.length + w.length / 2);
            w = Arrays.copyOf(w, length);
            origin = Arrays.copyOf(origin, length);
            for (int d = 0; d < x.length; d++) {
                x[d] = Arrays.copyOf(x[d], length);
            }
        }
    }
}
