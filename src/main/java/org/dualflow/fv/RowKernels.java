package org.dualflow.fv;

/**
 * The inner loops of the finite-volume solver, each over the indices {@code from ≤ i < to} of rows of equal
 * indexing: the one seam behind which the arithmetic can be exchanged. All providers give the same bits.
 *
 * <p>A flux here is <em>twice</em> the physical one: a + |a| = 2a⁺ and a - |a| = -2a⁻ are exact and have no branch; the
 * factor ½ is part of the coefficient Δt/(2Δx). The products of the two donor cells are never mixed before they are
 * added, so an empty cell gives exactly nothing.
 */
interface RowKernels {

    /** The kernels that solvers use: the one place where a provider is chosen. */
    static RowKernels provided() {
        return new PlainRowKernels();
    }

    /** {@code f = (a + |a|) below + (a - |a|) above}: upwind with the velocity of the face. */
    void upwind(double[] below, double[] above, double[] a, double[] f, int from, int to);

    /**
     * Upwind fluxes through two faces of each cell at once: {@code f} between {@code below} and {@code here} with velocity
     * {@code a}, {@code g} between {@code here} and {@code above} with velocity {@code b}.
     */
    void upwind(
            double[] below,
            double[] here,
            double[] a,
            double[] f,
            double[] above,
            double[] b,
            double[] g,
            int from,
            int to);

    /** {@code low = (a - |a|) m}, {@code high = (a + |a|) m}: what leaves a cell through its two faces. */
    void donor(double[] m, double[] a, double[] low, double[] high, int from, int to);

    /** {@code f = below + above}. */
    void add(double[] below, double[] above, double[] f, int from, int to);

    /**
     * Values of the limited linear reconstruction at the lower and upper face of a cell of a uniform axis: {@code low = here -
     * h}, {@code high = here + h}, {@code h = φ(here - below, above - here)/2}; for {@code low} with exchanged differences.
     */
    void limited(
            Limiter limiter,
            double[] below,
            double[] here,
            double[] above,
            double[] low,
            double[] high,
            int from,
            int to);

    /**
     * The same on a graded axis: {@code h = φ(α (here - below), β (above - here))/2}, bounded by θ times both
     * differences, θ the limiter's {@link Limiter#steepness}: so the scheme is positive up to the same Courant number.
     */
    void limited(
            Limiter limiter,
            double[] below,
            double[] here,
            double[] above,
            double[] alpha,
            double[] beta,
            double[] low,
            double[] high,
            int from,
            int to);

    /** Values of the WENO-Z reconstruction at both faces of the middle cell of {@code m[0 … 4]}, made positive. */
    void weno(double[][] m, double[] low, double[] high, int from, int to);

    /** {@code t = c (above - below)}. */
    void difference(double[] below, double[] above, double c, double[] t, int from, int to);

    /** {@code t = t + c (above - below)}. */
    void addDifference(double[] below, double[] above, double c, double[] t, int from, int to);

    /** {@code t = t - c s}. */
    void subtract(double[] s, double c, double[] t, int from, int to);

    /** {@code out = m - t}. */
    void euler(double[] m, double[] t, double[] out, int from, int to);

    /** {@code out = v + weight (start - v)} with {@code v = m - t}: a convex combination that keeps constants. */
    void relax(double[] m, double[] t, double[] start, double weight, double[] out, int from, int to);

    /**
     * A whole stage of a plane: {@code out = v + weight (start - v)} with {@code v = m - (cx (east - west) + cy (north -
     * south))}, and {@link #defect} of the result if it is inspected.
     */
    void advance(
            double[] m,
            double[] west,
            double[] east,
            double cx,
            double[] south,
            double[] north,
            double cy,
            double[] start,
            double weight,
            double[] out,
            double[] defect,
            boolean inspected,
            int from,
            int to);

    /** {@code defect = defect + |m| - m}: stays exactly zero as long as all {@code m} are finite and not negative. */
    void defect(double[] m, double[] defect, int from, int to);

    /** {@code out = factor x}. */
    void scale(double[] x, double factor, double[] out, int from, int to);

    /** {@code out = factors x}. */
    void scale(double[] x, double[] factors, double[] out, int from, int to);
}
