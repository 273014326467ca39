package org.dualflow.linear;

/**
 * A network whose nodes form a line or a ring. Solves by elimination, O(n); holds work arrays, so a solve allocates
 * nothing. Not thread-safe.
 *
 * @see <a href="https://doi.org/10.1287/opre.33.5.1107">Grassmann, Taksar, Heyman 1985</a>
 */
public interface LineNetwork {

    /**
     * Solves c_i x_i + g_i (x_i - x_{i+1}) + g_{i-1} (x_i - x_{i-1}) = b_i, i = 0 … n-1.
     *
     * @param c conductances to the ground, positive
     * @param g {@code g[i]} ≥ 0 links node i with node i+1; {@code g[n-1]} links the ends of a ring and is ignored on a line
     * @param b right side
     * @param x receives the solution; may be {@code b}
     */
    void solve(double[] c, double[] g, double[] b, double[] x);

    /** The solver for {@code n ≥ 1} nodes on a line or, if {@code periodic}, on a ring. */
    static LineNetwork of(int n, boolean periodic) {
        if (n < 1) {
            throw new IllegalArgumentException("nodes = " + n + ": at least 1 is allowed");
        }
        return periodic && n > 1 ? new CyclicTridiagonal(n) : new Tridiagonal(n);
    }
}
