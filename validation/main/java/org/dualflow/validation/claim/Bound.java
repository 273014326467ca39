package org.dualflow.validation.claim;

import java.math.BigDecimal;
import java.math.MathContext;
import org.dualflow.validation.study.Verdict;

/**
 * A number with the interval in which it must lie.
 *
 * @param name what it is
 * @param value what was measured
 * @param lower smallest allowed value
 * @param upper largest allowed value
 */
public record Bound(String name, double value, double lower, double upper) {

    /** Checks that the interval is one. */
    public Bound {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException(
                    name + ": interval [" + lower + ", " + upper + "]: lower ≤ upper is allowed");
        }
    }

    /** A number that must not exceed {@code upper}. */
    public static Bound atMost(String name, double value, double upper) {
        return new Bound(name, value, Double.NEGATIVE_INFINITY, upper);
    }

    /** A number that must not be less than {@code lower}. */
    public static Bound atLeast(String name, double value, double lower) {
        return new Bound(name, value, lower, Double.POSITIVE_INFINITY);
    }

    /** A number that must be within {@code tolerance} of {@code expected}. */
    public static Bound near(String name, double value, double expected, double tolerance) {
        return new Bound(name, value, expected - tolerance, expected + tolerance);
    }

    /** PASS inside, FAIL outside or if the value is not finite: what was never measured is no largest value below a bound. */
    public Verdict verdict() {
        return Double.isFinite(value) && value >= lower && value <= upper ? Verdict.PASS : Verdict.FAIL;
    }

    /** Name and value, to eight digits. */
    public String measured() {
        return name + " " + digits(value);
    }

    /** Name, value and interval, to eight digits. */
    public String describe() {
        String range = Double.isInfinite(lower)
                ? "≤ " + digits(upper)
                : Double.isInfinite(upper) ? "≥ " + digits(lower) : "in [" + digits(lower) + ", " + digits(upper) + "]";
        return measured() + " (" + range + ")";
    }

    /** To eight digits, without zeros at the end. */
    static String digits(double x) {
        return Double.isFinite(x)
                ? new BigDecimal(x)
                        .round(new MathContext(8))
                        .stripTrailingZeros()
                        .toString()
                : String.valueOf(x);
    }
}
