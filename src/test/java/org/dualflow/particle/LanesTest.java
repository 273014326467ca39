package org.dualflow.particle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.dualflow.field.VelocityField;
import org.dualflow.parallel.Team;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanesTest {

    /** Counts its calls; views share the count. */
    private record Turn(AtomicInteger calls, boolean hasTwins) implements VelocityField {
        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public void fill(int component, double[][] x, int n, double[] out) {
            calls.getAndIncrement();
            for (int i = 0; i < n; i++) {
                out[i] = component == 0 ? -x[1][i] + 0.1 * x[0][i] : x[0][i] * x[1][i];
            }
        }

        @Override
        public @Nullable VelocityField twin() {
            return hasTwins ? new Turn(calls, true) : null;
        }
    }

    /** Blocks of 2048: the same bits as at once, for any number of threads, whether the last block is full or not; a field that has no twin is asked once. */
    @ParameterizedTest
    @CsvSource({
        "1, 5000, true, 1",
        "2, 2048, true, 1",
        "2, 2049, true, 2",
        "2, 4096, true, 2",
        "3, 5000, true, 3",
        "8, 6145, true, 4",
        "3, 5000, false, 1"
    })
    void blocksGiveTheSameBits(int threads, int n, boolean hasTwins, int blocks) {
        SplittableRandom random = new SplittableRandom(n);
        double[][] x = {
            random.doubles(n, -1, 1).toArray(), random.doubles(n, -1, 1).toArray()
        };
        Turn field = new Turn(new AtomicInteger(), hasTwins);
        double[][] expected = new double[2][n];
        field.fill(x, n, expected);
        Lanes lanes = new Lanes(Team.of(threads));
        for (int times = 0; times < 2; times++) {
            field.calls().set(0);
            double[][] out = new double[2][n + 1];
            out[0][n] = 7;
            lanes.fill(field, x, n, out);
            for (int d = 0; d < 2; d++) {
                assertArrayEquals(expected[d], java.util.Arrays.copyOf(out[d], n), 0);
            }
            assertEquals(7, out[0][n]);
            assertEquals(2 * blocks, field.calls().get());
        }
    }
}
