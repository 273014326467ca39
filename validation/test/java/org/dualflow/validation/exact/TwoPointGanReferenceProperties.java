package org.dualflow.validation.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.dualflow.gan.TwoPointGan;
import org.dualflow.run.Event;

class TwoPointGanReferenceProperties {

    /** Local errors of 1e-14 over some thousand steps, not magnified: the motion is stable. */
    private static final double DRIFT = 1e-11;

    @Property(tries = 100)
    void energyNeverGrowsAndTheSupportOnlyShrinks(
            @ForAll @Scale(6) @DoubleRange(min = 0.2, max = 5) double gamma,
            @ForAll @Scale(6) @DoubleRange(min = -1, max = 0.9) double lower,
            @ForAll @Scale(6) @DoubleRange(min = 0.01, max = 1) double share,
            @ForAll @Scale(6) @DoubleRange(min = -2.5, max = 2.5) double g) {
        double end = 60;
        var reference = solve(gamma, lower, share, g, end);
        double energy = reference.energy(0);
        double width = reference.at(0).width();
        for (int k = 1; k <= 200; k++) {
            double t = end * k / 200;
            TwoPointState state = reference.at(t);
            assertEquals(1, state.mass(), DRIFT);
            assertTrue(state.width() <= width + DRIFT);
            assertTrue(state.lower() >= -1 - DRIFT && state.upper() <= 1 + DRIFT, "support " + state);
            assertTrue(reference.energy(t) <= energy * (1 + DRIFT) + DRIFT);
            energy = reference.energy(t);
            width = state.width();
        }
    }

    @Property(tries = 100)
    void trajectoryAndQuadratureAgree(
            @ForAll @Scale(6) @DoubleRange(min = 0.2, max = 5) double gamma,
            @ForAll @Scale(6) @DoubleRange(min = -1, max = 0.9) double lower,
            @ForAll @Scale(6) @DoubleRange(min = 0.01, max = 1) double share,
            @ForAll @Scale(6) @DoubleRange(min = -2, max = 2) double g) {
        var reference = solve(gamma, lower, share, g, 200 / Math.sqrt(gamma));
        double before = 0;
        for (Event event : reference.events()) {
            assertTrue(event.time() >= before);
            before = event.time();
        }
        // Rest, or a swing so small that rounding decides it, has no period.
        if (reference.orbit().isPresent() && reference.orbit().get().energy() > 1e-6) {
            TwoPointGanReferenceTest.agreesWithQuadrature(reference, 1e-10);
        }
    }

    private static TwoPointGanReference solve(double gamma, double lower, double share, double g, double end) {
        double upper = lower + share * (1 - lower);
        return TwoPointGanReference.uniformCritic(TwoPointGan.criticSpeed(gamma), lower, upper, g, end);
    }
}
