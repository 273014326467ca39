package org.dualflow.validation.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Does tasks on several threads, begun in their order, and gives the results in their order. One that runs out of memory
 * beside others is done again alone, when all others are done.
 */
public final class OrderedTasks {

    /** Something to be done. */
    @FunctionalInterface
    public interface Task<T> {
        /**
         * Does it.
         *
         * @param alone whether nothing else is done at the same time: what runs out of memory now will always do so
         * @throws OutOfMemoryError if there is no memory; only if something else is done at the same time
         */
        T run(boolean alone) throws Exception;
    }

    private static final long POLL_MILLISECONDS = 50;

    private final int threads;
    private final BooleanSupplier stop;

    /**
     * @param threads at least 1
     * @param stop whether to give up: tasks that run are interrupted, none is begun any more, nobody waits
     * @throws IllegalArgumentException unless there is at least one thread
     */
    public OrderedTasks(int threads, BooleanSupplier stop) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads = " + threads + ": at least 1 is allowed");
        }
        this.threads = threads;
        this.stop = stop;
    }

    /**
     * Does the tasks.
     *
     * @return a result for each; none for those that were not finished when it was time to give up
     * @throws IllegalStateException if a task throws anything but a {@link CancellationException}
     */
    public <T> List<Optional<T>> run(List<? extends Task<T>> tasks) {
        List<Attempt<T>> attempts = attempts(tasks, threads);
        List<Optional<T>> results = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            boolean again = attempts.get(i).crowded() && !stop.getAsBoolean();
            results.add((again ? attempts(tasks.subList(i, i + 1), 1).get(0) : attempts.get(i)).result());
        }
        return results;
    }

    /** What came out of a task; nothing if it was given up, or was crowded out of the memory. */
    private record Attempt<T>(Optional<T> result, boolean crowded) {}

    private <T> List<Attempt<T>> attempts(List<? extends Task<T>> tasks, int atOnce) {
        ExecutorService pool = Executors.newFixedThreadPool(atOnce, work -> {
            Thread thread = new Thread(work, "dualflow-task");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<T>> futures = new ArrayList<>();
            tasks.forEach(task -> futures.add(pool.submit(() -> task.run(atOnce == 1))));
            List<Attempt<T>> attempts = new ArrayList<>();
            for (Future<T> future : futures) {
                attempts.add(attempt(future, atOnce));
            }
            return attempts;
        } finally {
            pool.shutdownNow();
        }
    }

    private <T> Attempt<T> attempt(Future<T> future, int atOnce) {
        Attempt<T> none = new Attempt<>(Optional.empty(), false);
        while (future.isDone() || !stop.getAsBoolean()) {
            try {
                return new Attempt<>(Optional.of(future.get(POLL_MILLISECONDS, TimeUnit.MILLISECONDS)), false);
            } catch (TimeoutException e) {
                continue;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return none;
            } catch (ExecutionException e) {
                if (e.getCause() instanceof CancellationException) {
                    return none;
                }
                if (e.getCause() instanceof OutOfMemoryError && atOnce > 1) {
                    return new Attempt<>(Optional.empty(), true);
                }
                throw new IllegalStateException("a task broke down: " + e.getCause(), e.getCause());
            }
        }
        return none;
    }
}
