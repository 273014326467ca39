package org.dualflow.validation.exact;

import java.util.List;
import java.util.OptionalDouble;
import org.dualflow.measure.AtomicLaw;
import org.dualflow.measure.LineLaw;
import org.dualflow.measure.UniformLaw;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Transports;
import org.hipparchus.util.FastMath;

/** Transport by a given field on a line or a circle. */
public final class LineSolutions {

    private static final String TRANSPORT =
            "characteristics; F. Delarue, F. Lagoutière, N. Vauchelet, J. Math. Pures Appl. 108 (2017)";

    private LineSolutions() {}

    /**
     * ∂t ρ + ∂x(-sign(x) ρ) = 0 on [-2, 2]: ρ_t = ρ₀(x + t sign x) + [∫_{|y| ≤ t} ρ₀] δ₀. All mass is at 0 after the largest
     * |x| of the support.
     *
     * @param start any law on [-2, 2]
     */
    public static ExactLineSolution sink(String name, LineLaw start) {
        double left = FastMath.abs(start.quantile(Double.MIN_NORMAL));
        double right = FastMath.abs(start.quantile(1 - 0x1p-53));
        return new LineSolution(
                name,
                TRANSPORT,
                Transports.sink(Domain.line(-2, 2, Boundary.NO_FLUX)),
                start,
                Double.POSITIVE_INFINITY,
                start.atoms().length > 0 ? OptionalDouble.empty() : OptionalDouble.of(gapAboutZero(start)),
                List.of(left, right),
                t -> new ImageLaw(start, MonotoneMap.shrink(t)));
    }

    /** Distance of the support from 0. */
    private static double gapAboutZero(LineLaw law) {
        double below = law.cdfBelow(0);
        double left = below > 0 ? -law.quantile(below) : Double.POSITIVE_INFINITY;
        double right = below < 1 ? law.quantile(Math.nextUp(below)) : Double.POSITIVE_INFINITY;
        return FastMath.max(0, FastMath.min(left, right));
    }

    /**
     * A Dirac at 0 moved by a constant speed on [-1, 2] with open ends, until it leaves. The upwind scheme's error is
     * {@link UpwindDirac#distance}.
     *
     * @param speed a, positive
     */
    public static ExactLineSolution dirac(double speed) {
        if (!(speed > 0) || Double.isInfinite(speed)) {
            throw new IllegalArgumentException("speed = " + speed + ": a positive finite number is allowed");
        }
        return new LineSolution(
                "dirac",
                TRANSPORT,
                Transports.constant(Domain.line(-1, 2, Boundary.OPEN), speed),
                AtomicLaw.dirac(0),
                2 / speed,
                OptionalDouble.empty(),
                List.of(),
                t -> AtomicLaw.dirac(speed * t));
    }

    /**
     * A slab on [0, ½] moved by a constant speed on [-1, 2] with open ends, until its front leaves.
     *
     * @param speed a, positive
     */
    public static ExactLineSolution slab(double speed) {
        if (!(speed > 0) || Double.isInfinite(speed)) {
            throw new IllegalArgumentException("speed = " + speed + ": a positive finite number is allowed");
        }
        return new LineSolution(
                "slab",
                TRANSPORT,
                Transports.constant(Domain.line(-1, 2, Boundary.OPEN), speed),
                new UniformLaw(0, 0.5),
                1.5 / speed,
                OptionalDouble.empty(),
                List.of(),
                t -> new UniformLaw(speed * t, 0.5 + speed * t));
    }

    /**
     * ∂t ρ + ∂x(sin x ρ) = 0 on the circle from ρ₀ = 1/2π: tan(X/2) = e^t tan(x₀/2), so that
     * ρ = (1/2π) e^{-t} / (cos²(x/2) + e^{-2t} sin²(x/2)), a peak of height e^t/2π at x = ±π.
     */
    public static ExactLineSolution sine() {
        return new LineSolution(
                "sine",
                "characteristics of x' = sin x",
                Transports.sine(),
                new UniformLaw(-FastMath.PI, FastMath.PI),
                Double.POSITIVE_INFINITY,
                OptionalDouble.empty(),
                List.of(),
                SineLaw::new);
    }
}
