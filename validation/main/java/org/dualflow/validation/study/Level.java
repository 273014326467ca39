package org.dualflow.validation.study;

/**
 * One level of a convergence study.
 *
 * @param h the small parameter: cell width, time step, 1/N; positive
 * @param error the error, finite and not negative
 * @param standardError standard error of {@code error} if it is a Monte-Carlo mean, else 0
 * @param seconds wall-clock time of the computation
 */
public record Level(double h, double error, double standardError, double seconds) {

    /** Checks the ranges. */
    public Level {
        require("h", h, h > 0 && Double.isFinite(h), "positive finite numbers are");
        require("error", error, error >= 0 && Double.isFinite(error), "finite numbers ≥ 0 are");
        require(
                "standardError",
                standardError,
                standardError >= 0 && Double.isFinite(standardError),
                "finite numbers ≥ 0 are");
        require("seconds", seconds, seconds >= 0 && Double.isFinite(seconds), "finite numbers ≥ 0 are");
    }

    /** A level whose error is free of statistical noise, not timed. */
    public Level(double h, double error) {
        this(h, error, 0, 0);
    }

    private static void require(String name, double value, boolean allowed, String range) {
        if (!allowed) {
            throw new IllegalArgumentException(name + " = " + value + ": " + range + " allowed");
        }
    }
}
