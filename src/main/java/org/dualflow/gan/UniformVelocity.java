package org.dualflow.gan;

import java.util.Arrays;
import org.dualflow.field.VelocityField;

/** One velocity for all points. */
final class UniformVelocity implements VelocityField {

    private final double[] velocity;

    UniformVelocity(int dimension) {
        velocity = new double[dimension];
    }

    void set(int component, double value) {
        velocity[component] = value;
    }

    @Override
    public int dimension() {
        return velocity.length;
    }

    @Override
    public void fill(int component, double[][] x, int n, double[] out) {
        Arrays.fill(out, 0, n, velocity[component]);
    }

    @Override
    public VelocityField twin() {
        return this;
    }

    /** Zero: all points move alike, and the projection on a box brings them no farther apart. */
    @Override
    public double oneSidedLipschitz() {
        return 0;
    }
}
