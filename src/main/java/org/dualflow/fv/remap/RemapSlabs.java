package org.dualflow.fv.remap;

/**
 * The nonnegative density of given mass, mean and variance in a cell [0, H] that a remap with moments uses: at most one
 * slab and an atom at each end of the cell.
 *
 * <p>Let a be the distance of the mean from the nearer end, v the variance, M = v + a² the second moment about that end.
 * <ul>
 *   <li>√(3v) ≤ a: the slab of half-width √(3v) about the mean.
 *   <li>else, if ω = 3M/(2a) ≤ H: a slab that reaches from the nearer end to ω, with the share p = 2a/ω of the mass; the
 *       rest is an atom at that end. p ≤ 1 is the opposite of the first condition.
 *   <li>else the whole cell with the share 6(a/H - M/H²), and atoms at the farther end with the share 3M/H² - 2a/H and
 *       at the nearer end with the rest. They are nonnegative because the second condition fails and M ≤ aH.
 * </ul>
 * Every mean and variance that a measure on [0, H] can have is met; the three cases agree where they touch. The three
 * masses add up to the given one within two roundings.
 */
final class RemapSlabs {

    private static final double SQRT3 = Math.sqrt(3.0);

    /** Mass of the atom at the lower end of the cell. */
    double atLower;
    /** Mass of the slab. */
    double slab;
    /** Mass of the atom at the upper end of the cell. */
    double atUpper;
    /** Where the slab begins. */
    double from;
    /** Where the slab ends. */
    double to;

    /** Finds the density in the cell [lower, upper]. */
    void fit(double mass, double mean, double variance, double lower, double upper) {
        double height = upper - lower;
        boolean mirrored = mean - lower > upper - mean;
        double a = Math.max(0, mirrored ? upper - mean : mean - lower);
        double half = SQRT3 * Math.sqrt(variance);
        atLower = 0;
        atUpper = 0;
        if (half <= a) {
            slab = mass;
            from = mean - half;
            to = mean + half;
            return;
        }
        double second = variance + a * a;
        double reach = 1.5 * second / a;
        double near;
        double far;
        if (reach <= height) {
            slab = Math.min(mass, mass * (2 * a / reach));
            near = mass - slab;
            far = 0;
        } else {
            reach = height;
            double p = a / height;
            double q = Math.min(p, second / (height * height));
            far = mass * Math.max(0, 3 * q - 2 * p);
            near = mass * (1 - 2 * p) + far;
            slab = Math.max(0, mass - near - far);
        }
        from = mirrored ? upper - reach : lower;
        to = mirrored ? upper : lower + reach;
        atLower = mirrored ? far : near;
        atUpper = mirrored ? near : far;
    }
}
