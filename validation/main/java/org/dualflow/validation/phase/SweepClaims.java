package org.dualflow.validation.phase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.dualflow.validation.claim.Bound;
import org.dualflow.validation.claim.BoundClaim;
import org.dualflow.validation.claim.Claim;
import org.dualflow.validation.claim.ClaimProgress;
import org.dualflow.validation.claim.ClaimResult;
import org.dualflow.validation.io.ResultFolder;
import org.dualflow.validation.io.schema.BadCaseException;
import org.dualflow.validation.sweep.PointRecord;
import org.dualflow.validation.sweep.Shard;
import org.dualflow.validation.sweep.Sweep;
import org.dualflow.validation.sweep.SweepFolder;
import org.dualflow.validation.sweep.SweepPlan;
import org.dualflow.validation.sweep.SweepRequest;
import org.dualflow.validation.sweep.SweepTable;
import org.dualflow.validation.sweep.ThreadEngine;

/** What sweeps promise: one table whoever computes it, and boundaries that lie where they are. */
final class SweepClaims {

    private static final String TEXT = """
            model: clipped-transport
            parameters: {displacement: sine, amplitude: 1.3}
            initial: {weights: {uniform: [-1, 1]}}
            time: {end: 2}
            grid: {cells: 21, scheme: upwind}
            particles: {count: 50, start: random, seed: 7, step: 0.01}
            output: {every: 0.5}
            """;

    private SweepClaims() {}

    static List<Claim> all() {
        return List.of(independence(), bisection());
    }

    private static Claim independence() {
        return new BoundClaim(
                "sweep-independent-of-engine",
                "a sweep of 12 points of clipped transport, grid and particles from random starts: one thread in"
                        + " memory; three threads; shards 3/3, 1/3, 2/3; stopped after five points and resumed",
                "bytes of the table that differ from those of one thread in memory",
                "none",
                "A point reads nothing but the plan: its seeds are a function of base seed, combination and replicate,"
                        + " its numbers are computed by one thread in a fixed order, records hold the shortest decimals"
                        + " that read back to the same doubles, and rows are in the order of the points.",
                Claim.Suite.FAST,
                progress -> {
                    SweepPlan plan = MemorySweep.of(
                                    TEXT,
                                    SweepRequest.of(List.of())
                                            .over("parameters.amplitude=0.5:1.5:3", "grid.cells=11,21")
                                            .withSeeds(2))
                            .plan();
                    byte[] expected = table(plan, new MemorySweep(plan).solve(ClaimProgress.SILENT));
                    List<Bound> bounds = new ArrayList<>();
                    bounds.add(differing(
                            "three threads", expected, inFolder(plan, 3, List.of(Shard.WHOLE), plan.points())));
                    List<Shard> shards = List.of(new Shard(3, 3), new Shard(1, 3), new Shard(2, 3));
                    bounds.add(differing("three shards", expected, inFolder(plan, 1, shards, plan.points())));
                    List<Shard> twice = List.of(Shard.WHOLE, Shard.WHOLE);
                    bounds.add(differing("stopped and resumed", expected, inFolder(plan, 1, twice, 5)));
                    bounds.add(Bound.atLeast("bytes of the table", expected.length, 1000));
                    return ClaimResult.of(List.of(), bounds);
                });
    }

    private static byte[] table(SweepPlan plan, List<PointRecord> points) {
        return SweepTable.of(plan, points).csv();
    }

    private static Bound differing(String name, byte[] expected, byte[] found) {
        int first = Arrays.mismatch(expected, found);
        return Bound.atMost(
                name + ": differing bytes", first < 0 ? 0 : Math.max(expected.length, found.length) - first, 0);
    }

    /** Shards one after the other into one folder, the first one stopped after some points; nothing if points are missing. */
    private static byte[] inFolder(SweepPlan plan, int threads, List<Shard> shards, int most) {
        try {
            Path folder = Files.createTempDirectory("dualflow-claim-");
            try {
                for (int i = 0; i < shards.size(); i++) {
                    AtomicInteger left = new AtomicInteger(i == 0 ? most : plan.points());
                    SweepFolder results = new SweepFolder(folder.resolve("sweep"), plan, shards.get(i));
                    results.begin(i > 0, "");
                    new Sweep(plan, results, shards.get(i))
                            .solve(new ThreadEngine(threads), counting(left), () -> left.get() <= 0);
                }
                Sweep.Gathered all = new Sweep(
                                plan, new SweepFolder(folder.resolve("sweep"), plan, Shard.WHOLE), Shard.WHOLE)
                        .gather();
                return all.missing() > 0 ? new byte[0] : table(plan, all.points());
            } finally {
                ResultFolder.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BadCaseException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Sweep.Listener counting(AtomicInteger left) {
        return new Sweep.Listener() {
            @Override
            public void damaged(SweepFolder.Found.Damaged record) {
                throw new IllegalStateException(record.toString());
            }

            @Override
            public void started(int missing, int ofShard) {}

            @Override
            public void finished(PointRecord point) {
                left.decrementAndGet();
            }
        };
    }

    private static Claim bisection() {
        double width = 1e-3;
        return new BoundClaim(
                "sweep-bisection-exact",
                "clipped transport by A sin t of a uniform law on [-1, 1], 200 particles at quantiles, time 2: the"
                        + " amplitude A at which their width falls below 0.5, 0.7 and 0.9, bisected to within " + width,
                "distance of the boundary from the exact one",
                "at most half of the width",
                "Until π/2 the law moves up by A and is clipped: an atom of mass A/2 at 1, and 2 - A is the width that"
                        + " moves back as a body. The observed width is exact for even density between atoms. Half of the"
                        + " last bracket bounds the error of its middle; RK4 with steps of 0.002 integrates a speed that"
                        + " depends on time only to 1e-12 and clips the last moment before π/2 to 1e-6.",
                Claim.Suite.FAST,
                progress -> {
                    List<Bound> bounds = new ArrayList<>();
                    for (double level : new double[] {0.5, 0.7, 0.9}) {
                        Boundaries found = MemorySweep.of(
                                        TEXT,
                                        SweepRequest.of(List.of("particles={count: 200, step: 0.002}"))
                                                .bisecting(
                                                        "parameters.amplitude=0.4:1.9:" + width,
                                                        "particles.observables.width=" + level))
                                .boundaries(progress);
                        bounds.add(Bound.near("width " + level, found.values().get(0), 2 - level, 0.5 * width + 1e-6));
                    }
                    return ClaimResult.of(List.of(), bounds);
                });
    }
}
