package org.dualflow.validation.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dualflow.model.Observable;
import org.dualflow.model.State;
import org.dualflow.run.Simulation;
import org.dualflow.run.Snapshot;
import org.dualflow.run.Solution;

/** Records a {@link Reference} as simulations are recorded, so that all solutions of a case can be compared. */
public final class ReferenceSolver {

    /** Points of a snapshot; for pictures and for observables that the reference does not know itself. */
    private static final int POINTS = 2000;

    private ReferenceSolver() {}

    /** The reference at the output times of a simulation. */
    public static Solution solve(Reference reference, Simulation simulation, double secondsSoFar) {
        long begun = System.nanoTime();
        double[] times = times(reference, simulation);
        int last = times.length - 1;
        int kept = Math.min(simulation.kept(), Math.max(1, last));
        Map<String, double[]> series = new LinkedHashMap<>();
        List<Snapshot> snapshots = new ArrayList<>();
        for (int k = 0; k <= last; k++) {
            State state = state(reference, times[k]);
            Map<String, Double> known = reference.observables(times[k]);
            for (Observable observable : simulation.model().observables()) {
                Double value = known.get(observable.name());
                double recorded = value == null ? observable.value().applyAsDouble(state) : value;
                series.computeIfAbsent(observable.name(), name -> new double[times.length])[k] = recorded;
            }
            if (k == 0 || (long) k * kept / last > (long) (k - 1) * kept / last) {
                snapshots.add(new Snapshot(times[k], state));
            }
        }
        Map<String, Double> finals = new LinkedHashMap<>();
        series.forEach((name, values) -> finals.put(name, values[last]));
        finals.putAll(reference.functionals());
        return new Solution(
                "reference",
                simulation.model(),
                Solution.Status.COMPLETED,
                times,
                series,
                finals,
                reference.events(),
                List.of(),
                snapshots,
                0,
                0,
                secondsSoFar + (System.nanoTime() - begun) * 1e-9,
                Optional.empty());
    }

    /** The output times at which the reference is known. */
    private static double[] times(Reference reference, Simulation simulation) {
        int outputs = (int) Math.ceil((simulation.end() - simulation.start()) / simulation.every() * (1 - 1e-12));
        return IntStream.rangeClosed(0, outputs)
                .mapToDouble(k -> k == outputs ? simulation.end() : simulation.start() + k * simulation.every())
                .filter(reference::isKnownAt)
                .toArray();
    }

    private static State state(Reference reference, double t) {
        return new State(List.of(reference.points(t, POINTS)), reference.scalars(t));
    }
}
