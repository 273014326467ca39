package org.dualflow.validation.sweep;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.dualflow.validation.io.schema.BadCaseException;

/** Solves those points of a shard that are not there yet, and gathers all points when none is missing. */
public final class Sweep {

    private final SweepPlan plan;
    private final SweepFolder folder;
    private final Shard shard;

    /**
     * @param plan what
     * @param folder where, begun
     * @param shard which points
     */
    public Sweep(SweepPlan plan, SweepFolder folder, Shard shard) {
        this.plan = plan;
        this.folder = folder;
        this.shard = shard;
    }

    /** Is told how far a sweep has come; from any thread. */
    public interface Listener {
        /** A file was found that is no whole record. */
        void damaged(SweepFolder.Found.Damaged record);

        /** Points are about to be solved. */
        void started(int missing, int ofShard);

        /** One more point is solved and kept. */
        void finished(PointRecord point);
    }

    /** Solves what is missing of the shard; damaged records count as missing. */
    public void solve(SweepEngine engine, Listener listener, BooleanSupplier stop)
            throws BadCaseException, IOException, InterruptedException {
        int[] own = shard.points(plan.points());
        List<Integer> missing = new ArrayList<>();
        for (int point : own) {
            SweepFolder.Found found = folder.find(point);
            if (found instanceof SweepFolder.Found.Damaged damaged) {
                listener.damaged(damaged);
            }
            if (!(found instanceof SweepFolder.Found.Whole)) {
                missing.add(point);
            }
        }
        listener.started(missing.size(), own.length);
        if (!missing.isEmpty()) {
            engine.run(
                    plan,
                    missing.stream().mapToInt(Integer::intValue).toArray(),
                    point -> {
                        folder.keep(point);
                        listener.finished(point);
                    },
                    stop);
        }
    }

    /**
     * What is there of the whole sweep.
     *
     * @param points in order
     * @param missing how many are not there
     * @param damaged records that are not whole
     */
    public record Gathered(List<PointRecord> points, int missing, List<SweepFolder.Found.Damaged> damaged) {

        /** The table, if nothing is missing. */
        public Optional<SweepTable> table(SweepPlan plan) {
            return missing == 0 && damaged.isEmpty() ? Optional.of(SweepTable.of(plan, points)) : Optional.empty();
        }
    }

    /** Reads all points, those of other shards too. */
    public Gathered gather() throws IOException {
        List<PointRecord> points = new ArrayList<>();
        List<SweepFolder.Found.Damaged> damaged = new ArrayList<>();
        int missing = 0;
        for (int p = 0; p < plan.points(); p++) {
            SweepFolder.Found found = folder.find(p);
            if (found instanceof SweepFolder.Found.Whole whole) {
                points.add(whole.point());
            } else if (found instanceof SweepFolder.Found.Damaged bad) {
                damaged.add(bad);
            } else {
                missing++;
            }
        }
        return new Gathered(points, missing, damaged);
    }
}
