package org.dualflow.validation.exact;

import org.hipparchus.util.FastMath;

/**
 * The error that the upwind scheme makes with a Dirac in a constant field, to leading order.
 *
 * <p>One step of the scheme at CFL number ν = aΔt/Δx moves the mass of a cell on by one cell with the share ν: the
 * numerical solution is the law of Δx times a binomial number with n = T/Δt trials and probability ν. Its standard deviation is
 * Δx √(nν(1-ν)) = √(aTΔx(1-ν)), its mean the exact place, and its mean absolute deviation, the distance W₁ to the Dirac,
 * √(2/π) times that as n grows.
 */
public final class UpwindDirac {

    private UpwindDirac() {}

    /**
     * √(2aTΔx(1-ν)/π), the leading term of W₁ as Δx → 0.
     *
     * @param speed a &gt; 0
     * @param time T &gt; 0
     * @param width Δx &gt; 0
     * @param cfl ν, 0 &lt; ν ≤ 1
     */
    public static double distance(double speed, double time, double width, double cfl) {
        if (!(speed > 0 && time > 0 && width > 0)) {
            throw new IllegalArgumentException(
                    "speed, time, width = " + speed + ", " + time + ", " + width + ": positive numbers are allowed");
        }
        if (!(cfl > 0 && cfl <= 1)) {
            throw new IllegalArgumentException("cfl = " + cfl + ": a number in (0, 1] is allowed");
        }
        return FastMath.sqrt(2 * speed * time * width * (1 - cfl) / FastMath.PI);
    }
}
