package org.dualflow.measure;

import java.util.Arrays;
import java.util.TreeSet;

/** Cuts a law on the line into pieces of a quantile function. */
final class LawPieces {

    /** Levels closer to 0 and 1 are not resolved: the spacing of doubles below 1. */
    static final double LAST_LEVEL = 0x1p-53;

    private LawPieces() {}

    static QuantileFunction of(LineLaw law, int pieces) {
        TreeSet<Double> set = new TreeSet<>();
        for (int k = 0; k <= pieces; k++) {
            set.add((double) k / pieces);
        }
        for (double tail = 0.5 / pieces; tail >= 2 * LAST_LEVEL; tail *= 0.5) {
            set.add(tail);
            set.add(1 - tail);
        }
        double[] atoms = law.atoms();
        for (double atom : atoms) {
            set.add(law.cdfBelow(atom));
            set.add(law.cdf(atom));
        }
        double[] levels = set.stream().mapToDouble(Double::doubleValue).toArray();
        int n = levels.length - 1;
        double[] left = new double[n];
        double[] right = new double[n];
        boolean afterAtom = false;
        for (int k = 0; k < n; k++) {
            double middle = law.quantile(0.5 * (levels[k] + levels[k + 1]));
            if (Arrays.binarySearch(atoms, middle) >= 0) {
                left[k] = middle;
                right[k] = middle;
                afterAtom = true;
            } else {
                // At a level where an atom ends the quantile still is the atom; the slab after it starts beyond a gap.
                double width = levels[k + 1] - levels[k];
                double start = afterAtom ? levels[k] + 1e-9 * width : levels[k];
                left[k] = law.quantile(k == 0 ? Math.min(LAST_LEVEL, 0.25 * width) : start);
                right[k] = law.quantile(k == n - 1 ? 1 - LAST_LEVEL : levels[k + 1]);
                afterAtom = false;
            }
        }
        return QuantileFunction.ofPieces(levels, left, right);
    }
}
