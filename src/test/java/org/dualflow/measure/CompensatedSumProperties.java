package org.dualflow.measure;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Sums that carry their rounding error against exact ones: ε |Σ x| + γ² Σ|x|, γ = (n - 1) ε/(1 - (n - 1) ε), ε = 2⁻⁵³ (Ogita, Rump and
 * Oishi, doi:10.1137/030601818, proposition 4.5 for Sum2; it does not ask for an order of the additions).
 */
class CompensatedSumProperties {

    @Property(tries = 100)
    void sumsAreExactToTheirBound(@ForAll @IntRange(min = 1, max = 10_000) int n, @ForAll int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = new double[n];
        BigDecimal exact = BigDecimal.ZERO;
        double magnitudes = 0;
        for (int i = 0; i < n; i++) {
            // What has been added is taken away again now and then: the sum is small beside its terms.
            x[i] = i % 3 == 2 ? -x[i - 1] : Math.scalb(random.nextDouble() - 0.3, random.nextInt(60));
            exact = exact.add(new BigDecimal(x[i]));
            magnitudes += Math.abs(x[i]);
        }
        CompensatedSum sum = new CompensatedSum();
        sum.addAll(x, n);
        double gamma = (n - 1) * 0x1p-53 / (1 - (n - 1) * 0x1p-53);
        double bound = 0x1p-53 * exact.abs().doubleValue() + gamma * gamma * magnitudes * (1 + 1e-12);
        double error = exact.subtract(new BigDecimal(sum.value())).abs().doubleValue();
        assertTrue(error <= bound * (1 + 1e-12), () -> n + " numbers: off by " + error + ", allowed " + bound);
    }

    @Property(tries = 20)
    void aSumMayGoOn(@ForAll @IntRange(min = 4000, max = 6000) int n, @ForAll int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = random.doubles(n).toArray();
        CompensatedSum twice = new CompensatedSum();
        twice.addAll(x, n);
        twice.addAll(x, n);
        twice.reset();
        twice.addAll(x, n);
        CompensatedSum once = new CompensatedSum();
        once.addAll(x, n);
        assertTrue(once.value() == twice.value(), () -> once.value() + " and " + twice.value());
    }
}
