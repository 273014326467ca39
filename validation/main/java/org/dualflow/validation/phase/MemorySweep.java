package org.dualflow.validation.phase;

import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;
import org.dualflow.validation.claim.ClaimProgress;
import org.dualflow.validation.io.schema.BadCaseException;
import org.dualflow.validation.sweep.PointRecord;
import org.dualflow.validation.sweep.SweepPlan;
import org.dualflow.validation.sweep.SweepReader;
import org.dualflow.validation.sweep.SweepRequest;
import org.dualflow.validation.sweep.ThreadEngine;

/** A sweep of a case given as text, on one thread, its points kept in memory. */
record MemorySweep(SweepPlan plan) {

    /**
     * @param text of the case, which names no files
     * @param request what is varied
     */
    static MemorySweep of(String text, SweepRequest request) {
        try {
            return new MemorySweep(
                    SweepReader.read(Path.of("claim.yaml"), text, request).plan());
        } catch (BadCaseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All points, in order. */
    List<PointRecord> solve(ClaimProgress progress) {
        NavigableMap<Integer, PointRecord> done = new ConcurrentSkipListMap<>();
        int[] points = IntStream.range(0, plan.points()).toArray();
        try {
            new ThreadEngine(1)
                    .run(
                            plan,
                            points,
                            record -> {
                                done.put(record.point(), record);
                                progress.report((double) done.size() / points.length, "point " + record.point());
                            },
                            () -> false);
        } catch (BadCaseException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return List.copyOf(done.values());
    }

    /** The boundaries of a sweep that bisects, in the order of the points. */
    Boundaries boundaries(ClaimProgress progress) {
        return new Boundaries(solve(progress).stream()
                .map(point -> point.values().getOrDefault("boundary", Double.NaN))
                .toList());
    }
}
