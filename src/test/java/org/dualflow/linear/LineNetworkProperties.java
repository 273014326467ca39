package org.dualflow.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Elimination on lines and rings against elimination with 60 digits, with conductances over thirty orders of magnitude. */
class LineNetworkProperties {

    private static final MathContext DIGITS = new MathContext(60);

    @Property
    void everyComponentIsRight(@ForAll @IntRange(min = 1, max = 12) int n, @ForAll boolean ring, @ForAll long seed) {
        Random random = new Random(seed);
        double[] c = new double[n];
        double[] g = new double[n];
        double[] b = new double[n];
        for (int i = 0; i < n; i++) {
            c[i] = Math.pow(10, 10 - 20 * random.nextDouble());
            g[i] = random.nextInt(6) == 0 ? 0 : Math.pow(10, 15 - 30 * random.nextDouble());
            b[i] = random.nextInt(4) == 0 ? 0 : random.nextDouble();
        }
        double[] x = new double[n];
        LineNetwork.of(n, ring).solve(c, g, b, x);
        double[] exact = exact(c, g, b, ring);
        for (int i = 0; i < n; i++) {
            // Eight roundings per node in each direction, none of them a subtraction.
            assertEquals(exact[i], x[i], 16 * (n + 1) * 0x1p-53 * exact[i]);
            assertTrue(x[i] >= 0);
        }
    }

    private static double[] exact(double[] c, double[] g, double[] b, boolean ring) {
        int n = c.length;
        BigDecimal[][] a = new BigDecimal[n][n + 1];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i][j] = i == j ? new BigDecimal(c[i]) : BigDecimal.ZERO;
            }
            a[i][n] = new BigDecimal(b[i]);
        }
        for (int i = 0; i < n; i++) {
            int j = (i + 1) % n;
            if (j == i || j == 0 && !ring) {
                continue;
            }
            BigDecimal link = new BigDecimal(g[i]);
            a[i][i] = a[i][i].add(link);
            a[j][j] = a[j][j].add(link);
            a[i][j] = a[i][j].subtract(link);
            a[j][i] = a[j][i].subtract(link);
        }
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < n; i++) {
                if (i != k) {
                    BigDecimal f = a[i][k].divide(a[k][k], new MathContext(120));
                    for (int j = k; j <= n; j++) {
                        a[i][j] = a[i][j].subtract(f.multiply(a[k][j]), new MathContext(120));
                    }
                }
            }
        }
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = a[i][n].divide(a[i][i], DIGITS).doubleValue();
        }
        return x;
    }
}
