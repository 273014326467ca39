package org.dualflow.validation.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dualflow.measure.LineLaw;
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
        int outputs = (int) Math.ceil((simulation.end() - simulation.start()) / simulation.every() * (1 - 1e-12));
        double[] times = new double[outputs + 1];
        Map<String, double[]> series = new LinkedHashMap<>();
        List<Snapshot> snapshots = new ArrayList<>();
        int kept = Math.min(simulation.kept(), outputs);
        for (int k = 0; k <= outputs; k++) {
            times[k] = k == outputs ? simulation.end() : simulation.start() + k * simulation.every();
            boolean keep = k == 0 || (long) k * kept / outputs > (long) (k - 1) * kept / outputs;
            State state = state(reference, times[k]);
            Map<String, Double> known = reference.observables(times[k]);
            for (Observable observable : simulation.model().observables()) {
                Double value = known.get(observable.name());
                double recorded = value == null ? observable.value().applyAsDouble(state) : value;
                series.computeIfAbsent(observable.name(), name -> new double[outputs + 1])[k] = recorded;
            }
            if (keep) {
                snapshots.add(new Snapshot(times[k], state));
            }
        }
        Map<String, Double> finals = new LinkedHashMap<>();
        series.forEach((name, values) -> finals.put(name, values[outputs]));
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

    private static State state(Reference reference, double t) {
        LineLaw law = reference.law(t);
        return new State(List.of(law.quantiles(POINTS)), reference.scalars(t));
    }
}
