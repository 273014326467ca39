package org.dualflow.validation.exact;

import java.util.List;
import java.util.stream.Collectors;
import org.dualflow.gan.Displacement;
import org.dualflow.gan.TwoPointGan;
import org.dualflow.measure.AtomicLaw;
import org.dualflow.measure.NormalLaw;
import org.dualflow.measure.UniformLaw;

/** The catalogue: one example, or several, of every exact solution. Each is checked against its own equation. */
public final class ExactSolutions {

    private static final List<ExactSolution> ALL = List.of(
            LineSolutions.sink("sink", new UniformLaw(-1, 1)),
            LineSolutions.sink("sink-one-sided", new UniformLaw(0.5, 1.5)),
            LineSolutions.dirac(1),
            LineSolutions.slab(1),
            LineSolutions.sine(),
            AggregationSolutions.uniform(1),
            AggregationSolutions.normal(1),
            AggregationSolutions.atoms(
                    "attraction-two-diracs", AtomicLaw.of(new double[] {-1, 1}, new double[] {0.5, 0.5})),
            AggregationSolutions.atoms(
                    "attraction-atoms",
                    AtomicLaw.of(new double[] {-1.5, -0.5, 0.25, 0.5, 1.75}, new double[] {0.1, 0.3, 0.2, 0.15, 0.25})),
            AggregationSolutions.quadratic("contraction-uniform", new UniformLaw(-1, 3), 1),
            AggregationSolutions.quadratic("contraction-normal", new NormalLaw(1, 0.75), 1),
            PlaneSolutions.rotation(0.125),
            PlaneSolutions.swirl(1),
            new ClippedSolution(
                    "clipped-collapse",
                    new ClippedTransportReference(Displacement.sine(1.3, 1), new UniformLaw(-1, 1), 12)),
            new ClippedSolution(
                    "clipped-swing",
                    new ClippedTransportReference(Displacement.sine(0.7, 1), new UniformLaw(-1, 1), 12)),
            FlowSolutions.circle(1, 1.2),
            FlowSolutions.halfPeriod(2, 1.5),
            FlowSolutions.ornsteinUhlenbeck(1, 0.75),
            FlowSolutions.barenblatt(),
            twoPoint("two-point-collapse", 2, -0.6, 0.4, 1.5),
            twoPoint("two-point-atoms", 1, -1, 1, 1));

    private ExactSolutions() {}

    private static ExactSolution twoPoint(String name, double gamma, double lower, double upper, double g) {
        return new TwoPointSolution(
                name, TwoPointGanReference.uniformCritic(TwoPointGan.criticSpeed(gamma), lower, upper, g, 80));
    }

    /** All entries. */
    public static List<ExactSolution> all() {
        return ALL;
    }

    /**
     * The entry of the given name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static ExactSolution named(String name) {
        return ALL.stream()
                .filter(solution -> solution.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("exact solution = " + name + ": one of "
                        + ALL.stream().map(ExactSolution::name).collect(Collectors.joining(", "))
                        + " is allowed"));
    }
}
