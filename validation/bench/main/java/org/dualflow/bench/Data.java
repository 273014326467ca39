package org.dualflow.bench;

import java.util.SplittableRandom;

/** Random data, the same as in {@code bench.h}. */
final class Data {

    private Data() {}

    /** Nearly normal: a sum of four uniform numbers less its mean. */
    static double bell(SplittableRandom random) {
        double sum = random.nextDouble();
        sum += random.nextDouble();
        sum += random.nextDouble();
        sum += random.nextDouble();
        return sum - 2;
    }
}
