package org.dualflow.validation.exact;

import java.util.List;
import java.util.TreeSet;
import org.dualflow.field.ProjectedField;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Coupling;
import org.dualflow.model.State;
import org.dualflow.model.TransportModel;
import org.hipparchus.util.FastMath;

/**
 * Whether an exact solution satisfies its own equation: for smooth test functions φ
 *
 * <pre>  R(φ) = ∫φ dρ_t - ∫φ dρ_s - ∫_s^t ∫ Π b_τ[ρ_τ] · ∇φ dρ_τ dτ,</pre>
 *
 * and for every scalar unknown y(t) - y(s) - ∫ r dτ, from the laws of the solution and the coupling of its model alone; of a gradient flow, from the ratio
 * to its target and its storage.
 * Π is the projection at the walls.
 *
 * <p>The integrals are evaluated by {@link ExactSolution#nodes} and, in time, by Gauss quadrature between the kinks of
 * the solution, on two levels. For a true solution R is all quadrature error e. If doubling the panels divides e by 2^p, the
 * two levels differ by (2^p - 1) times the error of the finer: no less than the finer error itself for p ≥ 1. Hence a
 * solution passes when the finer R is at most twice that difference plus what the accuracy of the solution itself
 * allows; for a wrong solution R tends to a number while the difference tends to zero.
 *
 * @param value largest |R| on the finer level
 * @param difference largest difference of R between the levels
 * @param allowance error of R that the accuracy of the solution permits
 */
public record WeakResidual(double value, double difference, double allowance) {

    private static final int TIME_LEVELS = 10;

    /** Whether R is explained by the error of its quadrature. */
    public boolean vanishes() {
        return value <= 2 * difference + allowance;
    }

    /**
     * The residual over [from, to].
     *
     * @param solution known on the whole interval through its nodes
     * @param from s, at least 0
     * @param to t &gt; s, at most the end of the solution
     */
    public static WeakResidual of(ExactSolution solution, double from, double to) {
        if (!(0 <= from && from < to && to <= solution.end())) {
            throw new IllegalArgumentException(
                    "from, to = " + from + ", " + to + ": 0 <= from < to <= " + solution.end() + " is allowed");
        }
        double[] coarse = residuals(solution, from, to, 1);
        double[] fine = residuals(solution, from, to, 2);
        double value = 0;
        double difference = 0;
        for (int k = 0; k < fine.length; k++) {
            value = FastMath.max(value, FastMath.abs(fine[k]));
            difference = FastMath.max(difference, FastMath.abs(fine[k] - coarse[k]));
        }
        Domain domain = solution.model().species().get(0).domain();
        double frequency = new TestFunctions(domain).largestFrequency();
        // Places enter R twice through φ and, for the time t - s, through b · ∇φ, whose slope is of order frequency².
        double allowance = solution.accuracy() * (1 + 2 * frequency + (to - from) * (1 + frequency * frequency));
        return new WeakResidual(value, difference, allowance);
    }

    private static double[] residuals(ExactSolution solution, double from, double to, int level) {
        TestFunctions functions =
                new TestFunctions(solution.model().species().get(0).domain());
        double[] sum = new double[functions.size() + solution.model().scalars().size()];
        addValues(solution, to, level, functions, 1, sum);
        addValues(solution, from, level, functions, -1, sum);
        TreeSet<Double> edges = new TreeSet<>(solution.kinks());
        solution.blowUp().ifPresent(edges::add);
        edges.add(from);
        edges.add(to);
        List<Double> times = List.copyOf(edges.subSet(from, true, to, true));
        Velocity velocity = solution.model() instanceof TransportModel model
                ? coupled(model.couple(), solution)
                : ((ExactFlow) solution)::fillVelocities;
        for (int i = 0; i + 1 < times.size(); i++) {
            for (double[] node : GradedRule.of(times.get(i), times.get(i + 1), level, TIME_LEVELS)) {
                addFluxes(solution, velocity, node[0], level, functions, -node[1], sum);
            }
        }
        return sum;
    }

    /** The velocity at the nodes of a solution, and the rates of its scalars. */
    @FunctionalInterface
    private interface Velocity {
        void fill(double t, ParticleMeasure nodes, double[][] v, double[] rates);
    }

    private static Velocity coupled(Coupling coupling, ExactSolution solution) {
        return (t, nodes, v, rates) -> {
            coupling.freeze(t, new State(List.of(nodes), solution.scalars(t)));
            double[][] x = coordinates(nodes);
            for (int d = 0; d < v.length; d++) {
                coupling.field(0).fill(d, x, nodes.size(), v[d]);
            }
            coupling.rates(rates);
        };
    }

    private static void addValues(
            ExactSolution solution, double t, int level, TestFunctions functions, double factor, double[] sum) {
        ParticleMeasure nodes = solution.nodes(t, level);
        functions.addValues(coordinates(nodes), nodes.weights(), factor, sum);
        double[] scalars = solution.scalars(t);
        for (int j = 0; j < scalars.length; j++) {
            sum[functions.size() + j] += factor * scalars[j];
        }
    }

    private static void addFluxes(
            ExactSolution solution,
            Velocity velocity,
            double t,
            int level,
            TestFunctions functions,
            double factor,
            double[] sum) {
        ParticleMeasure nodes = solution.nodes(t, level);
        Domain domain = solution.model().species().get(0).domain();
        int n = nodes.size();
        double[][] x = coordinates(nodes);
        double[][] v = new double[x.length][n];
        double[] rates = new double[sum.length - functions.size()];
        velocity.fill(t, nodes, v, rates);
        for (int d = 0; d < x.length; d++) {
            ProjectedField.project(domain.side(d), x[d], n, v[d]);
        }
        functions.addFluxes(x, v, nodes.weights(), factor, sum);
        for (int j = 0; j < rates.length; j++) {
            sum[functions.size() + j] += factor * rates[j];
        }
    }

    private static double[][] coordinates(ParticleMeasure nodes) {
        double[][] x = new double[nodes.dimension()][];
        for (int d = 0; d < x.length; d++) {
            x[d] = nodes.x(d);
        }
        return x;
    }
}
