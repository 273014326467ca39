package org.dualflow.validation.defect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import org.dualflow.validation.claim.Claim;
import org.dualflow.validation.claim.ClaimOutcome;

/** Runs claims on some state of the library. */
@FunctionalInterface
interface Probe {

    /** Runs a claim; whatever is thrown is the claim's failure. */
    ClaimOutcome run(Claim claim) throws Throwable;

    /**
     * On the library with a defect.
     *
     * @throws IllegalStateException if this runtime has no compiler, or the defect does not fit the library
     */
    static Probe of(Defect defect) {
        try {
            return of(new DefectiveLibrary(defect));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On the classes that a loader gives. */
    static Probe of(DefectiveLibrary library) {
        Method method;
        try {
            method = library.loadClass(DefectProbe.class.getName()).getMethod("run", String.class);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the library does not load", e);
        }
        return claim -> {
            try {
                String[] answer = (String[]) Objects.requireNonNull(method.invoke(null, claim.id()));
                return DefectProbe.read(claim, List.of(answer));
            } catch (InvocationTargetException e) {
                throw e.getCause() != null ? e.getCause() : e;
            }
        };
    }
}
