package org.dualflow.gan;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The law π under which a gradient penalty (λ/2) ∫ |∇D|² dπ is taken (Mescheder, Geiger, Nowozin, arXiv 1801.04406).
 */
public enum Regulariser {
    /** The data. */
    R1("r1", 1),
    /** The generated law. */
    R2("r2", 0),
    /** The mean of both. */
    MEAN("mean", 0.5);

    private final String label;
    private final double data;

    Regulariser(String label, double data) {
        this.label = label;
        this.data = data;
    }

    /** What case files call it. */
    public String label() {
        return label;
    }

    /** The share of the data in π; the rest is the generated law's. */
    public double data() {
        return data;
    }

    /** The regulariser that case files call {@code label}. */
    public static Regulariser named(String label) {
        for (Regulariser regulariser : values()) {
            if (regulariser.label.equals(label)) {
                return regulariser;
            }
        }
        throw new IllegalArgumentException("regulariser = \"" + label + "\": one of "
                + Arrays.stream(values()).map(Regulariser::label).collect(Collectors.joining(", ")) + " is allowed");
    }
}
