package org.dualflow.validation.defect;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.dualflow.validation.claim.Claim;
import org.dualflow.validation.claim.ClaimOutcome;
import org.dualflow.validation.claim.ClaimResult;
import org.dualflow.validation.claim.ClaimRunner;
import org.dualflow.validation.claim.Claims;

/** Plants a defect and runs claims on what comes of it. */
public final class DefectRunner {

    private final Consumer<ClaimOutcome> finished;
    private final ToDoubleFunction<Claim> limit;
    private final Function<Defect, Probe> planting;

    /** @param finished is told of every claim that was run */
    public DefectRunner(Consumer<ClaimOutcome> finished) {
        this(finished, claim -> Double.POSITIVE_INFINITY, Probe::of);
    }

    /**
     * @param finished is told of every claim that was run
     * @param limit seconds after which a claim is given up as one that the defect keeps from ending
     * @param planting from a defect to what runs claims on it
     */
    DefectRunner(Consumer<ClaimOutcome> finished, ToDoubleFunction<Claim> limit, Function<Defect, Probe> planting) {
        this.finished = finished;
        this.limit = limit;
        this.planting = planting;
    }

    /** Whether this Java runtime has the compiler that planting needs. */
    public static boolean isAvailable() {
        return ModuleLayer.boot().findModule("jdk.compiler").isPresent();
    }

    /** Plants a defect and runs the claims that must notice it. */
    public DefectOutcome run(Defect defect) {
        Claims all = Claims.all();
        return run(
                defect,
                defect.caughtBy().stream()
                        .map(id -> all.find(id)
                                .orElseThrow(() -> new IllegalStateException(
                                        "defect " + defect.id() + ": there is no claim " + id)))
                        .toList());
    }

    /**
     * Plants a defect and runs claims, nothing else at the same time. A claim that throws has failed, as ever; so has one whose
     * classes do not load.
     *
     * @param claims claims of {@link Claims#all()}
     * @throws IllegalStateException if this runtime has no compiler, or the defect does not fit the library
     * @throws CancellationException if the thread is interrupted
     */
    public DefectOutcome run(Defect defect, List<Claim> claims) {
        return run(defect, claims, true);
    }

    /**
     * The same.
     *
     * @param alone whether nothing else is done at the same time
     * @throws OutOfMemoryError if there was no memory beside others, whoever took it
     */
    DefectOutcome run(Defect defect, List<Claim> claims, boolean alone) {
        if (claims.isEmpty()) {
            return new DefectOutcome(defect, List.of());
        }
        Probe probe = planting.apply(defect);
        List<ClaimOutcome> outcomes = new ArrayList<>();
        for (Claim claim : claims) {
            ClaimOutcome outcome = run(probe, claim, limit.applyAsDouble(claim), alone);
            outcomes.add(outcome);
            finished.accept(outcome);
        }
        return new DefectOutcome(defect, outcomes);
    }

    /**
     * Runs a claim, on a thread of its own.
     *
     * @param limit seconds
     * @param alone as above
     */
    static ClaimOutcome run(Probe probe, Claim claim, double limit, boolean alone) {
        FutureTask<ClaimOutcome> task = new FutureTask<>(() -> attempt(probe, claim, alone));
        Thread thread = new Thread(task, "dualflow-probe");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get((long) Math.min(1e9, limit * 1e3), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            return new ClaimOutcome(claim, ClaimResult.endless(limit), limit);
        } catch (InterruptedException e) {
            thread.interrupt();
            throw new CancellationException(claim.id() + " was given up");
        } catch (ExecutionException e) {
            ClaimRunner.throwIfFull(e);
            throw new IllegalStateException(claim.id() + " broke down", e);
        }
    }

    private static ClaimOutcome attempt(Probe probe, Claim claim, boolean alone) {
        try {
            return probe.run(claim);
        } catch (Throwable thrown) {
            if (!alone) {
                ClaimRunner.throwIfFull(thrown);
            }
            return new ClaimOutcome(claim, ClaimResult.failure(thrown), 0);
        }
    }
}
