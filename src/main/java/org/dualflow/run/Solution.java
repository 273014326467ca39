package org.dualflow.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dualflow.model.Model;
import org.dualflow.time.StepFailure;

/**
 * What a simulation gave: series, events, invariants, snapshots, and how it ended.
 *
 * @param name {@code grid}, {@code particles} or {@code reference}
 * @param model the model that was solved
 * @param status how it ended
 * @param times output times, not copied
 * @param series observable → values at the output times, arrays not copied
 * @param observables observable → final value, functionals of the whole trajectory (period, amplitude) included
 * @param events in order of time
 * @param invariants what was watched
 * @param snapshots kept states, in order of time, the first and the last state among them
 * @param steps accepted steps
 * @param rejections rejected steps
 * @param seconds wall-clock time
 * @param failure why it failed, if it did; the last snapshot is then the last good state, or for a broken invariant the
 *     state that broke it
 */
public record Solution(
        String name,
        Model model,
        Status status,
        double[] times,
        Map<String, double[]> series,
        Map<String, Double> observables,
        List<Event> events,
        List<Invariant> invariants,
        List<Snapshot> snapshots,
        long steps,
        long rejections,
        double seconds,
        Optional<StepFailure> failure) {

    /** How a simulation ended. */
    public enum Status {
        /** The end time was reached and every invariant held. */
        COMPLETED,
        /** A step failed or an invariant broke. */
        FAILED,
        /** It was stopped from outside. */
        INTERRUPTED
    }

    /** Copies the collections. */
    public Solution {
        series = Collections.unmodifiableMap(new LinkedHashMap<>(series));
        observables = Collections.unmodifiableMap(new LinkedHashMap<>(observables));
        events = List.copyOf(events);
        invariants = List.copyOf(invariants);
        snapshots = List.copyOf(snapshots);
        if (snapshots.isEmpty()) {
            throw new IllegalArgumentException("snapshots = 0: at least 1, the last state, is allowed");
        }
    }

    /** The last state. */
    public Snapshot last() {
        return snapshots.get(snapshots.size() - 1);
    }

    /** The first event of a kind, if there is one. */
    public Optional<Event> first(Event.Kind kind) {
        return events.stream().filter(event -> event.kind() == kind).findFirst();
    }

    /**
     * The values of one observable at the output times.
     *
     * @throws IllegalArgumentException if there is no such observable
     */
    public double[] series(String observable) {
        return known(series, observable);
    }

    /**
     * Whether one observable comes back, from its values at the output times.
     *
     * @throws IllegalArgumentException if there is no such observable
     */
    public Recurrence recurrence(String observable) {
        return Recurrence.of(times, series(observable));
    }

    /**
     * The final value of one observable.
     *
     * @throws IllegalArgumentException if there is no such observable, or it was not yet to be had
     */
    public double observable(String observable) {
        return known(observables, observable);
    }

    private static <T> T known(Map<String, T> map, String key) {
        T value = map.get(key);
        if (value == null) {
            throw new IllegalArgumentException("observable = " + key + ": one of " + map.keySet() + " is allowed");
        }
        return value;
    }
}
