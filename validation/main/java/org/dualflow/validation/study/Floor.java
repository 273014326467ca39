package org.dualflow.validation.study;

import java.util.List;

/**
 * Where a ladder, coarsest level first, stops to measure discretisation error: at round-off or at the tolerance of an
 * inner solver.
 *
 * <p>The height of the floor is <em>estimated</em> from the plateau it makes; only the largest height that is credible
 * as a floor is given, so that a scheme that converges to a wrong limit is never excused. A level at or below that
 * ceiling starts the plateau if its error is zero, or if the pairwise order that leads to it is less than half the
 * largest one before (less than {@value #FLAT} if there is none before). The estimate is the largest error on the
 * plateau; coarser levels within a factor {@value #CLEAR} of it are dropped too.
 *
 * @param levels number of levels above the floor
 * @param height estimated height, 0 if there is no plateau
 */
record Floor(int levels, double height) {

    private static final double FLAT = 0.25;
    private static final double CLEAR = 30;

    static Floor estimate(List<Level> ladder, double ceiling) {
        if (ladder.stream().allMatch(level -> level.error() <= ceiling)) {
            return new Floor(0, highest(ladder, 0));
        }
        int start = plateau(ladder, ceiling);
        if (start == ladder.size()) {
            return new Floor(start, 0);
        }
        double height = highest(ladder, start);
        int levels = start;
        while (levels > 0 && ladder.get(levels - 1).error() <= CLEAR * height) {
            levels--;
        }
        return new Floor(levels, height);
    }

    private static int plateau(List<Level> ladder, double ceiling) {
        double best = 2 * FLAT;
        for (int k = 1; k < ladder.size(); k++) {
            Level level = ladder.get(k);
            double order = PairwiseOrder.between(ladder.get(k - 1), level);
            boolean below = ladder.subList(k, ladder.size()).stream().allMatch(l -> l.error() <= ceiling);
            if (below && (level.error() == 0 || order < 0.5 * best)) {
                return k;
            }
            best = Math.max(best, order);
        }
        return ladder.size();
    }

    private static double highest(List<Level> ladder, int from) {
        return ladder.subList(from, ladder.size()).stream()
                .mapToDouble(Level::error)
                .max()
                .orElse(0);
    }
}
