package org.dualflow.validation.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Does tasks on several threads, begun in their order, and gives the results in their order. */
public final class OrderedTasks {

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
    public <T> List<Optional<T>> run(List<? extends Callable<T>> tasks) {
        ExecutorService pool = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "dualflow-task");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<T>> futures = new ArrayList<>();
            tasks.forEach(task -> futures.add(pool.submit(task)));
            List<Optional<T>> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(result(future));
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }

    private <T> Optional<T> result(Future<T> future) {
        while (future.isDone() || !stop.getAsBoolean()) {
            try {
                return Optional.of(future.get(POLL_MILLISECONDS, TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                continue;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof CancellationException) {
                    return Optional.empty();
                }
                throw new IllegalStateException("a task broke down: " + e.getCause(), e.getCause());
            }
        }
        return Optional.empty();
    }
}
