package org.dualflow.measure;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.util.FastMath;

/**
 * W₂ of a piecewise linear quantile function Q and a law with distribution function F, from values of F alone: quantiles of a
 * law may have infinite slopes and cost a root each, F is smooth between its atoms.
 *
 * <p>On a piece of Q over the levels [s₀, s₀ + Δ], from a to a + e, that the law fills between x₀ and x₁ without an atom,
 * let g = (F - s₀)/Δ, which grows from 0 to 1. Integration by parts in g gives
 * <pre>  1/Δ ∫ (Q - x)² dF = ∫₀¹ (a + e g - x)² dg = c₁² + c₁ e + e²/3 + ∫_{x₀}^{x₁} (2 (a - x) g + e g²) dx,  c₁ = a - x₁.</pre>
 */
final class LawSquare {

    private static final GaussRule RULE = GaussRule.of(4);
    private static final double ACCURACY = 1e-12;

    private final QuantileFunction quantiles;
    private final LineLaw law;
    private final double[] levels;
    private final double[] atoms;

    /** @param levels from 0 to 1, all at which a piece begins, or an atom of the law */
    LawSquare(QuantileFunction quantiles, LineLaw law, double[] levels) {
        this.quantiles = quantiles;
        this.law = law;
        this.levels = levels;
        this.atoms = law.atoms();
    }

    /** The distance. */
    double distance() {
        double coarse = sum((f, from, to) -> RULE.integrate(f, from, to));
        double tolerance = ACCURACY * Math.abs(coarse);
        return FastMath.sqrt(Math.max(0, sum((f, from, to) -> RULE.integrate(f, from, to, tolerance))));
    }

    @FunctionalInterface
    private interface Quadrature {
        double integral(DoubleUnaryOperator f, double from, double to);
    }

    private double sum(Quadrature quadrature) {
        CompensatedSum sum = new CompensatedSum();
        double last = levels[levels.length - 1] - LawPieces.LAST_LEVEL;
        double from = Math.min(LawPieces.LAST_LEVEL, 0.25 * levels[1]);
        double x = law.quantile(from);
        int piece = 0;
        int atom = 0;
        for (int i = 1; i < levels.length; i++) {
            double to = Math.min(levels[i], last);
            if (!(from < to)) {
                continue;
            }
            double middle = 0.5 * (from + to);
            while (quantiles.level(piece + 1) < middle * quantiles.mass()) {
                piece++;
            }
            while (atom < atoms.length && law.cdf(atoms[atom]) < middle) {
                atom++;
            }
            double a = at(piece, from);
            double e = at(piece, to) - a;
            if (atom < atoms.length && law.cdfBelow(atoms[atom]) < middle) {
                x = atoms[atom];
                double c = a - x;
                sum.add((to - from) * (c * (c + e) + e * e / 3));
            } else {
                double end = law.quantile(to);
                double c = a - end;
                sum.add((to - from) * (c * (c + e) + e * e / 3 + inside(quadrature, to - from, a, e, x, end)));
                x = end;
            }
            from = to;
        }
        return sum.value();
    }

    private double inside(Quadrature quadrature, double mass, double a, double e, double from, double to) {
        double after = Math.nextUp(from);
        return to > after
                ? quadrature.integral(
                        x -> {
                            double g = Math.min(1, law.mass(after, x) / mass);
                            return g * (2 * (a - x) + e * g);
                        },
                        after,
                        to)
                : 0;
    }

    /** Q at a level, continued from the piece given. */
    private double at(int piece, double level) {
        double first = quantiles.level(piece);
        double left = quantiles.left(piece);
        double right = quantiles.right(piece);
        double part = (level * quantiles.mass() - first) / (quantiles.level(piece + 1) - first);
        return left + part * (right - left);
    }
}
