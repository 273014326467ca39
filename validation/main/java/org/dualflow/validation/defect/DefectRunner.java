package org.dualflow.validation.defect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.dualflow.validation.claim.Claim;
import org.dualflow.validation.claim.ClaimOutcome;
import org.dualflow.validation.claim.ClaimResult;
import org.dualflow.validation.claim.Claims;

/** Plants a defect and runs claims on what comes of it. */
public final class DefectRunner {

    private final Consumer<ClaimOutcome> finished;
    private final ToDoubleFunction<Claim> limit;

    /** @param finished is told of every claim that was run */
    public DefectRunner(Consumer<ClaimOutcome> finished) {
        this(finished, claim -> Double.POSITIVE_INFINITY);
    }

    /**
     * @param finished is told of every claim that was run
     * @param limit seconds after which a claim is given up as one that the defect keeps from ending: it has failed
     */
    public DefectRunner(Consumer<ClaimOutcome> finished, ToDoubleFunction<Claim> limit) {
        this.finished = finished;
        this.limit = limit;
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
     * Plants a defect and runs claims. A claim that throws has failed, as ever; so has one whose classes do not load.
     *
     * @param claims claims of {@link Claims#all()}
     * @throws IllegalStateException if this runtime has no compiler, or the defect does not fit the library
     * @throws CancellationException if the thread is interrupted
     */
    public DefectOutcome run(Defect defect, List<Claim> claims) {
        if (claims.isEmpty()) {
            return new DefectOutcome(defect, List.of());
        }
        Method probe;
        try {
            probe = probe(new DefectiveLibrary(defect));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<ClaimOutcome> outcomes = new ArrayList<>();
        for (Claim claim : claims) {
            ClaimOutcome outcome = run(probe, claim, limit.applyAsDouble(claim));
            outcomes.add(outcome);
            finished.accept(outcome);
        }
        return new DefectOutcome(defect, outcomes);
    }

    /** Runs a claim on the library as it is, in a loader of its own that tells which sources it used. */
    static ClaimOutcome run(DefectiveLibrary intact, Claim claim) {
        return run(probe(intact), claim, Double.POSITIVE_INFINITY);
    }

    private static Method probe(DefectiveLibrary library) {
        try {
            return library.loadClass(DefectProbe.class.getName()).getMethod("run", String.class);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the library does not load", e);
        }
    }

    private static ClaimOutcome run(Method probe, Claim claim, double limit) {
        FutureTask<String[]> task =
                new FutureTask<>(() -> (String[]) Objects.requireNonNull(probe.invoke(null, claim.id())));
        Thread thread = new Thread(task, "dualflow-probe");
        thread.setDaemon(true);
        thread.start();
        try {
            return DefectProbe.read(claim, task.get((long) Math.min(1e9, limit * 1e3), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            thread.interrupt();
            String late = "no end within " + Math.round(limit) + " s";
            return new ClaimOutcome(claim, ClaimResult.failure(new TimeoutException(late)), limit);
        } catch (InterruptedException e) {
            thread.interrupt();
            throw new CancellationException(claim.id() + " was given up");
        } catch (ExecutionException e) {
            Throwable thrown = Objects.requireNonNull(e.getCause());
            Throwable inside = thrown instanceof InvocationTargetException ? thrown.getCause() : null;
            return new ClaimOutcome(claim, ClaimResult.failure(inside != null ? inside : thrown), 0);
        }
    }
}
