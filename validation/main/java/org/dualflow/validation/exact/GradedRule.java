package org.dualflow.validation.exact;

import java.util.ArrayList;
import java.util.List;
import org.dualflow.measure.GaussRule;

/**
 * Composite Gauss quadrature with four nodes per panel. The intervals [2^-(j+1), 2^-j], j = 1 … levels, and their mirror images
 * are cut into equal panels, all of which shrink alike when {@code panels} grows: error O(panels⁻⁸) for smooth functions,
 * and for a function with an integrable singularity at an end of any kind besides what the last interval of length 2^-levels
 * can hold.
 */
final class GradedRule {

    private static final GaussRule RULE = GaussRule.of(4);

    /** The two intervals in the middle are cut into this many times {@code panels}, the next ones into half of it, and so on. */
    private static final int MIDDLE = 8;

    private GradedRule() {}

    /** Pairs of node and weight, nodes increasing. */
    static List<double[]> of(double from, double to, int panels, int levels) {
        List<Double> edges = new ArrayList<>();
        edges.add(0.0);
        for (int j = levels; j >= 0; j--) {
            double end = Math.scalb(0.5, -j);
            double start = edges.get(edges.size() - 1);
            int parts = panels * Math.max(1, MIDDLE >> j);
            for (int i = 1; i < parts; i++) {
                edges.add(start + (end - start) * i / parts);
            }
            edges.add(end);
        }
        for (int i = edges.size() - 2; i >= 0; i--) {
            edges.add(1 - edges.get(i));
        }
        List<double[]> nodes = new ArrayList<>();
        for (int i = 0; i + 1 < edges.size(); i++) {
            double a = from + (to - from) * edges.get(i);
            double b = from + (to - from) * edges.get(i + 1);
            for (int q = 0; q < RULE.size(); q++) {
                nodes.add(new double[] {RULE.node(q, a, b), RULE.weight(q, a, b)});
            }
        }
        return nodes;
    }
}
