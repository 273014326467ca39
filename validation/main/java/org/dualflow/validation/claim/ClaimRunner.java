package org.dualflow.validation.claim;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Runs claims, several at a time if wanted. A check that throws has failed; it stops no other one. A claim knows nothing of
 * others, so that what comes out is the same for every number of threads.
 */
public final class ClaimRunner {

    /** Is told what happens, of one thing at a time. All methods do nothing unless overridden. */
    public interface Listener {
        /** Tells nobody. */
        Listener SILENT = new Listener() {};

        /**
         * A claim is about to be checked.
         *
         * @param claim the claim
         * @param index its number, from 0
         * @param total number of claims of this run
         */
        default void started(Claim claim, int index, int total) {}

        /** A claim has come so far. */
        default void progressed(Claim claim, double fraction, String what) {}

        /** A claim has been judged. */
        default void finished(ClaimOutcome outcome) {}
    }

    private final Listener listener;
    private final Object telling = new Object();

    /** A runner that reports to {@code listener}. */
    public ClaimRunner(Listener listener) {
        this.listener = listener;
    }

    /** Runs the given claims in their order, on one thread. */
    public List<ClaimOutcome> run(List<Claim> claims) {
        return run(claims, 1, () -> false);
    }

    /**
     * Runs the given claims, those of the full suite first since they take longest. A claim that runs out of memory beside
     * others is run again alone.
     *
     * @param threads how many claims run at one time
     * @param stop whether to give up
     * @return what came out, in the order of the claims; without those that were not finished when it was time to give up
     */
    public List<ClaimOutcome> run(List<Claim> claims, int threads, BooleanSupplier stop) {
        List<Integer> order = IntStream.range(0, claims.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> claims.get(i).suite())
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        List<OrderedTasks.Task<Numbered>> tasks = order.stream()
                .map(i -> (OrderedTasks.Task<Numbered>) alone -> new Numbered(i, attempt(claims, i, alone)))
                .toList();
        return new OrderedTasks(threads, stop)
                .run(tasks).stream()
                        .flatMap(Optional::stream)
                        .sorted(Comparator.comparing(Numbered::index))
                        .map(Numbered::outcome)
                        .toList();
    }

    /** What came out of the claim with this number. */
    private record Numbered(int index, ClaimOutcome outcome) {}

    private ClaimOutcome attempt(List<Claim> claims, int index, boolean alone) {
        Claim claim = claims.get(index);
        tell(() -> listener.started(claim, index, claims.size()));
        ClaimOutcome outcome;
        try {
            outcome = run(claim);
        } catch (OutOfMemoryError full) {
            if (!alone) {
                throw full;
            }
            outcome = new ClaimOutcome(claim, ClaimResult.failure(full), 0);
        }
        ClaimOutcome told = outcome;
        tell(() -> listener.finished(told));
        return outcome;
    }

    /**
     * Runs one claim.
     *
     * @throws OutOfMemoryError if there is no memory
     * @throws CancellationException if the thread was interrupted
     */
    public ClaimOutcome run(Claim claim) {
        long start = System.nanoTime();
        ClaimResult result = check(claim);
        return new ClaimOutcome(claim, result, 1e-9 * (System.nanoTime() - start));
    }

    private ClaimResult check(Claim claim) {
        try {
            return claim.check((fraction, what) -> {
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException(claim.id() + " was given up");
                }
                tell(() -> listener.progressed(claim, fraction, what));
            });
        } catch (CancellationException cancelled) {
            throw cancelled;
        } catch (RuntimeException | AssertionError | StackOverflowError | LinkageError broken) {
            throwIfFull(broken);
            return ClaimResult.failure(broken);
        }
    }

    /** Throws the want of memory that has caused something, if it has. */
    public static void throwIfFull(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof OutOfMemoryError full) {
                throw full;
            }
        }
    }

    private void tell(Runnable event) {
        synchronized (telling) {
            event.run();
        }
    }
}
