package org.dualflow.linear;

/**
 * A line of nodes, eliminated from both ends towards the middle: two independent chains of divisions, twice as fast as one.
 *
 * <p>Eliminating node i, whose ground is s and whose right side is β, gives x_i = e_i + f_i x_{i+1} with p = s + g_i,
 * f = g_i/p, e = β/p, and leaves node i+1 with ground c + f s and right side b + f β: no subtraction anywhere.
 */
final class Tridiagonal implements LineNetwork {

    private final int n;
    private final double[] f;

    Tridiagonal(int n) {
        this.n = n;
        this.f = new double[n];
    }

    @Override
    public void solve(double[] c, double[] g, double[] b, double[] x) {
        int middle = n / 2;
        double s = 0;
        double beta = 0;
        double t = 0;
        double gamma = 0;
        double up = 0;
        double down = 0;
        int k = n - 1;
        int i = 0;
        for (; i < middle && k > middle; i++, k--) {
            // p = s + g of this node directly, beside s: the chain from node to node is a sum, a quotient and a
            // product.
            double p = 1 / Math.fma(s, up, c[i] + g[i]);
            double q = 1 / Math.fma(t, down, c[k] + g[k - 1]);
            s = Math.fma(s, up, c[i]);
            t = Math.fma(t, down, c[k]);
            beta = Math.fma(beta, up, b[i]);
            gamma = Math.fma(gamma, down, b[k]);
            up = g[i] * p;
            down = g[k - 1] * q;
            f[i] = up;
            f[k] = down;
            x[i] = beta * p;
            x[k] = gamma * q;
        }
        for (; i < middle; i++) {
            s = Math.fma(s, up, c[i]);
            beta = Math.fma(beta, up, b[i]);
            double p = 1 / (s + g[i]);
            up = g[i] * p;
            f[i] = up;
            x[i] = beta * p;
        }
        s *= up;
        beta *= up;
        t *= down;
        gamma *= down;
        double y = (beta + b[middle] + gamma) / (s + c[middle] + t);
        x[middle] = y;
        double z = y;
        k = middle + 1;
        for (i = middle - 1; i >= 0 && k < n; i--, k++) {
            y = Math.fma(f[i], y, x[i]);
            x[i] = y;
            z = Math.fma(f[k], z, x[k]);
            x[k] = z;
        }
        for (; i >= 0; i--) {
            y = Math.fma(f[i], y, x[i]);
            x[i] = y;
        }
    }
}
