package org.dualflow.validation.sweep;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.dualflow.validation.io.schema.BadCaseException;

/** Computes points of a sweep somewhere. What a point gives must not depend on the engine. */
public interface SweepEngine {

    /**
     * Solves points, in any order.
     *
     * @param plan of the sweep
     * @param points which ones
     * @param done receives every finished point, from one thread at a time or from several
     * @param stop whether to stop as soon as possible; points that are not finished are then left out
     * @throws BadCaseException if a file that the case names has changed
     */
    void run(SweepPlan plan, int[] points, Consumer<PointRecord> done, BooleanSupplier stop)
            throws BadCaseException, InterruptedException;

    /** In a few words, for the provenance. */
    String describe();
}
