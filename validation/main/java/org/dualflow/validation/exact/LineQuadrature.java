package org.dualflow.validation.exact;

import java.util.ArrayList;
import java.util.List;
import org.dualflow.measure.LineLaw;
import org.dualflow.measure.ParticleMeasure;

/**
 * Quadrature of a law on the line: ∫ψ dρ = ∫₀¹ ψ(Q(p)) dp, one node for each atom and a {@link GradedRule} for the levels
 * between neighbouring atoms, where the quantile function Q is smooth up to the ends.
 */
final class LineQuadrature {

    /** Levels closer than this are one: the rounding of a distribution function. */
    private static final double LEAST = 1e-15;

    /** A tail of 2⁻³⁰ of the mass is left to one panel. */
    private static final int LEVELS = 30;

    private LineQuadrature() {}

    static ParticleMeasure of(LineLaw law, int panels) {
        List<double[]> nodes = new ArrayList<>();
        double level = 0;
        for (double atom : law.atoms()) {
            double below = law.cdfBelow(atom);
            double above = law.cdf(atom);
            between(law, level, below, panels, nodes);
            nodes.add(new double[] {atom, above - below});
            level = above;
        }
        between(law, level, 1, panels, nodes);
        double[] x = new double[nodes.size()];
        double[] w = new double[nodes.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = nodes.get(i)[0];
            w[i] = nodes.get(i)[1];
        }
        return new ParticleMeasure(new double[][] {x}, w);
    }

    private static void between(LineLaw law, double from, double to, int panels, List<double[]> nodes) {
        if (to - from > LEAST) {
            for (double[] node : GradedRule.of(from, to, panels, LEVELS)) {
                nodes.add(new double[] {law.quantile(node[0]), node[1]});
            }
        }
    }
}
