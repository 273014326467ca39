package org.dualflow.validation.claim;

/**
 * An error as one level of a ladder measures it.
 *
 * @param error the error
 * @param standardError its standard error, 0 if it is free of statistical noise
 */
public record ErrorSample(double error, double standardError) {

    /** An error without statistical noise. */
    public static ErrorSample exact(double error) {
        return new ErrorSample(error, 0);
    }
}
