package org.dualflow.fv.implicit;

import org.dualflow.restart.Restartable;
import org.dualflow.restart.Tape;

/**
 * Sizes of steps: one size, or by a proportional-integral controller of the estimate e of the error of a step, which is
 * O(τ²):
 *
 * <pre>  τ' = 0.9 τ (tol/e)^(0.7/2) (e_before/tol)^(0.4/2),     0.2 τ ≤ τ' ≤ 5 τ.</pre>
 *
 * A run ends on the times it is asked for; the size that the controller had in mind then survives the shorter step.
 *
 * @see <a href="https://doi.org/10.1007/978-3-642-05221-7">Hairer, Wanner 1996, IV.2</a>
 */
final class StepControl implements Restartable {

    private final ImplicitScheme scheme;
    private double wanted;
    private double before = 1;

    /**
     * @param rate Σ|∂t m| at the start, relative to the mass: the first step with error control moves as much as the
     *     tolerance. (A guess from the length of the run may land at rest at once, where every estimate is zero.)
     */
    StepControl(ImplicitScheme scheme, double rate) {
        this.scheme = scheme;
        this.wanted =
                scheme.isAdaptive() ? Math.min(scheme.maxStep(), scheme.stepTolerance() / rate) : scheme.maxStep();
    }

    /** The size of the next step; two equal ones instead of one and a sliver if less than two of them are left. */
    double first(double remaining) {
        if (wanted >= remaining * (1 - 1e-10)) {
            return remaining;
        }
        return 2 * wanted > remaining * (1 + 1e-10) ? 0.5 * remaining : wanted;
    }

    void accept(double dt, double error) {
        if (!scheme.isAdaptive()) {
            return;
        }
        double ratio = Math.max(error / scheme.stepTolerance(), 1e-12);
        double factor = 0.9 * Math.pow(ratio, -0.35) * Math.pow(before, 0.2);
        before = ratio;
        double next = dt * Math.min(5, Math.max(0.2, factor));
        wanted = Math.min(scheme.maxStep(), dt < wanted ? Math.max(next, wanted) : next);
    }

    @Override
    public void transfer(Tape tape) {
        wanted = tape.number(wanted);
        before = tape.number(before);
    }

    double reject(double dt, double error) {
        wanted = dt * Math.max(0.2, 0.9 * Math.sqrt(scheme.stepTolerance() / error));
        return wanted;
    }
}
