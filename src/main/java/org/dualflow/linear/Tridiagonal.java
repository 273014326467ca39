package org.dualflow.linear;

/**
 * A line of nodes. The one in its middle is the hub; both halves are eliminated from both ends: four independent chains of
 * divisions, which run side by side.
 *
 * <p>Eliminating node i, whose ground is s and whose right side is β, gives x_i = f_i x_{i+1} + e_i with p = s + g_i,
 * f = g_i/p, e = β/p, and leaves node i+1 with ground c + f s and right side b + f β. In the chains that start at the hub every
 * node keeps a link k to it: p = s + k + g_i, and x_i = f_i x_{i+1} + h_i x_hub + e_i with h = k/p; the next node has the link
 * f k, and the hub gains the ground h s and the right side h β. There is no subtraction anywhere.
 */
final class Tridiagonal implements LineNetwork {

    private final int n;
    private final int hub;

    /** Nodes that each chain takes before the first two meet. */
    private final int common;

    private final double[] f;
    private final double[] h;
    private double hubGround;
    private double hubSide;

    Tridiagonal(int n) {
        this.n = n;
        hub = n / 2;
        common = Math.max(0, (n - 2 - hub) / 2);
        f = new double[n];
        h = new double[n];
    }

    @Override
    public void solve(double[] c, double[] g, double[] b, double[] x) {
        hubGround = c[hub];
        hubSide = b[hub];
        if (n > 2) {
            eliminateHalves(c, g, b, x);
        } else if (n == 2) {
            eliminateLast(0, c[0], b[0], g[0], x);
        }
        x[hub] = hubSide / hubGround;
        if (n > 1) {
            substitute(x);
        }
    }

    /** Four chains: from the first node up, from the last one down, from the hub up and down. */
    private void eliminateHalves(double[] c, double[] g, double[] b, double[] x) {
        int last = n - 1;
        int above = hub + 1;
        int below = hub - 1;
        double s = 0;
        double beta = 0;
        double up = 0;
        double t = 0;
        double gamma = 0;
        double down = 0;
        double groundAbove = 0;
        double sideAbove = 0;
        double linkAbove = g[hub];
        double sumAbove = linkAbove;
        double upAbove = 1;
        double groundBelow = 0;
        double sideBelow = 0;
        double linkBelow = g[below];
        double sumBelow = linkBelow;
        double downBelow = 1;
        double addedGround = 0;
        double addedSide = 0;
        for (int i = 0; i < common; i++) {
            int k = last - i;
            int l = above + i;
            int m = below - i;
            // p directly, beside the ground: the chain from node to node is a sum, a quotient and a product.
            double p = 1 / Math.fma(s, up, c[i] + g[i]);
            double q = 1 / Math.fma(t, down, c[k] + g[k - 1]);
            double y = 1 / Math.fma(sumAbove, upAbove, c[l] + g[l]);
            double z = 1 / Math.fma(sumBelow, downBelow, c[m] + g[m - 1]);
            s = Math.fma(s, up, c[i]);
            t = Math.fma(t, down, c[k]);
            sumAbove = Math.fma(sumAbove, upAbove, c[l]);
            sumBelow = Math.fma(sumBelow, downBelow, c[m]);
            groundAbove = Math.fma(groundAbove, upAbove, c[l]);
            groundBelow = Math.fma(groundBelow, downBelow, c[m]);
            beta = Math.fma(beta, up, b[i]);
            gamma = Math.fma(gamma, down, b[k]);
            sideAbove = Math.fma(sideAbove, upAbove, b[l]);
            sideBelow = Math.fma(sideBelow, downBelow, b[m]);
            linkAbove *= upAbove;
            linkBelow *= downBelow;
            up = g[i] * p;
            down = g[k - 1] * q;
            upAbove = g[l] * y;
            downBelow = g[m - 1] * z;
            f[i] = up;
            f[k] = down;
            f[l] = upAbove;
            f[m] = downBelow;
            x[i] = beta * p;
            x[k] = gamma * q;
            x[l] = sideAbove * y;
            x[m] = sideBelow * z;
            h[l] = linkAbove * y;
            h[m] = linkBelow * z;
            addedGround += groundAbove * h[l] + groundBelow * h[m];
            addedSide += sideAbove * h[l] + sideBelow * h[m];
        }
        hubGround += addedGround;
        hubSide += addedSide;
        for (int i = common; i < below - common; i++) {
            s = Math.fma(s, up, c[i]);
            beta = Math.fma(beta, up, b[i]);
            double p = 1 / (s + g[i]);
            up = g[i] * p;
            f[i] = up;
            x[i] = beta * p;
        }
        for (int k = last - common; k > above + common; k--) {
            t = Math.fma(t, down, c[k]);
            gamma = Math.fma(gamma, down, b[k]);
            double q = 1 / (t + g[k - 1]);
            down = g[k - 1] * q;
            f[k] = down;
            x[k] = gamma * q;
        }
        int m = below - common;
        int l = above + common;
        s = s * up + groundBelow * downBelow + c[m];
        t = t * down + groundAbove * upAbove + c[l];
        eliminateLast(m, s, beta * up + sideBelow * downBelow + b[m], linkBelow * downBelow, x);
        eliminateLast(l, t, gamma * down + sideAbove * upAbove + b[l], linkAbove * upAbove, x);
    }

    /** Eliminates a node that has no other link but that to the hub. */
    private void eliminateLast(int i, double ground, double side, double link, double[] x) {
        double p = 1 / (ground + link);
        h[i] = link * p;
        x[i] = side * p;
        hubGround += ground * h[i];
        hubSide += side * h[i];
    }

    /** From the hub to the nodes where chains met, and from there to the ends of the chains. */
    private void substitute(double[] x) {
        double x0 = x[hub];
        int m = hub - 1 - common;
        int l = hub + 1 + common;
        x[m] = Math.fma(h[m], x0, x[m]);
        if (n == 2) {
            return;
        }
        x[l] = Math.fma(h[l], x0, x[l]);
        double low = x[m];
        double high = x[l];
        double below = low;
        double above = high;
        for (int j = 1; j <= common; j++) {
            low = Math.fma(f[m - j], low, x[m - j]);
            below = Math.fma(f[m + j], below, Math.fma(h[m + j], x0, x[m + j]));
            above = Math.fma(f[l - j], above, Math.fma(h[l - j], x0, x[l - j]));
            high = Math.fma(f[l + j], high, x[l + j]);
            x[m - j] = low;
            x[m + j] = below;
            x[l - j] = above;
            x[l + j] = high;
        }
        for (int i = m - common - 1; i >= 0; i--) {
            low = Math.fma(f[i], low, x[i]);
            x[i] = low;
        }
        for (int k = l + common + 1; k < n; k++) {
            high = Math.fma(f[k], high, x[k]);
            x[k] = high;
        }
    }
}
