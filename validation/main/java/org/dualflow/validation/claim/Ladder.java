package org.dualflow.validation.claim;

import java.util.ArrayList;
import java.util.List;
import org.dualflow.validation.study.Level;
import org.dualflow.validation.study.Resolution;

/**
 * The levels of a refinement study: how many cells, steps or particles each has.
 *
 * @param resolution what is refined
 * @param sizes cells, steps or particles per level, each at least 1
 * @param extent the small parameter of a level is {@code extent / size}: length of the domain, time span, or 1
 */
public record Ladder(Resolution resolution, List<Integer> sizes, double extent) {

    /** What one level measures. */
    @FunctionalInterface
    public interface Measure {
        /** The error with {@code size} cells, steps or particles. */
        ErrorSample at(int size);
    }

    /** Checks the sizes. */
    public Ladder {
        sizes = List.copyOf(sizes);
        for (int size : sizes) {
            if (size < 1) {
                throw new IllegalArgumentException("size = " + size + ": at least 1 is allowed");
            }
        }
        if (!(extent > 0)) {
            throw new IllegalArgumentException("extent = " + extent + ": positive numbers are allowed");
        }
    }

    /** Cells on an axis of the given length. */
    public static Ladder cells(double length, Integer... cells) {
        return new Ladder(Resolution.WIDTH, List.of(cells), length);
    }

    /** Equal steps over the given span of time. */
    public static Ladder steps(double span, Integer... steps) {
        return new Ladder(Resolution.TIME_STEP, List.of(steps), span);
    }

    /** Particles. */
    public static Ladder particles(Integer... particles) {
        return new Ladder(Resolution.PARTICLES, List.of(particles), 1);
    }

    /** Climbs the ladder, timing every level. */
    public List<Level> climb(Measure measure, ClaimProgress progress) {
        List<Level> levels = new ArrayList<>();
        double cost = sizes.stream().mapToDouble(size -> size).sum();
        double done = 0;
        for (int size : sizes) {
            progress.report(done / cost, resolution.symbol() + " = " + resolution.format(extent / size));
            long start = System.nanoTime();
            ErrorSample sample = measure.at(size);
            double seconds = 1e-9 * (System.nanoTime() - start);
            levels.add(new Level(extent / size, sample.error(), sample.standardError(), seconds));
            done += size;
        }
        progress.report(1, "");
        return levels;
    }
}
