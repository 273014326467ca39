package org.dualflow.gan;

import org.hipparchus.util.FastMath;

/**
 * U(t), how far a free point has moved since t = 0, with U(0) = 0. Continuously differentiable, and monotone between
 * its turning points, which an event-located reference has to know.
 */
public interface Displacement {

    /** U(t). */
    double at(double t);

    /** U'(t). */
    double speed(double t);

    /** All turning points of U in (0, end), increasing: between two of them U' keeps its sign. */
    double[] turningPoints(double end);

    /** U(t) = speed · t. */
    static Displacement steady(double speed) {
        requireFinite("speed", speed);
        return new Displacement() {
            @Override
            public double at(double t) {
                return speed * t;
            }

            @Override
            public double speed(double t) {
                return speed;
            }

            @Override
            public double[] turningPoints(double end) {
                return new double[0];
            }
        };
    }

    /**
     * U(t) = amplitude · sin(frequency · t).
     *
     * @param amplitude finite
     * @param frequency angular frequency, positive and finite
     */
    static Displacement sine(double amplitude, double frequency) {
        requireFinite("amplitude", amplitude);
        requireFinite("frequency", frequency);
        if (!(frequency > 0)) {
            throw new IllegalArgumentException("frequency = " + frequency + ": a positive number is allowed");
        }
        return new Displacement() {
            @Override
            public double at(double t) {
                return amplitude * FastMath.sin(frequency * t);
            }

            @Override
            public double speed(double t) {
                return amplitude * frequency * FastMath.cos(frequency * t);
            }

            @Override
            public double[] turningPoints(double end) {
                double quarter = 0.5 * FastMath.PI / frequency;
                int count = (int) Math.max(0, Math.ceil(0.5 * (end / quarter - 1)));
                double[] points = new double[count];
                for (int k = 0; k < count; k++) {
                    points[k] = (2 * k + 1) * quarter;
                }
                return points;
            }
        };
    }

    private static void requireFinite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " = " + value + ": a finite number is allowed");
        }
    }
}
