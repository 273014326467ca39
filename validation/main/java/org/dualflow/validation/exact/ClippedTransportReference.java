package org.dualflow.validation.exact;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dualflow.gan.ClippedTransport;
import org.dualflow.gan.Displacement;
import org.dualflow.measure.LineLaw;
import org.dualflow.run.Event;

/**
 * {@link ClippedTransport} on a line, exactly: the two-sided Skorokhod map, also known as the stop operator of hysteresis.
 *
 * <p>While U rises by d every point goes to min(x + d, 1), while it falls by d to max(x - d, -1). Compositions of such maps
 * have the form ω₀ ↦ clamp(ω₀ + U(t), a(t), b(t)), a and b the images of -1 and of 1, and b - a = (2 - osc_{[0,t]} U)₊. All
 * mass that sits at a or at b has met there and stays together.
 */
public final class ClippedTransportReference {

    private final Displacement displacement;
    private final LineLaw initial;
    private final double end;
    private final double[] nodes;
    private final double[] lower;
    private final double[] upper;
    private final List<Event> events;

    /**
     * @param displacement U
     * @param initial law on [-1, 1] at t = 0
     * @param end final time, positive and finite
     */
    public ClippedTransportReference(Displacement displacement, LineLaw initial, double end) {
        if (!(end > 0) || Double.isInfinite(end)) {
            throw new IllegalArgumentException("end = " + end + ": a positive finite number is allowed");
        }
        double outside = initial.cdfBelow(-1) + (1 - initial.cdf(1));
        if (!(outside <= 0)) {
            throw new IllegalArgumentException("initial: mass " + outside + " lies outside [-1, 1]: none is allowed");
        }
        this.displacement = displacement;
        this.initial = initial;
        this.end = end;
        double[] turning = displacement.turningPoints(end);
        nodes = new double[turning.length + 2];
        System.arraycopy(turning, 0, nodes, 1, turning.length);
        nodes[nodes.length - 1] = end;
        lower = new double[nodes.length];
        upper = new double[nodes.length];
        lower[0] = -1;
        upper[0] = 1;
        for (int i = 1; i < nodes.length; i++) {
            double move = displacement.at(nodes[i]) - displacement.at(nodes[i - 1]);
            lower[i] = moved(lower[i - 1], move);
            upper[i] = moved(upper[i - 1], move);
        }
        events = new ClippedEvents(this).find(nodes);
    }

    private static double moved(double x, double move) {
        return Math.max(-1, Math.min(1, x + move));
    }

    /** Where the point is at time {@code t} that was at {@code images[i]} at every node i. */
    private double image(double[] images, double t) {
        if (!(t >= 0 && t <= end)) {
            throw new IllegalArgumentException("t = " + t + ": a time in [0, " + end + "] is allowed");
        }
        int at = Arrays.binarySearch(nodes, t);
        int node = at >= 0 ? at : -at - 2;
        return moved(images[node], displacement.at(t) - displacement.at(nodes[node]));
    }

    /** a(t), the image of -1. */
    public double lower(double t) {
        return image(lower, t);
    }

    /** b(t), the image of 1. */
    public double upper(double t) {
        return image(upper, t);
    }

    /** Where the point that started at {@code x}, -1 ≤ x ≤ 1, is at time {@code t}. */
    public double position(double x, double t) {
        return Math.min(Math.max(x + displacement.at(t), lower(t)), upper(t));
    }

    /** The law at time {@code t}. */
    public LineLaw law(double t) {
        return new ImageLaw(initial, MonotoneMap.clamp(displacement.at(t), lower(t), upper(t)));
    }

    /** Contacts of the support with a wall, detachments from it and the collapse, in order of time. */
    public List<Event> events() {
        return events;
    }

    /** The first event of a kind. */
    public Optional<Event> first(Event.Kind kind) {
        return events.stream().filter(event -> event.kind() == kind).findFirst();
    }

    /** U. */
    public Displacement displacement() {
        return displacement;
    }

    /** The law at t = 0. */
    public LineLaw initial() {
        return initial;
    }

    /** Final time. */
    public double end() {
        return end;
    }
}
