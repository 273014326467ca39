package org.dualflow.fv.implicit;

/**
 * Richardson's extrapolation of implicit Euler with a limit: with U₁ the result of one step of size τ and U₂ that of two
 * steps of τ/2,
 *
 * <pre>  U = U₂ + θ (U₂ - U₁),     0 ≤ θ ≤ 1 as large as possible with
 *       min r₀ ≤ U/μ ≤ max r₀   and   Σ μ (U/μ - 1)² ≤ Σ μ (r₀ - 1)².</pre>
 *
 * <p><b>What is kept, for every step size.</b> The mass, since U₁ and U₂ have it; positivity and the bounds of r; the decay of
 * ∫ d (r - 1)²; the state of rest u = d, where U₁ = U₂. The conditions are convex in U and U₂ satisfies them, because
 * implicit Euler does; so θ = 0 is always allowed, and the allowed θ form an interval, whose end is found in closed form.
 *
 * <p><b>Order.</b> 2 where θ = 1. Between U₂ and U₂ + (U₂ - U₁) is a distance O(τ²), while the extremes of a smooth r
 * that is not constant and the distance to rest recede by O(τ) in a step; so θ = 1 once τ is small. No linear
 * method of order above 1 is positive for every step size.
 *
 * <p>Its function of stability 2/(1 - z/2)² - 1/(1 - z) vanishes at infinity and is below 1 in absolute value for z &lt; 0.
 *
 * @see <a href="https://doi.org/10.1051/m2an/197812030237">Bolley, Crouzeix 1978</a>
 */
final class Extrapolation {

    /** Keeps the bounds as computed: the product and the sum round twice. */
    private static final double ROUNDING = 1 - 0x1p-50;

    private Extrapolation() {}

    /**
     * Replaces U₁ by the extrapolated masses.
     *
     * @param start masses at the start of the step
     * @param whole U₁; receives the result
     * @param halves U₂
     * @param target μ
     * @return θ
     */
    static double apply(double[][] start, double[][] whole, double[][] halves, double[][] target) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = 0;
        double before = 0;
        double after = 0;
        double mixed = 0;
        double square = 0;
        for (int k = 0; k < start.length; k++) {
            for (int i = 0; i < start[k].length; i++) {
                double mu = target[k][i];
                if (mu > 0) {
                    double r = start[k][i] / mu;
                    double s = halves[k][i] / mu;
                    double change = (halves[k][i] - whole[k][i]) / mu;
                    least = Math.min(least, r);
                    greatest = Math.max(greatest, r);
                    before += mu * ((r - s) * (r + s - 2));
                    after += mu * ((s - 1) * change);
                    square += mu * (change * change);
                }
            }
        }
        mixed = after;
        double theta = Math.min(1, farthest(mixed, square, Math.max(0, before)));
        for (int k = 0; k < start.length; k++) {
            theta = bounded(theta, least, greatest, whole[k], halves[k], target[k]);
        }
        theta = theta < 1 ? theta * ROUNDING : 1;
        for (int k = 0; k < start.length; k++) {
            for (int i = 0; i < start[k].length; i++) {
                if (target[k][i] > 0) {
                    whole[k][i] = halves[k][i] + theta * (halves[k][i] - whole[k][i]);
                }
            }
        }
        return theta;
    }

    /** The larger root of square θ² + 2 mixed θ = gain, gain ≥ 0. */
    private static double farthest(double mixed, double square, double gain) {
        if (square == 0) {
            return 1;
        }
        double root = Math.sqrt(mixed * mixed + square * gain);
        return mixed > 0 ? gain / (mixed + root) : (root - mixed) / square;
    }

    private static double bounded(
            double theta, double least, double greatest, double[] whole, double[] halves, double[] target) {
        double result = theta;
        for (int i = 0; i < whole.length; i++) {
            double change = halves[i] - whole[i];
            double room = change > 0 ? greatest * target[i] - halves[i] : halves[i] - least * target[i];
            double way = Math.abs(change);
            if (way * result > room) {
                result = Math.max(0, room / way);
            }
        }
        return result;
    }
}
