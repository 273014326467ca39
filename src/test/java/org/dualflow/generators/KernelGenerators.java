package org.dualflow.generators;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.dualflow.field.InteractionKernel;
import org.dualflow.field.Kernels;

/** Random interaction kernels: pointy, smooth, attractive, repulsive. */
public final class KernelGenerators {

    private KernelGenerators() {}

    private static Arbitrary<Double> number(double from, double to) {
        return Arbitraries.doubles().between(from, to).ofScale(6);
    }

    /** Σ c_k |x|^k with up to four terms, some of them zero. */
    public static Arbitrary<InteractionKernel> polynomials() {
        Arbitrary<Double> c = Arbitraries.oneOf(number(-1, 1), Arbitraries.of(0.0, 1.0));
        return Arbitraries.oneOf(
                Arbitraries.of(1.0, -0.5).map(Kernels::distance),
                Arbitraries.of(1.0, -0.5).map(Kernels::quadratic),
                c.array(double[].class).ofMinSize(1).ofMaxSize(4).map(Kernels::polynomial));
    }

    /** Gaussian, Morse and power-law kernels. */
    public static Arbitrary<InteractionKernel> others() {
        return Arbitraries.oneOf(
                Combinators.combine(number(-2, 2), number(0.25, 2)).as(Kernels::gaussian),
                Combinators.combine(number(0, 1), number(0.25, 2), number(0.125, 2), number(0.25, 2))
                        .as(Kernels::morse),
                Combinators.combine(number(0.5, 2), number(2.25, 4), number(0, 1), number(1, 2.25))
                        .filter((r, a, s, b) -> a > b)
                        .as(Kernels::powers));
    }

    /** Any of these. */
    public static Arbitrary<InteractionKernel> kernels() {
        return Arbitraries.oneOf(polynomials(), others());
    }

    /** The largest |∇W(x)| over 0 &lt; |x| ≤ radius, by sampling at 1000 distances; for tolerances. */
    public static double largestForce(InteractionKernel kernel, double radius) {
        double[] r2 = new double[1000];
        double[] out = new double[1000];
        for (int i = 0; i < r2.length; i++) {
            double r = radius * (i + 1) / r2.length;
            r2[i] = r * r;
        }
        kernel.forces(r2, r2.length, out);
        double largest = 0;
        for (int i = 0; i < r2.length; i++) {
            largest = Math.max(largest, Math.abs(out[i]) * Math.sqrt(r2[i]));
        }
        return largest;
    }
}
