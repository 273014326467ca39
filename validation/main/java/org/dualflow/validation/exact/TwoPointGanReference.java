package org.dualflow.validation.exact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dualflow.gan.CriticShape;
import org.dualflow.gan.TwoPointGan;
import org.dualflow.measure.LineLaw;
import org.dualflow.run.Event;
import org.hipparchus.util.FastMath;

/**
 * The two-point GAN of {@link TwoPointGan}, solved to rounding.
 *
 * <p>A critic that starts as m_L δ_a + m_R δ_b + ρ 1_[a,b] remains of this form, so that the model is an ordinary
 * differential equation for (g, a, b, m_L, m_R), smooth between the moments at which g changes sign, an end of the support
 * meets a wall, or a = b. It is integrated with the Dormand–Prince method of order 8(5,3) from each such moment to the
 * next, which is located to rounding.
 *
 * <p>Whether the free motion reaches a wall before it turns follows from the energy: c comes to ±√(2H), and the support
 * moves with c. After every last contact the support comes back to that wall tangentially for all time; a contact
 * shallower than 1e-10 is such a return, no event.
 */
public final class TwoPointGanReference {

    private final TwoPointGan gan;
    private final List<TwoPointPiece> pieces;
    private final List<Event> events;
    private final int firstOfOrbit;

    private TwoPointGanReference(TwoPointSolver solver) {
        this.gan = solver.gan();
        this.pieces = solver.pieces();
        this.events = solver.events();
        this.firstOfOrbit = solver.firstOfOrbit();
    }

    /**
     * Solves from a uniform critic, as {@link TwoPointGan#uniformCritic} starts it.
     *
     * @param gan the model
     * @param lower lower end of the support, at least -1
     * @param upper upper end, greater than {@code lower}, at most 1
     * @param generator g at time 0
     * @param end final time, positive and finite
     */
    public static TwoPointGanReference uniformCritic(
            TwoPointGan gan, double lower, double upper, double generator, double end) {
        gan.uniformCritic(lower, upper, generator);
        return solve(gan, new TwoPointState(generator, lower, upper, 0, 0, 1 / (upper - lower)), end);
    }

    /** Solves from a critic that is one Dirac at {@code place}, -1 ≤ place ≤ 1. */
    public static TwoPointGanReference diracCritic(TwoPointGan gan, double place, double generator, double end) {
        if (!(-1 <= place && place <= 1)) {
            throw new IllegalArgumentException("critic dirac = " + place + ": a number in [-1, 1] is allowed");
        }
        return solve(gan, new TwoPointState(generator, place, place, 1, 0, 0), end);
    }

    /**
     * Solves from any state.
     *
     * @param gan the model
     * @param start state at time 0: -1 ≤ a ≤ b ≤ 1, nonnegative masses of sum 1 (to 1e-12), all mass in the atoms if a = b
     * @param end final time, positive and finite
     */
    public static TwoPointGanReference solve(TwoPointGan gan, TwoPointState start, double end) {
        if (!(end > 0) || Double.isInfinite(end)) {
            throw new IllegalArgumentException("end = " + end + ": a positive finite number is allowed");
        }
        if (!(FastMath.abs(start.generator()) <= TwoPointGan.MAX_GENERATOR)) {
            throw new IllegalArgumentException(
                    "generator = " + start.generator() + ": at most " + TwoPointGan.MAX_GENERATOR + " is allowed");
        }
        if (!(-1 <= start.lower() && start.lower() <= start.upper() && start.upper() <= 1)) {
            throw new IllegalArgumentException("critic support = [" + start.lower() + ", " + start.upper()
                    + "]: -1 <= lower <= upper <= 1 is allowed");
        }
        if (!(start.atomLower() >= 0 && start.atomUpper() >= 0 && FastMath.abs(start.mass() - 1) <= 1e-12)) {
            throw new IllegalArgumentException("critic mass = " + start.mass() + ": nonnegative parts of sum 1");
        }
        return new TwoPointGanReference(new TwoPointSolver(gan).run(start, end));
    }

    /** The model. */
    public TwoPointGan gan() {
        return gan;
    }

    /** Final time. */
    public double end() {
        return pieces.get(pieces.size() - 1).endTime();
    }

    /** Contacts, atoms, detachments and the collapse, in order of time. */
    public List<Event> events() {
        return events;
    }

    /** The first event of a kind. */
    public Optional<Event> first(Event.Kind kind) {
        return events.stream().filter(event -> event.kind() == kind).findFirst();
    }

    /** The state at time {@code t}, 0 ≤ t ≤ end. */
    public TwoPointState at(double t) {
        if (!(t >= 0 && t <= end())) {
            throw new IllegalArgumentException("t = " + t + ": a time in [0, " + end() + "] is allowed");
        }
        int low = 0;
        int high = pieces.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pieces.get(middle).endTime() < t) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return pieces.get(low).at(t);
    }

    /** The law of the critic at time {@code t}. */
    public LineLaw critic(double t) {
        return at(t).critic();
    }

    /** H at time {@code t}. */
    public double energy(double t) {
        TwoPointState state = at(t);
        return gan.energy(state.mean(), state.generator());
    }

    /**
     * The observables of {@link TwoPointGan} at time {@code t}, by name. Atoms are m_L and m_R; ends closer than
     * {@link CriticShape#RESOLVED_WIDTH} are one atom, as they are for grid and particles.
     */
    public Map<String, Double> observables(double t) {
        TwoPointState state = at(t);
        boolean one = state.width() < CriticShape.RESOLVED_WIDTH;
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("generator", state.generator());
        values.put("criticMean", state.mean());
        values.put("criticWidth", state.width());
        values.put("atomLeft", one ? 1 : state.atomLower());
        values.put("atomRight", one ? 1 : state.atomUpper());
        values.put("energy", energy(t));
        return values;
    }

    /** The periodic motion reached at the end, with period and amplitude by quadrature; empty while contacts are to come. */
    public Optional<ClosedOrbit> orbit() {
        return firstOfOrbit < 0 ? Optional.empty() : Optional.of(new ClosedOrbit(gan.criticSpeed(), energy(end())));
    }

    /** The period measured on the trajectory: mean over its full cycles after the last contact; empty before the first. */
    public OptionalDouble period() {
        if (firstOfOrbit < 0) {
            return OptionalDouble.empty();
        }
        int first = firstOfOrbit + 1;
        int cycles = (pieces.size() - 1 - first) / 2;
        if (cycles < 1) {
            return OptionalDouble.empty();
        }
        double from = pieces.get(first).startTime();
        double to = pieces.get(first + 2 * cycles).startTime();
        return OptionalDouble.of((to - from) / cycles);
    }

    /** The largest |g| measured on the trajectory after the last contact, where c = 0; empty before that. */
    public OptionalDouble generatorAmplitude() {
        if (firstOfOrbit < 0) {
            return OptionalDouble.empty();
        }
        return pieces.subList(firstOfOrbit, pieces.size()).stream()
                .map(TwoPointPiece::extremum)
                .flatMap(Optional::stream)
                .mapToDouble(state -> FastMath.abs(state.generator()))
                .max();
    }

    /** The largest |c| after the last contact, where g = 0: its final value at a turn; empty before that. */
    public OptionalDouble meanAmplitude() {
        return firstOfOrbit < 0 || pieces.size() < firstOfOrbit + 2
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        FastMath.abs(pieces.get(pieces.size() - 1).start().mean()));
    }
}
