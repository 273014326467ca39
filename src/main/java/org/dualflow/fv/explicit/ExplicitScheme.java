package org.dualflow.fv.explicit;

import org.dualflow.mesh.Mesh;
import org.dualflow.model.GradientFlow;
import org.dualflow.model.Initial;
import org.dualflow.time.Evolution;

/**
 * How an {@link ExplicitFlow} steps.
 *
 * @param reconstructed whether densities are linear in cells and steps those of Heun's method, order 2; otherwise they are
 *     constant and steps those of Euler's method, order 1
 * @param cfl share of the largest step that positivity and stability allow, in (0, 1]
 * @param maxStep largest step, positive, may be infinite
 */
public record ExplicitScheme(boolean reconstructed, double cfl, double maxStep) {

    /** Checks the numbers. */
    public ExplicitScheme {
        if (!(cfl > 0 && cfl <= 1)) {
            throw new IllegalArgumentException("cfl = " + cfl + ": a number above 0, at most 1, is allowed");
        }
        if (!(maxStep > 0)) {
            throw new IllegalArgumentException("maxStep = " + maxStep + ": a positive number is allowed");
        }
    }

    /** Constant densities, Euler's method. */
    public static ExplicitScheme upwind() {
        return new ExplicitScheme(false, 0.8, Double.POSITIVE_INFINITY);
    }

    /** Linear densities, Heun's method. */
    public static ExplicitScheme muscl() {
        return new ExplicitScheme(true, 0.8, Double.POSITIVE_INFINITY);
    }

    /** The same scheme with another share of the largest step. */
    public ExplicitScheme withCfl(double other) {
        return new ExplicitScheme(reconstructed, other, maxStep);
    }

    /** The same scheme with another largest step. */
    public ExplicitScheme withMaxStep(double other) {
        return new ExplicitScheme(reconstructed, cfl, other);
    }

    /** Stages of a step. */
    public int stages() {
        return reconstructed ? 2 : 1;
    }

    /** Puts a flow on a mesh. */
    public Evolution begin(GradientFlow flow, Mesh mesh, Initial initial, double start) {
        return new ExplicitFlow(flow, mesh, this, initial, start);
    }
}
