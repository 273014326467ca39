package org.dualflow.validation.cluster;

import org.apache.spark.api.java.function.Function;
import org.dualflow.validation.io.schema.BadCaseException;
import org.dualflow.validation.sweep.PointRecord;
import org.dualflow.validation.sweep.PointRunner;
import org.dualflow.validation.sweep.SweepPlan;

/**
 * What an executor does: solves some points of a plan.
 *
 * @param plan travels with the task
 */
record SolveBatch(SweepPlan plan) implements Function<int[], PointRecord[]> {

    @Override
    public PointRecord[] call(int[] points) throws BadCaseException {
        PointRunner runner = new PointRunner(plan);
        PointRecord[] records = new PointRecord[points.length];
        for (int i = 0; i < points.length; i++) {
            records[i] = runner.run(points[i], () -> Thread.currentThread().isInterrupted())
                    .orElseThrow(() -> new IllegalStateException("the task was cancelled"));
        }
        return records;
    }
}
