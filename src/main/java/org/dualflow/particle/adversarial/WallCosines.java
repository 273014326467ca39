package org.dualflow.particle.adversarial;

import org.dualflow.mesh.Domain;
import org.hipparchus.util.FastMath;

/**
 * The cosines of a box between walls, Π_d c_k(x_d) with c_0 = 1 and c_k(x) = √2 cos(kπ (x - lower)/L), for all k_d from 0 to a
 * highest one: orthonormal for the uniform law, and of no slope across walls, so that no particle is driven out. A logit that is even about
 * the walls and analytic is approximated with an error that falls geometrically with the highest k.
 *
 * <p>By the recurrences of Chebyshev's polynomials from one cosine and one sine per point and axis.
 */
public final class WallCosines implements Features {

    private final Domain box;
    private final int highest;

    /**
     * @param box 1 to 3 dimensions, no periodic ends
     * @param highest the largest k, from 1 to 100
     */
    public WallCosines(Domain box, int highest) {
        if (highest < 1 || highest > 100) {
            throw new IllegalArgumentException("highest = " + highest + ": 1 to 100 is allowed");
        }
        for (int d = 0; d < box.dimension(); d++) {
            if (box.side(d).isPeriodic()) {
                throw new IllegalArgumentException("axis " + d + " is periodic: axes between walls are allowed");
            }
        }
        this.box = box;
        this.highest = highest;
    }

    @Override
    public int size() {
        int size = 1;
        for (int d = 0; d < box.dimension(); d++) {
            size *= highest + 1;
        }
        return size;
    }

    @Override
    public void fill(double[][] x, int n, double[][] out) {
        double[][][] table = new double[box.dimension()][][];
        for (int d = 0; d < table.length; d++) {
            table[d] = cosines(d, x[d], n);
        }
        for (int f = 0; f < size(); f++) {
            product(table, f, n, out[f]);
        }
    }

    @Override
    public void fillSlope(int component, double[] c, double[][] x, int n, double[] out) {
        double[][][] table = new double[box.dimension()][][];
        for (int d = 0; d < table.length; d++) {
            table[d] = d == component ? slopes(d, x[d], n) : cosines(d, x[d], n);
        }
        double[] term = new double[n];
        java.util.Arrays.fill(out, 0, n, 0);
        for (int f = 0; f < size(); f++) {
            product(table, f, n, term);
            for (int i = 0; i < n; i++) {
                out[i] = Math.fma(c[f], term[i], out[i]);
            }
        }
    }

    /** Π_d table[d][k_d], the digits of {@code f} in base highest + 1 being the k_d. */
    private void product(double[][][] table, int f, int n, double[] out) {
        System.arraycopy(table[0][f % (highest + 1)], 0, out, 0, n);
        int rest = f / (highest + 1);
        for (int d = 1; d < table.length; d++, rest /= highest + 1) {
            double[] factor = table[d][rest % (highest + 1)];
            for (int i = 0; i < n; i++) {
                out[i] *= factor[i];
            }
        }
    }

    private double[][] cosines(int d, double[] x, int n) {
        double[][] table = new double[highest + 1][n];
        double rate = FastMath.PI / box.side(d).length();
        for (int i = 0; i < n; i++) {
            double angle = rate * (x[i] - box.side(d).lower());
            table[1][i] = FastMath.sqrt(2) * FastMath.cos(angle);
            table[0][i] = 1;
        }
        double first = FastMath.sqrt(2);
        for (int k = 2; k <= highest; k++) {
            double before = k == 2 ? first : 1;
            for (int i = 0; i < n; i++) {
                table[k][i] = first * table[1][i] * table[k - 1][i] - before * table[k - 2][i];
            }
        }
        return table;
    }

    /** c_k' = -√2 k q sin(kqy), q = π/L. */
    private double[][] slopes(int d, double[] x, int n) {
        double[][] table = new double[highest + 1][n];
        double rate = FastMath.PI / box.side(d).length();
        double[] twice = new double[n];
        for (int i = 0; i < n; i++) {
            double angle = rate * (x[i] - box.side(d).lower());
            table[1][i] = -FastMath.sqrt(2) * FastMath.sin(angle);
            twice[i] = 2 * FastMath.cos(angle);
        }
        for (int k = 2; k <= highest; k++) {
            for (int i = 0; i < n; i++) {
                table[k][i] = twice[i] * table[k - 1][i] - table[k - 2][i];
            }
        }
        for (int k = 1; k <= highest; k++) {
            for (int i = 0; i < n; i++) {
                table[k][i] *= k * rate;
            }
        }
        return table;
    }
}
