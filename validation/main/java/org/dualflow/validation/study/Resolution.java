package org.dualflow.validation.study;

/** What is refined along a ladder, and how a table prints it. A level always stores the small parameter. */
public enum Resolution {
    /** Cell width h. */
    WIDTH("h", false),
    /** Time step Δt. */
    TIME_STEP("Δt", false),
    /** Step τ of a minimising movement. */
    MOVEMENT_STEP("τ", false),
    /** Bandwidth ε of a kernel. */
    BANDWIDTH("ε", false),
    /** Number N of particles; the small parameter is 1/N. */
    PARTICLES("N", true);

    private final String symbol;
    private final boolean count;

    Resolution(String symbol, boolean count) {
        this.symbol = symbol;
        this.count = count;
    }

    /** Head of the column. */
    public String symbol() {
        return symbol;
    }

    /** Name of the small parameter. */
    public String parameter() {
        return count ? "1/" + symbol : symbol;
    }

    /** What stands in the column for the small parameter {@code h}. */
    public String format(double h) {
        return count ? Long.toString(Math.round(1 / h)) : Format.number(h);
    }
}
