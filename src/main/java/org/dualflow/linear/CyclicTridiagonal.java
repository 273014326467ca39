package org.dualflow.linear;

/**
 * A ring of nodes. Node 0 is the hub: the others form a line that is eliminated from both ends towards its middle, each
 * node keeping a link h to the hub (the star that remains when a node of a network is taken out). No subtraction, as in
 * {@link Tridiagonal}.
 */
final class CyclicTridiagonal implements LineNetwork {

    private final int n;
    private final double[] f;
    private final double[] h;
    private double hubGround;
    private double hubSide;

    CyclicTridiagonal(int n) {
        this.n = n;
        this.f = new double[n];
        this.h = new double[n];
    }

    @Override
    public void solve(double[] c, double[] g, double[] b, double[] x) {
        hubGround = c[0];
        hubSide = b[0];
        int middle = 1 + (n - 1) / 2;
        double s = 0;
        double beta = 0;
        double hub = g[0];
        for (int i = 1; i < middle; i++) {
            s += c[i];
            beta += b[i];
            double p = 1 / (s + hub + g[i]);
            eliminate(i, s, beta, hub * p, x, p);
            f[i] = g[i] * p;
            s *= f[i];
            beta *= f[i];
            hub *= f[i];
        }
        double t = 0;
        double gamma = 0;
        double back = g[n - 1];
        for (int k = n - 1; k > middle; k--) {
            t += c[k];
            gamma += b[k];
            double p = 1 / (t + back + g[k - 1]);
            eliminate(k, t, gamma, back * p, x, p);
            f[k] = g[k - 1] * p;
            t *= f[k];
            gamma *= f[k];
            back *= f[k];
        }
        s += c[middle] + t;
        beta += b[middle] + gamma;
        hub += back;
        double p = 1 / (s + hub);
        eliminate(middle, s, beta, hub * p, x, p);
        double x0 = hubSide / hubGround;
        x[0] = x0;
        double y = Math.fma(h[middle], x0, x[middle]);
        x[middle] = y;
        double z = y;
        for (int i = middle - 1; i > 0; i--) {
            y = Math.fma(f[i], y, Math.fma(h[i], x0, x[i]));
            x[i] = y;
        }
        for (int k = middle + 1; k < n; k++) {
            z = Math.fma(f[k], z, Math.fma(h[k], x0, x[k]));
            x[k] = z;
        }
    }

    private void eliminate(int i, double ground, double side, double toHub, double[] x, double p) {
        h[i] = toHub;
        x[i] = side * p;
        hubGround += ground * toHub;
        hubSide += side * toHub;
    }
}
