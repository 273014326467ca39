package org.dualflow.movement;

import java.util.List;

/** A sum of energies on the line. Holds a work array; one per thread. */
public final class SumEnergy implements LineEnergy {

    private final List<LineEnergy> parts;
    private double[] work = new double[0];

    /** E₁ + E₂ + …, at least one of them. */
    public SumEnergy(LineEnergy... parts) {
        if (parts.length == 0) {
            throw new IllegalArgumentException("parts: none; at least 1 is allowed");
        }
        this.parts = List.of(parts);
    }

    @Override
    public double value(double[] x) {
        double sum = 0;
        for (LineEnergy part : parts) {
            sum += part.value(x);
        }
        return sum;
    }

    @Override
    public void gradient(double[] x, double[] out) {
        if (work.length != x.length) {
            work = new double[x.length];
        }
        parts.get(0).gradient(x, out);
        for (int p = 1; p < parts.size(); p++) {
            parts.get(p).gradient(x, work);
            for (int i = 0; i < x.length; i++) {
                out[i] += work[i];
            }
        }
    }

    @Override
    public void addCurvature(double[] x, double[] diagonal, double[] coupling) {
        for (LineEnergy part : parts) {
            part.addCurvature(x, diagonal, coupling);
        }
    }

    @Override
    public double attraction() {
        return parts.stream().mapToDouble(LineEnergy::attraction).sum();
    }

    @Override
    public double modulus() {
        return parts.stream().mapToDouble(LineEnergy::modulus).sum();
    }

    @Override
    public boolean keepsApart() {
        return parts.stream().anyMatch(LineEnergy::keepsApart);
    }

    @Override
    public double concordance() {
        return parts.stream().mapToDouble(LineEnergy::concordance).max().orElse(0);
    }
}
