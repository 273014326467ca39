package org.dualflow.validation.defect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.dualflow.validation.claim.Claim;
import org.dualflow.validation.claim.ClaimOutcome;
import org.dualflow.validation.claim.ClaimResult;
import org.dualflow.validation.claim.Claims;
import org.dualflow.validation.study.Verdict;

/** Plants a defect and runs claims on what comes of it. */
public final class DefectRunner {

    private final Consumer<ClaimOutcome> finished;

    /** @param finished is told of every claim that was run */
    public DefectRunner(Consumer<ClaimOutcome> finished) {
        this.finished = finished;
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
     */
    public DefectOutcome run(Defect defect, List<Claim> claims) {
        Method probe = probe(defect);
        List<ClaimOutcome> outcomes = new ArrayList<>();
        for (Claim claim : claims) {
            ClaimOutcome outcome = run(probe, claim);
            outcomes.add(outcome);
            finished.accept(outcome);
        }
        return new DefectOutcome(defect, outcomes);
    }

    private static Method probe(Defect defect) {
        try {
            return new DefectiveLibrary(defect)
                    .loadClass(DefectProbe.class.getName())
                    .getMethod("run", String.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("defect " + defect.id() + ": the library does not load", e);
        }
    }

    private static ClaimOutcome run(Method probe, Claim claim) {
        try {
            String[] answer = (String[]) Objects.requireNonNull(probe.invoke(null, claim.id()));
            List<String> notes = Arrays.asList(answer).subList(3, answer.length);
            ClaimResult result =
                    new ClaimResult(Verdict.valueOf(answer[0]), answer[2], List.of(), List.of(), List.of(), notes);
            return new ClaimOutcome(claim, result, Double.parseDouble(answer[1]));
        } catch (InvocationTargetException e) {
            return new ClaimOutcome(claim, ClaimResult.failure(Objects.requireNonNull(e.getCause())), 0);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("the probe is public", e);
        }
    }
}
