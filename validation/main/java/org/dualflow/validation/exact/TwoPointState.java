package org.dualflow.validation.exact;

import org.dualflow.measure.AtomicLaw;
import org.dualflow.measure.LineLaw;
import org.dualflow.measure.UniformLaw;

/**
 * A state of the two-point GAN whose critic is m_L δ_a + m_R δ_b + ρ 1_[a,b].
 *
 * @param generator g
 * @param lower a
 * @param upper b
 * @param atomLower m_L
 * @param atomUpper m_R
 * @param density ρ, nonnegative, the same for all time; counts for nothing when a = b
 */
public record TwoPointState(
        double generator, double lower, double upper, double atomLower, double atomUpper, double density) {

    static TwoPointState of(double[] y, double density) {
        return new TwoPointState(y[0], y[1], y[2], y[3], y[4], density);
    }

    double[] toArray() {
        return new double[] {generator, lower, upper, atomLower, atomUpper};
    }

    /** b - a. */
    public double width() {
        return upper - lower;
    }

    /** Whether the critic is one Dirac. */
    public boolean isCollapsed() {
        return lower == upper;
    }

    /** c = m_L a + m_R b + ρ (b² - a²)/2. */
    public double mean() {
        return atomLower * lower + atomUpper * upper + 0.5 * density * (upper - lower) * (upper + lower);
    }

    /** m_L + m_R + ρ (b - a), 1 up to the error of the integration. */
    public double mass() {
        return atomLower + atomUpper + density * width();
    }

    /** The law of the critic. */
    public LineLaw critic() {
        if (isCollapsed()) {
            return AtomicLaw.dirac(lower);
        }
        if (density == 0) {
            return AtomicLaw.of(new double[] {lower, upper}, new double[] {atomLower, atomUpper});
        }
        // A uniform law that reaches beyond both ends by the masses there, clamped to [a, b].
        return new ImageLaw(
                new UniformLaw(lower - atomLower / density, upper + atomUpper / density),
                MonotoneMap.clamp(0, lower, upper));
    }

    TwoPointState withGenerator(double g) {
        return new TwoPointState(g, lower, upper, atomLower, atomUpper, density);
    }

    /** With both ends, hence all mass, at one point. */
    TwoPointState collapsedAt(double x) {
        return new TwoPointState(generator, x, x, atomLower, atomUpper, density);
    }

    TwoPointState withLower(double a) {
        return new TwoPointState(generator, a, isCollapsed() ? a : upper, atomLower, atomUpper, density);
    }

    TwoPointState withUpper(double b) {
        return new TwoPointState(generator, isCollapsed() ? b : lower, b, atomLower, atomUpper, density);
    }
}
