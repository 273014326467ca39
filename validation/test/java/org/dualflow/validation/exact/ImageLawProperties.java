package org.dualflow.validation.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.dualflow.measure.AtomicLaw;
import org.dualflow.measure.LineLaw;
import org.dualflow.measure.MixtureLaw;
import org.dualflow.measure.NormalLaw;
import org.dualflow.measure.UniformLaw;

class ImageLawProperties {

    private static final LineLaw START = new MixtureLaw(
            new double[] {0.3, 0.5, 0.2}, List.of(AtomicLaw.dirac(0.25), new UniformLaw(-1, 1), AtomicLaw.dirac(-0.5)));

    @Provide
    Arbitrary<ImageLaw> images() {
        Arbitrary<Double> number = Arbitraries.doubles().between(-1.5, 1.5).ofScale(3);
        Arbitrary<Double> positive = Arbitraries.doubles().between(0.05, 2).ofScale(3);
        return Arbitraries.oneOf(
                Combinators.combine(number, number, positive)
                        .as((shift, lower, width) ->
                                new ImageLaw(START, MonotoneMap.clamp(shift, lower, lower + width))),
                positive.map(t -> new ImageLaw(START, MonotoneMap.shrink(t))),
                positive.map(factor -> new ImageLaw(START, MonotoneMap.dilation(0.5, factor))),
                positive.map(t -> {
                    NormalLaw normal = new NormalLaw(0.3, 0.7);
                    return new ImageLaw(normal, new AttractionMap(normal, t));
                }));
    }

    @Property(tries = 300)
    void quantileIsTheGeneralisedInverse(
            @ForAll("images") ImageLaw law,
            @ForAll @Scale(6) @DoubleRange(min = -2, max = 2) double x,
            @ForAll @Scale(6) @DoubleRange(min = 0.001, max = 0.999) double p) {
        double q = law.quantile(p);
        // F is known to rounding, which the smallest density here, 0.05, turns into places.
        assertTrue(law.cdf(q + 1e-12) >= p - 1e-13, "F(Q(p)) >= p");
        assertTrue(law.cdfBelow(q - 1e-12) <= p + 1e-13, "F(Q(p)-) <= p");
        assertTrue(law.cdfBelow(x) <= law.cdf(x));
    }

    @Property(tries = 300)
    void massesOfIntervalsAddUp(
            @ForAll("images") ImageLaw law,
            @ForAll @Scale(6) @DoubleRange(min = -2, max = 2) double x,
            @ForAll @Scale(6) @DoubleRange(min = -2, max = 2) double y) {
        double from = Math.min(x, y);
        double to = Math.max(x, y);
        double below = law.mass(Double.NEGATIVE_INFINITY, from);
        double between = law.mass(from, to);
        double above = law.mass(to, Double.POSITIVE_INFINITY);
        assertEquals(1, below + between + above, 1e-14);
        assertEquals(law.cdfBelow(to) - law.cdfBelow(from), between, 1e-14);
    }

    @Property(tries = 100)
    void atomsAreTheJumps(@ForAll("images") ImageLaw law) {
        for (double atom : law.atoms()) {
            assertTrue(law.cdf(atom) > law.cdfBelow(atom));
            assertEquals(atom, law.quantile(0.5 * (law.cdf(atom) + law.cdfBelow(atom))));
        }
    }
}
