package org.dualflow.movement;

import org.dualflow.gan.JensenShannonFlow;
import org.dualflow.model.FokkerPlanck;
import org.dualflow.model.GradientFlow;
import org.dualflow.model.PorousMedium;

/**
 * A strictly convex f of ratios r = u/d ≥ 0, which gives the energy ∫ d f(u/d) of a density u against a fixed density d; on cells with
 * masses m and μ it is Σ μ f(m/μ), its derivative f'(m/μ). Its flow in P₂ is ∂t u = div(u ∇f'(u/d)).
 *
 * <table>
 * <caption>Instances</caption>
 * <tr><th>flow</th><th>f(r), up to terms linear in r</th><th>f'</th></tr>
 * <tr><td>{@link FokkerPlanck}</td><td>r log r - r</td><td>log r</td></tr>
 * <tr><td>{@link JensenShannonFlow}</td><td>½ (r log(2r/(1+r)) + log(2/(1+r)))</td><td>½ log(2r/(1+r))</td></tr>
 * <tr><td>{@link PorousMedium}, m ≤ 2, in a box of volume V</td><td>V^(1-m) r^m/(m-1)</td><td>V^(1-m) m/(m-1) r^(m-1)</td></tr>
 * </table>
 *
 * f' is -∞ at 0, so that minimisers are positive, or 0 there; and 1/f'' does not decrease. Pure functions over arrays.
 */
interface RatioFunction {

    /** {@code s = f'(r)} for i &lt; n. */
    void potentials(double[] r, int n, double[] s);

    /**
     * The inverse of f', ∞ above its range, 0 below it.
     *
     * @param slope receives dr/ds
     */
    void ratios(double[] s, int n, double[] r, double[] slope);

    /** Σ μ f(r). */
    double value(double[] r, double[] weight);

    /** Σ μ f*(f'(r)), f* the convex conjugate. */
    double conjugate(double[] r, double[] weight);

    /**
     * An upper bound, without cancellation and sharp for neighbouring a and b, of Σ μ (f(a) + f*(s) - s a).
     *
     * @param b the ratios of s
     */
    double divergence(double[] a, double[] s, double[] b, double[] weight);

    /** Σ μ/f''(r). */
    double softness(double[] r, double[] weight);

    /**
     * The function of a flow.
     *
     * @throws IllegalArgumentException if it is none of those above
     */
    static RatioFunction of(GradientFlow flow) {
        if (flow instanceof FokkerPlanck) {
            return new EntropyFunction();
        }
        if (flow instanceof JensenShannonFlow) {
            return new JensenShannonFunction();
        }
        if (flow instanceof PorousMedium porous) {
            return new PowerFunction(porous.exponent(), flow.mobility());
        }
        throw new IllegalArgumentException("model = " + flow.name()
                + ": fokker-planck, jensen-shannon-flow and porous-medium are allowed for movements on a grid");
    }
}
