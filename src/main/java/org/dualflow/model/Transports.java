package org.dualflow.model;

import org.dualflow.field.AnalyticFields;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.hipparchus.util.FastMath;

/** Transport in fields whose solutions are known in closed form. */
public final class Transports {

    private Transports() {}

    /** ∂t ρ + v · ∇ρ = 0. */
    public static PrescribedTransport constant(Domain domain, double... velocity) {
        return PrescribedTransport.steady("constant-transport", domain, AnalyticFields.constant(velocity));
    }

    /** ∂t ρ + ∂x(-sign(x) ρ) = 0: everything falls into the origin and stays there. */
    public static PrescribedTransport sink(Domain domain) {
        return PrescribedTransport.steady("sink", domain, AnalyticFields.sink());
    }

    /** ∂t ρ + div(rate · x ρ) = 0. */
    public static PrescribedTransport linear(Domain domain, double rate) {
        return PrescribedTransport.steady("linear-transport", domain, AnalyticFields.linear(domain.dimension(), rate));
    }

    /** ∂t ρ + ∂x(sin x ρ) = 0 on the circle [-π, π]. */
    public static PrescribedTransport sine() {
        return PrescribedTransport.steady(
                "sine-transport", Domain.line(-FastMath.PI, FastMath.PI, Boundary.PERIODIC), AnalyticFields.sine());
    }

    /** Solid rotation about the origin, period 2π. */
    public static PrescribedTransport rotation(Domain domain) {
        return PrescribedTransport.steady("rotation", domain, AnalyticFields.rotation());
    }

    /**
     * LeVeque's swirl times cos(πt/period) on the unit square between walls: back at the start at {@code t = period}.
     *
     * @param period positive
     */
    public static PrescribedTransport swirl(double period) {
        if (!(period > 0) || Double.isInfinite(period)) {
            throw new IllegalArgumentException("period = " + period + ": a positive finite number is allowed");
        }
        return PrescribedTransport.unsteady(
                "swirl", Domain.cube(2, 0, 1, Boundary.NO_FLUX), new PrescribedTransport.Velocity() {
                    @Override
                    public void fill(double t, int component, double[][] x, int n, double[] out) {
                        AnalyticFields.fillSwirl(amplitude(t), component, x, n, out);
                    }

                    @Override
                    public double oneSidedLipschitz(double t) {
                        return FastMath.PI * Math.abs(amplitude(t));
                    }

                    private double amplitude(double t) {
                        return FastMath.cos(FastMath.PI * t / period);
                    }
                });
    }
}
