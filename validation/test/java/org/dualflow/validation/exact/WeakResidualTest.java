package org.dualflow.validation.exact;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.dualflow.measure.LineLaw;
import org.dualflow.measure.UniformLaw;
import org.dualflow.model.Initial;
import org.dualflow.model.Model;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class WeakResidualTest {

    /** A wrong solution is found out when its residual exceeds what could pass this many times over. */
    private static final double CLEARLY = 100;

    @TestFactory
    Stream<DynamicTest> everyEntrySolvesItsEquation() {
        return ExactSolutions.all().stream()
                .map(solution -> DynamicTest.dynamicTest(solution.name(), () -> {
                    WeakResidual residual = WeakResidual.of(solution, 0, Math.min(solution.end(), 4));
                    assertTrue(residual.vanishes(), residual.toString());
                    // No test function is larger than 1: a residual of this size would not be a residual of quadrature.
                    assertTrue(residual.value() < 1e-4, residual.toString());
                }));
    }

    @TestFactory
    Stream<DynamicTest> slightlyWrongSolutionsAreFoundOut() {
        ExactLineSolution sink = LineSolutions.sink("sink", new UniformLaw(-1, 1));
        ExactLineSolution slab = LineSolutions.slab(1);
        ExactLineSolution sine = LineSolutions.sine();
        ExactLineSolution clipped = line("clipped-swing");
        ExactLineSolution attraction = line("attraction-normal");
        return Stream.of(
                        new Wrong("sink, too slow", sink, t -> sink.at(0.999 * t)),
                        new Wrong("sink without an atom", sink, t -> new UniformLaw(-1 + t / 2, 1 - t / 2)),
                        new Wrong("slab, too wide", slab, t -> new UniformLaw(t, 0.5 + 1.0001 * t)),
                        new Wrong("attraction, too fast", attraction, t -> attraction.at(1.01 * t)),
                        new Wrong("sine, too late", sine, t -> sine.at(Math.max(0, t - 1e-3 * t * t))),
                        new Wrong(
                                "clipped, atom not kept",
                                clipped,
                                t -> new UniformLaw(
                                        clipped.at(t).quantile(1e-9),
                                        clipped.at(t).quantile(1 - 1e-9))))
                .map(wrong -> DynamicTest.dynamicTest(wrong.name(), () -> {
                    WeakResidual residual = WeakResidual.of(wrong, 0.1, 0.9);
                    assertFalse(residual.vanishes(), residual.toString());
                    assertTrue(
                            residual.value() > CLEARLY * (2 * residual.difference() + residual.allowance()),
                            residual.toString());
                }));
    }

    @Test
    void wrongScalarIsFoundOut() {
        ExactLineSolution right = line("two-point-atoms");
        WeakResidual residual = WeakResidual.of(
                new Wrong("generator", right, right::at) {
                    @Override
                    public double[] scalars(double t) {
                        return new double[] {right.scalars(t)[0] + 1e-6 * t};
                    }
                },
                0.1,
                2);
        assertFalse(residual.vanishes(), residual.toString());
        assertTrue(residual.value() > CLEARLY * (2 * residual.difference() + residual.allowance()));
    }

    @Test
    void badIntervalIsNamed() {
        ExactLineSolution sine = LineSolutions.sine();
        assertThrows(IllegalArgumentException.class, () -> WeakResidual.of(sine, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> WeakResidual.of(LineSolutions.slab(1), 0, 2));
        assertThrows(IllegalArgumentException.class, () -> ExactSolutions.named("sin"));
    }

    private static ExactLineSolution line(String name) {
        return (ExactLineSolution) ExactSolutions.named(name);
    }

    /** A solution whose law has been tampered with. */
    private static class Wrong implements ExactLineSolution {
        private final String name;
        private final ExactLineSolution right;
        private final DoubleFunction<LineLaw> law;

        Wrong(String name, ExactLineSolution right, DoubleFunction<LineLaw> law) {
            this.name = name;
            this.right = right;
            this.law = law;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String source() {
            return "made up";
        }

        @Override
        public Model model() {
            return right.model();
        }

        @Override
        public Initial initial() {
            return right.initial();
        }

        @Override
        public LineLaw at(double t) {
            return law.apply(t);
        }

        @Override
        public double[] scalars(double t) {
            return right.scalars(t);
        }

        @Override
        public double end() {
            return right.end();
        }

        @Override
        public OptionalDouble blowUp() {
            return right.blowUp();
        }

        @Override
        public List<Double> kinks() {
            return right.kinks();
        }

        @Override
        public double accuracy() {
            return right.accuracy();
        }
    }
}
