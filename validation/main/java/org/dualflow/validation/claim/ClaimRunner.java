package org.dualflow.validation.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
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
        boolean alone = threads == 1;
        List<Callable<Attempt>> tasks = order.stream()
                .map(i -> (Callable<Attempt>) () -> attempt(claims, i, alone))
                .toList();
        List<Attempt> attempts = new OrderedTasks(threads, stop)
                .run(tasks).stream()
                        .flatMap(Optional::stream)
                        .sorted(Comparator.comparing(Attempt::index))
                        .toList();
        List<ClaimOutcome> outcomes = new ArrayList<>();
        for (Attempt attempt : attempts) {
            boolean again = attempt.outcome().isEmpty() && !stop.getAsBoolean();
            Attempt last = again ? attempt(claims, attempt.index(), true) : attempt;
            last.outcome().ifPresent(outcomes::add);
        }
        return outcomes;
    }

    /** What came out of the claim with this number; nothing if there was no memory. */
    private record Attempt(int index, Optional<ClaimOutcome> outcome) {}

    private Attempt attempt(List<Claim> claims, int index, boolean alone) {
        Claim claim = claims.get(index);
        tell(() -> listener.started(claim, index, claims.size()));
        Optional<ClaimOutcome> outcome;
        try {
            outcome = Optional.of(run(claim));
        } catch (OutOfMemoryError full) {
            outcome = alone ? Optional.of(new ClaimOutcome(claim, ClaimResult.failure(full), 0)) : Optional.empty();
        }
        outcome.ifPresent(o -> tell(() -> listener.finished(o)));
        return new Attempt(index, outcome);
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
            return ClaimResult.failure(broken);
        }
    }

    private void tell(Runnable event) {
        synchronized (telling) {
            event.run();
        }
    }
}
