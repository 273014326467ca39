package org.dualflow.parallel;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The calling thread and some others that share the chunks of a loop. Every chunk is done once, by whoever is free; a chunk
 * must write only what belongs to it, or to its worker's work arrays, and must not depend on the worker. Then the result is
 * the same, to the last bit, for every number of threads.
 *
 * <p>The other threads are daemons shared by all teams and end when idle; a call wakes them and allocates nothing worth
 * mention. One call at a time, and none from inside a chunk of the same team.
 */
public final class Team {

    private static final ExecutorService POOL =
            new ThreadPoolExecutor(0, Integer.MAX_VALUE, 5, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
                Thread thread = new Thread(work, "dualflow");
                thread.setDaemon(true);
                return thread;
            });

    /** One chunk of a loop. */
    @FunctionalInterface
    public interface Task {
        /**
         * @param chunk which chunk, 0 ≤ chunk &lt; chunks
         * @param worker who does it, 0 ≤ worker &lt; {@link Team#size}; tells which work arrays to use
         */
        void run(int chunk, int worker);
    }

    private final Runnable[] others;
    private final AtomicInteger next = new AtomicInteger();
    private final Semaphore done = new Semaphore(0);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile @Nullable Task task;
    private volatile int chunks;

    private Team(int threads) {
        others = new Runnable[threads - 1];
        for (int i = 0; i < others.length; i++) {
            int worker = i + 1;
            others[i] = () -> {
                work(worker);
                done.release();
            };
        }
    }

    /** The calling thread alone. */
    public static Team single() {
        return new Team(1);
    }

    /**
     * A team of {@code threads}, the calling one included.
     *
     * @throws IllegalArgumentException unless there is at least one
     */
    public static Team of(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads = " + threads + ": at least 1 is allowed");
        }
        return new Team(threads);
    }

    /** Number of threads. */
    public int size() {
        return others.length + 1;
    }

    /**
     * Does all chunks and returns when they are done. What a chunk throws is thrown here, of several failures one.
     *
     * @param count number of chunks
     * @param work what to do with each
     */
    public void run(int count, Task work) {
        int extra = Math.min(others.length, count - 1);
        if (extra <= 0) {
            for (int chunk = 0; chunk < count; chunk++) {
                work.run(chunk, 0);
            }
            return;
        }
        task = work;
        chunks = count;
        next.set(0);
        for (int i = 0; i < extra; i++) {
            POOL.execute(others[i]);
        }
        work(0);
        done.acquireUninterruptibly(extra);
        task = null;
        @Nullable Throwable thrown = failure.getAndSet(null);
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
    }

    private void work(int worker) {
        Task work = task;
        if (work == null) {
            return;
        }
        try {
            for (int chunk = next.getAndIncrement(); chunk < chunks; chunk = next.getAndIncrement()) {
                work.run(chunk, worker);
            }
        } catch (RuntimeException | Error thrown) {
            failure.compareAndSet(null, thrown);
            next.set(chunks);
        }
    }
}
