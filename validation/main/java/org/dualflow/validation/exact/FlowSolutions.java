package org.dualflow.validation.exact;

import org.dualflow.gan.JensenShannonFlow;
import org.dualflow.measure.DensityLaw;
import org.dualflow.measure.NormalLaw;
import org.dualflow.measure.NormalMixture;
import org.dualflow.measure.UniformBox;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.FokkerPlanck;
import org.dualflow.model.PorousMedium;
import org.hipparchus.util.FastMath;

/** Exact solutions of gradient flows. */
public final class FlowSolutions {

    private FlowSolutions() {}

    /**
     * The Jensen–Shannon flow to the uniform law on the circle of length 2π/k: with θ = θ₀ + k² t/4,
     *
     * <pre>  u/d = 2 sinh θ/(cosh θ - cos kx) - 1,     θ₀ ≥ log 3 for u ≥ 0.</pre>
     *
     * With v = 1 + u/d the equation is ∂t v = ½ ∂xx log v; both sides are k² (1 - cosh θ cos kx)/(2 (cosh θ - cos kx)²).
     *
     * @param k positive
     * @param theta θ₀, at least log 3
     */
    public static ExactFlow circle(double k, double theta) {
        return cosine(
                "jensen-shannon-circle", k, theta, Domain.line(-FastMath.PI / k, FastMath.PI / k, Boundary.PERIODIC));
    }

    /** The same on the half period [0, π/k] between walls, where the flux of {@link #circle} vanishes. */
    public static ExactFlow halfPeriod(double k, double theta) {
        return cosine("jensen-shannon-walls", k, theta, Domain.line(0, FastMath.PI / k, Boundary.NO_FLUX));
    }

    private static ExactFlow cosine(String name, double k, double theta, Domain domain) {
        if (!(k > 0) || k == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("k = " + k + ": a positive finite number is allowed");
        }
        if (!(theta >= FastMath.log(3)) || theta > 100) {
            throw new IllegalArgumentException("theta = " + theta + ": a number from log 3 to 100 is allowed");
        }
        Domain.Side side = domain.side(0);
        return new ExactFlow(
                name,
                "travelling pole of ∂t v = ½ ∂xx log v; Y. Huang, Y. Zhang, JMLR 24 (217), 2023, for the equation",
                new JensenShannonFlow(domain, new UniformBox(domain)),
                (t, x) -> {
                    double at = theta + k * k * t / 4;
                    return x.multiply(k)
                            .cos()
                            .negate()
                            .add(FastMath.cosh(at))
                            .reciprocal()
                            .multiply(2 * FastMath.sinh(at))
                            .subtract(1);
                },
                t -> {
                    double at = theta + k * k * t / 4;
                    double cosh = FastMath.cosh(at);
                    double sinh = FastMath.sinh(at);
                    return new DensityLaw(
                            x -> Math.max(0, 2 * sinh / (cosh - FastMath.cos(k * x)) - 1), side.lower(), side.upper());
                },
                100);
    }

    /** Ornstein–Uhlenbeck, ∂t u = u'' + (x u)': N(m e^{-t}, 1 + (s² - 1) e^{-2t}) from N(m, s²). */
    public static ExactFlow ornsteinUhlenbeck(double mean, double sd) {
        Domain line = Domain.line(-9, 9, Boundary.NO_FLUX);
        return new ExactFlow(
                "ornstein-uhlenbeck",
                "Mehler's formula",
                new FokkerPlanck(line, NormalMixture.normal(1, 0)),
                (t, x) -> {
                    double m = mean * FastMath.exp(-t);
                    double s = FastMath.sqrt(1 + (sd * sd - 1) * FastMath.exp(-2 * t));
                    return x.multiply(x)
                            .subtract(x.subtract(m).divide(s).pow(2))
                            .multiply(0.5)
                            .exp()
                            .divide(s);
                },
                t -> new NormalLaw(mean * FastMath.exp(-t), FastMath.sqrt(1 + (sd * sd - 1) * FastMath.exp(-2 * t))),
                Double.POSITIVE_INFINITY);
    }

    /**
     * Barenblatt's solution of ∂t u = ∂xx u², of mass 1, from time 1 on: s^(-1/3) (C - x² s^(-2/3)/12)_+, s = 1 + t,
     * C = (3/(4 √12))^(2/3) = 0.3605623924….
     */
    public static ExactFlow barenblatt() {
        // The mass is C^(3/2) √12 · 4/3.
        double c = FastMath.pow(0.75 / FastMath.sqrt(12), 2.0 / 3);
        Domain line = Domain.line(-6, 6, Boundary.NO_FLUX);
        double volume = 12;
        return new ExactFlow(
                "barenblatt",
                "G. I. Barenblatt 1952; J. L. Vázquez, The Porous Medium Equation, 2007",
                new PorousMedium(line, 2),
                (t, x) -> {
                    double s = FastMath.cbrt(1 + t);
                    return x.multiply(x).divide(-12 * s * s).add(c).divide(s).multiply(volume);
                },
                t -> {
                    double s = FastMath.cbrt(1 + t);
                    double edge = FastMath.sqrt(12 * c) * s;
                    return new DensityLaw(x -> Math.max(0, (c - x * x / (12 * s * s)) / s), -edge, edge);
                },
                15);
    }
}
