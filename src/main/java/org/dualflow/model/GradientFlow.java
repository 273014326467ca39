package org.dualflow.model;

import org.dualflow.measure.SmoothLaw;
import org.dualflow.mesh.Domain;

/**
 * A nonlinear Fokker–Planck equation in ratio form: with d the density of a fixed law, the target, and r = u/d,
 *
 * <pre>  d ∂t r = κ div( d ∇w ),     r = h(w),</pre>
 *
 * with no flux through walls. The law u follows a gradient flow: every functional ∫ d Φ(r) with convex Φ decreases, since its
 * derivative is -κ ∫ d Φ''(r) (dr/dw) |∇w|² = -κ ∫ d Φ''(r) h'(w) |∇w|² ≤ 0, and the mobility that multiplies
 * ∇ δ/δu ∫ d Φ(r) = Φ''(r) ∇r is κ u-independent in w: κ d ∇w = κ d ∇r / h'(w).
 *
 * <table>
 * <caption>Instances</caption>
 * <tr><th>equation</th><th>h</th><th>κ</th></tr>
 * <tr><td>Jensen–Shannon flow ∂t u = ½ div((d∇u - u∇d)/(d+u))</td><td>e^w - 1</td><td>½</td></tr>
 * <tr><td>Fokker–Planck ∂t u = div(d ∇(u/d)), for a normal d Ornstein–Uhlenbeck</td><td>w</td><td>1</td></tr>
 * <tr><td>porous medium ∂t u = Δ u^m on a box of volume V, d = 1/V</td><td>w^(1/m)</td><td>V^(1-m)</td></tr>
 * </table>
 *
 * <p>An implicit Euler step of size τ from r₀ is the minimiser of the strictly convex functional of w
 *
 * <pre>  ∫ d ( H(w) - r₀ w ) + ½ τ κ ∫ d |∇w|²,     H' = h.</pre>
 */
public interface GradientFlow extends Model {

    /** The law with density d, at which the flow comes to rest. */
    SmoothLaw target();

    /** κ &gt; 0. */
    double mobility();

    /** h. */
    Storage storage();

    /** The box of the only species. */
    default Domain domain() {
        return species().get(0).domain();
    }
}
