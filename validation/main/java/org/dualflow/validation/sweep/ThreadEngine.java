package org.dualflow.validation.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.dualflow.validation.io.schema.BadCaseException;

/**
 * Threads of this machine: each takes the next point when it is free.
 *
 * @param threads at least 1
 */
public record ThreadEngine(int threads) implements SweepEngine {

    /** Checks the number. */
    public ThreadEngine {
        if (threads < 1) {
            throw new IllegalArgumentException("threads = " + threads + ": at least 1 is allowed");
        }
    }

    @Override
    public void run(SweepPlan plan, int[] points, Consumer<PointRecord> done, BooleanSupplier stop)
            throws BadCaseException, InterruptedException {
        PointRunner runner = new PointRunner(plan);
        AtomicInteger next = new AtomicInteger();
        AtomicBoolean broken = new AtomicBoolean();
        BooleanSupplier enough = () -> broken.get() || stop.getAsBoolean();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> workers = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                workers.add(pool.submit(() -> {
                    try {
                        work(runner, points, next, done, enough);
                        return true;
                    } catch (BadCaseException | RuntimeException | Error e) {
                        broken.set(true);
                        throw e;
                    }
                }));
            }
            for (Future<?> worker : workers) {
                await(worker);
            }
        } finally {
            pool.shutdown();
        }
    }

    private static void work(
            PointRunner runner, int[] points, AtomicInteger next, Consumer<PointRecord> done, BooleanSupplier enough)
            throws BadCaseException {
        for (int i = next.getAndIncrement(); i < points.length && !enough.getAsBoolean(); i = next.getAndIncrement()) {
            runner.run(points[i], enough).ifPresent(done);
        }
    }

    private static void await(Future<?> worker) throws BadCaseException, InterruptedException {
        try {
            worker.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BadCaseException bad) {
                throw bad;
            }
            throw new IllegalStateException("a point of the sweep could not be solved: " + e.getCause(), e.getCause());
        }
    }

    @Override
    public String describe() {
        return threads + (threads == 1 ? " thread" : " threads");
    }
}
