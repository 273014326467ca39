package org.dualflow.particle;

/**
 * How particles are advanced in time.
 *
 * @param method the Runge–Kutta method
 * @param maxStep the largest step, positive and finite; a run to a given time divides what is left evenly
 * @param sticking what particles do that meet; {@link Sticking#STICKY} on lines without periodic ends only
 */
public record ParticleScheme(ExplicitRungeKutta method, double maxStep, Sticking sticking) {

    /** Checks the step. */
    public ParticleScheme {
        if (!(maxStep > 0) || Double.isInfinite(maxStep)) {
            throw new IllegalArgumentException("maxStep = " + maxStep + ": a positive finite number is allowed");
        }
    }

    /** A method with its largest step; particles pass through each other. */
    public static ParticleScheme of(ExplicitRungeKutta method, double maxStep) {
        return new ParticleScheme(method, maxStep, Sticking.NONE);
    }

    /** The classical Runge–Kutta method of order 4. */
    public static ParticleScheme rungeKutta4(double maxStep) {
        return of(ExplicitRungeKutta.CLASSICAL4, maxStep);
    }

    /** Euler's method. */
    public static ParticleScheme euler(double maxStep) {
        return of(ExplicitRungeKutta.EULER, maxStep);
    }

    /** The same scheme with another largest step. */
    public ParticleScheme withMaxStep(double step) {
        return new ParticleScheme(method, step, sticking);
    }

    /** The same scheme with another rule for particles that meet. */
    public ParticleScheme withSticking(Sticking rule) {
        return new ParticleScheme(method, maxStep, rule);
    }
}
