package org.dualflow.validation.study;

import java.util.Optional;

/**
 * What theory says about the order of an error, and why.
 *
 * @param order the order that theory gives or guarantees; NaN if round-off is expected
 * @param lower the fitted interval must lie above this
 * @param upper the fitted interval must lie below this; infinite if theory gives a bound only
 * @param roundOff if finite, no order is expected but every error at most this large
 * @param constant the leading constant that theory knows, if it does
 * @param reason a citation or a derivation
 */
public record OrderExpectation(
        double order, double lower, double upper, double roundOff, Optional<LeadingConstant> constant, String reason) {

    /**
     * The error is {@code value · h^order} to leading order.
     *
     * @param order the exact order
     * @param value the constant, positive
     * @param tolerance allowed relative deviation of the measured constant
     */
    public record LeadingConstant(double order, double value, double tolerance) {
        /** Checks the ranges. */
        public LeadingConstant {
            if (!(value > 0 && tolerance > 0 && tolerance < 1)) {
                throw new IllegalArgumentException("constant = " + value + " ± " + tolerance
                        + ": a positive value and a relative tolerance in (0,1) are allowed");
            }
        }
    }

    /** Checks that there is a band and a reason. */
    public OrderExpectation {
        if (Double.isNaN(roundOff) && !(lower < upper)) {
            throw new IllegalArgumentException("order band = [" + lower + ", " + upper + "]: lower < upper is allowed");
        }
        if (roundOff <= 0) {
            throw new IllegalArgumentException("roundOff = " + roundOff + ": positive numbers are allowed");
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException("reason is blank: every expectation says why");
        }
    }

    /** The order is {@code order}; the fitted interval must lie within {@code tolerance} of it. */
    public static OrderExpectation exactly(double order, double tolerance, String reason) {
        if (!(tolerance > 0)) {
            throw new IllegalArgumentException("tolerance = " + tolerance + ": positive numbers are allowed");
        }
        return new OrderExpectation(order, order - tolerance, order + tolerance, Double.NaN, Optional.empty(), reason);
    }

    /** The order is at least {@code order}; the fitted interval must lie above {@code order - margin}. */
    public static OrderExpectation atLeast(double order, double margin, String reason) {
        if (!(margin > 0 && margin < order)) {
            throw new IllegalArgumentException(
                    "margin = " + margin + ": 0 < margin < order = " + order + " is allowed");
        }
        return new OrderExpectation(
                order, order - margin, Double.POSITIVE_INFINITY, Double.NaN, Optional.empty(), reason);
    }

    /** The scheme is exact up to round-off: every error is at most {@code largest}. */
    public static OrderExpectation roundOff(double largest, String reason) {
        return new OrderExpectation(Double.NaN, Double.NaN, Double.NaN, largest, Optional.empty(), reason);
    }

    /** Also claims the leading constant: the error is {@code value · h^power}, up to a relative {@code tolerance}. */
    public OrderExpectation withConstant(double power, double value, double tolerance) {
        return new OrderExpectation(
                order, lower, upper, roundOff, Optional.of(new LeadingConstant(power, value, tolerance)), reason);
    }

    /** Whether round-off is expected instead of an order. */
    public boolean expectsRoundOff() {
        return !Double.isNaN(roundOff);
    }

    /** The expectation in a few characters, as tables and {@code summary.json} show it. */
    public String describe() {
        if (expectsRoundOff()) {
            return "error ≤ " + Format.number(roundOff);
        }
        String order = Double.isInfinite(upper)
                ? "order ≥ " + Format.order(lower)
                : "order in [" + Format.order(lower) + ", " + Format.order(upper) + "]";
        return order
                + constant.map(c -> ", constant " + Format.number(c.value()) + " ± "
                                + Format.number(100 * c.tolerance()) + " %")
                        .orElse("");
    }
}
