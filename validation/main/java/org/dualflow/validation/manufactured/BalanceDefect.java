package org.dualflow.validation.manufactured;

import java.util.Arrays;
import java.util.List;
import org.dualflow.field.VelocityField;
import org.dualflow.measure.GaussRule;
import org.dualflow.measure.Measure;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Coupling;
import org.dualflow.model.Source;
import org.dualflow.model.State;
import org.dualflow.model.TransportModel;

/**
 * The integral form of the continuity equation, from values only: over a box and a time interval, mass gained plus mass
 * that flowed out minus what the source brought in. It uses no derivative, so it checks the differentiation
 * too. Gauss quadrature with {@value #NODES} nodes per axis and time.
 *
 * <p>The field and the source are those of a model, the density that of a problem, so a model whose field is wrong is
 * found out. A sink is to be an end of the box, since the source jumps there; the flux at an end is the limit from inside.
 * {@link #at} tests the atom on it.
 */
public final class BalanceDefect {

    private static final int NODES = 12;
    private static final GaussRule RULE = GaussRule.of(NODES);

    private final ManufacturedProblem problem;
    private final Coupling coupling;
    private final VelocityField field;
    private final Source source;
    private final State nothing = new State(List.<Measure>of(), new double[0]);

    /**
     * @param problem its density is tested
     * @param model its field and source are tested; must not depend on the state
     */
    public BalanceDefect(ManufacturedProblem problem, TransportModel model) {
        this.problem = problem;
        coupling = model.couple();
        field = coupling.field(0);
        source = model.source(0).orElse((t, x, n, out) -> Arrays.fill(out, 0, n, 0.0));
    }

    /**
     * Mass gained + flow out - supply over [from, to] and the box.
     *
     * @param from begin of the time interval
     * @param to its end
     * @param lower lower corner of the box
     * @param upper upper corner of the box
     */
    public double over(double from, double to, double[] lower, double[] upper) {
        double gained = space(
                x -> Continuity.density(problem.solution(), to, x) - Continuity.density(problem.solution(), from, x),
                lower,
                upper);
        double sum = 0;
        for (int q = 0; q < NODES; q++) {
            double t = RULE.node(q, from, to);
            coupling.freeze(t, nothing);
            double rate = -space(x -> supply(t, x), lower, upper);
            for (int d = 0; d < lower.length; d++) {
                rate += through(t, d, lower, upper, upper[d], Math.nextDown(upper[d]));
                rate -= through(t, d, lower, upper, lower[d], Math.nextUp(lower[d]));
            }
            sum += RULE.weight(q, from, to) * rate;
        }
        return gained + sum;
    }

    /**
     * Mass that the atom on a sink gains over [from, to], minus what flows onto it from both sides; beyond a wall is
     * nothing.
     */
    public double at(Sink sink, double from, double to) {
        double flow = 0;
        Domain.Side side = problem.domain().side(0);
        double[] point = {sink.x()};
        for (int q = 0; q < NODES; q++) {
            double t = RULE.node(q, from, to);
            coupling.freeze(t, nothing);
            double rate = 0;
            if (sink.x() > side.lower()) {
                rate += through(t, 0, point, point, sink.x(), Math.nextDown(sink.x()));
            }
            if (sink.x() < side.upper()) {
                rate -= through(t, 0, point, point, sink.x(), Math.nextUp(sink.x()));
            }
            flow += RULE.weight(q, from, to) * rate;
        }
        return sink.mass().applyAsDouble(to) - sink.mass().applyAsDouble(from) - flow;
    }

    /** ∫ ρ b_d over the face x_d = at, its field from just inside. */
    private double through(double t, int d, double[] lower, double[] upper, double at, double inside) {
        return integrate(
                x -> {
                    x[d] = at;
                    double density = Continuity.density(problem.solution(), t, x);
                    x[d] = inside;
                    return density * velocity(d, x);
                },
                lower,
                upper,
                d,
                0,
                new double[lower.length]);
    }

    private double velocity(int d, double[] x) {
        double[] out = new double[1];
        field.fill(d, columns(x), 1, out);
        return out[0];
    }

    private double supply(double t, double[] x) {
        double[] out = new double[1];
        source.fill(t, columns(x), 1, out);
        return out[0];
    }

    private static double[][] columns(double[] x) {
        double[][] columns = new double[x.length][1];
        for (int d = 0; d < x.length; d++) {
            columns[d][0] = x[d];
        }
        return columns;
    }

    private static double space(Function f, double[] lower, double[] upper) {
        return integrate(f, lower, upper, -1, 0, new double[lower.length]);
    }

    /** Tensor quadrature over all axes but {@code skipped}. */
    private static double integrate(Function f, double[] lower, double[] upper, int skipped, int d, double[] x) {
        if (d == x.length) {
            return f.at(x);
        }
        if (d == skipped) {
            return integrate(f, lower, upper, skipped, d + 1, x);
        }
        double sum = 0;
        for (int q = 0; q < NODES; q++) {
            x[d] = RULE.node(q, lower[d], upper[d]);
            sum += RULE.weight(q, lower[d], upper[d]) * integrate(f, lower, upper, skipped, d + 1, x);
        }
        return sum;
    }

    /** A function of a point; may use its argument as scratch. */
    @FunctionalInterface
    private interface Function {
        double at(double[] x);
    }
}
