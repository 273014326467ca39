package org.dualflow.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A law with a density f on an interval, normalised here: the given function need not integrate to one.
 *
 * <p>The interval is cut into 32 panels, each halved until ten-point Gauss quadrature resolves f on it to 1e-15 of the
 * whole integral ({@link GaussRule#panels}), at most 40 times. f may have kinks and jumps: the last panel about a jump is
 * 3e-14 of the interval wide, and F is wrong by no more than the mass of that panel, and only inside it. Immutable.
 */
public final class DensityLaw implements LineLaw {

    private static final GaussRule RULE = GaussRule.of(10);
    private static final int FIRST_PANELS = 32;
    private static final int DEEPEST = 40;

    private final DoubleUnaryOperator density;
    private final double[] edges;
    private final double[] panels;
    private final double[] cumulated;
    private final double total;

    /**
     * @param density f, up to a constant factor; finite and nonnegative on the interval
     * @param lower lower end of the interval, finite
     * @param upper upper end of the interval, finite
     */
    public DensityLaw(DoubleUnaryOperator density, double lower, double upper) {
        Weights.interval(lower, upper);
        this.density = x -> checked(density, x);
        double scale = 0;
        for (int i = 0; i < FIRST_PANELS; i++) {
            scale += RULE.integrate(this.density, edge(lower, upper, i), edge(lower, upper, i + 1));
        }
        List<double[]> found = new ArrayList<>();
        for (int i = 0; i < FIRST_PANELS; i++) {
            RULE.panels(
                    this.density,
                    edge(lower, upper, i),
                    edge(lower, upper, i + 1),
                    1e-15 * scale,
                    DEEPEST,
                    (from, to, integral) -> found.add(new double[] {from, integral}));
        }
        int n = found.size();
        edges = new double[n + 1];
        panels = new double[n];
        cumulated = new double[n + 1];
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < n; i++) {
            edges[i] = found.get(i)[0];
            panels[i] = found.get(i)[1];
            sum.add(panels[i]);
            cumulated[i + 1] = sum.value();
        }
        edges[n] = upper;
        total = sum.value();
        if (!(total > 0 && total < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "density: integral = " + total + ": a positive finite integral is allowed");
        }
    }

    private static double edge(double lower, double upper, int i) {
        return ((FIRST_PANELS - i) * lower + i * upper) / FIRST_PANELS;
    }

    private static double checked(DoubleUnaryOperator density, double x) {
        double value = density.applyAsDouble(x);
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "density(" + x + ") = " + value + ": nonnegative finite numbers are allowed");
        }
        return value;
    }

    private int panel(double x) {
        int at = Arrays.binarySearch(edges, x);
        return Math.min(at >= 0 ? at : -at - 2, panels.length - 1);
    }

    @Override
    public double cdf(double x) {
        if (!(x > edges[0])) {
            return 0;
        }
        if (x >= edges[panels.length]) {
            return 1;
        }
        int k = panel(x);
        return Math.min(1, (cumulated[k] + RULE.integrate(density, edges[k], x)) / total);
    }

    @Override
    public double cdfBelow(double x) {
        return cdf(x);
    }

    /** {@inheritDoc} The sum of the panels between, none of it a difference. */
    @Override
    public double mass(double from, double to) {
        double a = Math.max(from, edges[0]);
        double b = Math.min(to, edges[panels.length]);
        if (!(a < b)) {
            return 0;
        }
        int first = panel(a);
        int last = panel(b);
        if (first == last) {
            return RULE.integrate(density, a, b) / total;
        }
        double sum = RULE.integrate(density, a, edges[first + 1]);
        for (int k = first + 1; k < last; k++) {
            sum += panels[k];
        }
        return (sum + RULE.integrate(density, edges[last], b)) / total;
    }

    @Override
    public double quantile(double p) {
        double level = p * total;
        int at = Arrays.binarySearch(cumulated, 1, cumulated.length, level);
        int k = Math.min(at >= 0 ? at : -at - 1, panels.length) - 1;
        double left = edges[k];
        // Of this panel alone: in the sum of all before, the bits that tell neighbouring points apart would be lost.
        double missing = Math.min(level - cumulated[k], panels[k]);
        return MonotoneRoot.reach(x -> x > left ? RULE.integrate(density, left, x) : 0, missing, left, edges[k + 1]);
    }
}
