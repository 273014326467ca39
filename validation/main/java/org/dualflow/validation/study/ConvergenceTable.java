package org.dualflow.validation.study;

import java.util.List;
import java.util.Optional;

/**
 * A ladder with what was expected of it: prints itself and says its verdict.
 *
 * @param title what was run
 * @param quantity what the error is, for example "W₁"
 * @param resolution what was refined
 * @param levels coarsest first
 * @param expectation what theory says
 * @param floorCeiling largest error credible as round-off or solver tolerance
 */
public record ConvergenceTable(
        String title,
        String quantity,
        Resolution resolution,
        List<Level> levels,
        OrderExpectation expectation,
        double floorCeiling) {

    /**
     * Default ceiling of the floor: 10⁵ roundings of relative size ε that all err the same way, in a quantity of
     * order one. A study with more operations or an inner tolerance states its own.
     */
    public static final double ROUND_OFF = 1e5 * 0x1p-53;

    /** Sorts the levels. */
    public ConvergenceTable {
        levels = List.copyOf(OrderFit.coarsestFirst(levels));
        if (levels.isEmpty()) {
            throw new IllegalArgumentException("levels: none; at least 1 is allowed");
        }
        if (!(floorCeiling >= 0)) {
            throw new IllegalArgumentException("floorCeiling = " + floorCeiling + ": numbers ≥ 0 are allowed");
        }
    }

    /** A table with the default ceiling of the floor. */
    public ConvergenceTable(
            String title, String quantity, Resolution resolution, List<Level> levels, OrderExpectation expectation) {
        this(title, quantity, resolution, levels, expectation, ROUND_OFF);
    }

    /** The fitted order. */
    public OrderFit fit() {
        return OrderFit.of(levels, floorCeiling);
    }

    /** The measured leading constant, if one is expected and an order was found. */
    public Optional<ConstantFit> constant() {
        OrderFit fit = fit();
        return fit.isUsable() ? expectation.constant().map(c -> fit.constant(c.order())) : Optional.empty();
    }

    /** The verdict on the order, and on the leading constant if one is expected: the worse of the two. */
    public Verdict verdict() {
        Verdict order = orderVerdict();
        return constantVerdict().map(order::and).orElse(order);
    }

    /** The verdict on the order alone, or on the size of the errors if round-off is expected. */
    public Verdict orderVerdict() {
        if (expectation.expectsRoundOff()) {
            boolean exact = levels.stream().allMatch(level -> level.error() <= expectation.roundOff());
            return exact ? Verdict.PASS : Verdict.FAIL;
        }
        OrderFit fit = fit();
        if (fit.atFloor()) {
            return Verdict.AT_FLOOR;
        }
        return fit.isUsable()
                ? Verdict.of(fit.lower(), fit.upper(), expectation.lower(), expectation.upper())
                : Verdict.INCONCLUSIVE;
    }

    /** The verdict on the leading constant, if one is expected and an order was found. */
    public Optional<Verdict> constantVerdict() {
        return constant().flatMap(found -> expectation.constant().map(found::verdict));
    }

    /** What was measured, in a few characters. */
    public String measured() {
        if (expectation.expectsRoundOff()) {
            double largest = levels.stream().mapToDouble(Level::error).max().orElse(0);
            return "error ≤ " + Format.number(largest);
        }
        return "order " + fit().describe()
                + constant().map(c -> ", constant " + c.describe()).orElse("");
    }

    /** The table in Markdown, with verdict, expectation and reason below it. */
    public String toMarkdown() {
        return MarkdownTable.of(this);
    }
}
