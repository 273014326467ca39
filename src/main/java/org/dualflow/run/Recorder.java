package org.dualflow.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dualflow.measure.CompensatedSum;
import org.dualflow.model.Model;
import org.dualflow.model.Observable;
import org.dualflow.model.State;
import org.dualflow.restart.Checkpoints;
import org.dualflow.restart.Restartable;
import org.dualflow.restart.Tape;
import org.dualflow.time.Evolution;
import org.dualflow.time.StepFailure;

/** Runs one simulation on one discretisation and writes down what happens. */
final class Recorder implements Restartable {

    private final Simulation simulation;
    private final Discretisation discretisation;
    private final Model model;
    private final Evolution evolution;
    private final int outputs;
    private final List<String> names = new ArrayList<>();
    private final Blocking blocking;
    private final double[] blocked;
    private final double[] times;
    private final double[][] values;
    private final List<Snapshot> snapshots = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final List<Detector> atSteps = new ArrayList<>();
    private final List<Detector> atOutputs = new ArrayList<>();
    private final List<Oscillation> oscillations = new ArrayList<>();
    private final Watch watch;
    private int recorded;
    private long begun;
    private double lookedAt = Double.NaN;

    Recorder(Simulation simulation, Discretisation discretisation) {
        this.simulation = simulation;
        this.discretisation = discretisation;
        this.model = simulation.model();
        this.evolution = discretisation.begin(model, simulation.initial(), simulation.start());
        this.outputs =
                (int) Math.max(1, Math.ceil((simulation.end() - simulation.start()) / simulation.every() - 1e-9));
        model.observables().forEach(observable -> names.add(observable.name()));
        this.blocking = new Blocking(model);
        this.blocked = new double[blocking.names().size()];
        names.addAll(blocking.names());
        this.times = new double[outputs + 1];
        this.values = new double[names.size()][outputs + 1];
        for (int s = 0; s < model.species().size(); s++) {
            BlowUpDetector detector = new BlowUpDetector(s, model.species().get(s));
            boolean often = model.species().get(s).domain().dimension() == 1 || detector.hasWalls();
            (often ? atSteps : atOutputs).add(detector);
        }
        for (int i = 0; i < model.scalars().size(); i++) {
            oscillations.add(new Oscillation());
        }
        this.watch = new Watch(model, evolution, discretisation.massRoundingPerStep(model));
    }

    Solution solve(Progress progress, Checkpoints checkpoints) {
        begun = System.nanoTime();
        Solution.Status status = Solution.Status.COMPLETED;
        Optional<StepFailure> failure = Optional.empty();
        if (!checkpoints.restore(this)) {
            look();
            output();
        }
        try {
            while (recorded <= outputs && status == Solution.Status.COMPLETED) {
                status = reach(outputTime(recorded), progress, checkpoints);
                output();
            }
        } catch (StepFailure broken) {
            status = Solution.Status.FAILED;
            failure = Optional.of(broken);
        }
        keepLast();
        return solution(status, failure);
    }

    private double outputTime(int k) {
        return k == outputs ? simulation.end() : simulation.start() + k * simulation.every();
    }

    private Solution.Status reach(double end, Progress progress, Checkpoints checkpoints) {
        while (evolution.time() < end) {
            double step = evolution.step(end);
            look();
            if (!progress.report(evolution.time(), simulation.end(), step, evolution.steps())) {
                checkpoints.keep(this);
                return Solution.Status.INTERRUPTED;
            }
            if (checkpoints.due()) {
                checkpoints.keep(this);
            }
        }
        return Solution.Status.COMPLETED;
    }

    /**
     * Oscillations after every step. Events after every step of species on a line or with clipped walls, since the bracket
     * of a contact is a step; otherwise only collapse is left to see, and in more dimensions, where a look costs
     * as much as a step, it is looked for at outputs.
     */
    private void look() {
        State state = evolution.state();
        double time = evolution.time();
        for (int i = 0; i < oscillations.size(); i++) {
            oscillations.get(i).add(time, state.scalar(i));
        }
        detect();
    }

    private void detect() {
        if (evolution.time() == lookedAt) {
            return;
        }
        lookedAt = evolution.time();
        for (Detector detector : atSteps) {
            detector.look(lookedAt, evolution.state(), events);
        }
    }

    private void output() {
        detect();
        watch.check();
        State state = evolution.state();
        for (Detector detector : atOutputs) {
            detector.look(evolution.time(), state, events);
        }
        times[recorded] = evolution.time();
        List<Observable> observables = model.observables();
        for (int i = 0; i < observables.size(); i++) {
            values[i][recorded] = observables.get(i).value().applyAsDouble(state);
        }
        blocking.look(state, blocked);
        for (int i = 0; i < blocked.length; i++) {
            values[observables.size() + i][recorded] = blocked[i];
        }
        int kept = Math.min(simulation.kept(), outputs);
        if (recorded == 0 || (long) recorded * kept / outputs > (long) (recorded - 1) * kept / outputs) {
            snapshots.add(Snapshot.copyOf(evolution.time(), state));
        }
        recorded++;
    }

    private void keepLast() {
        if (snapshots.get(snapshots.size() - 1).time() < evolution.time()) {
            snapshots.add(Snapshot.copyOf(evolution.time(), evolution.state()));
        }
    }

    /** The mean over the second half of the outputs, by the trapezoidal rule. */
    private double lateMean(double[] v) {
        int last = recorded - 1;
        int first = last / 2;
        if (first == last) {
            return v[last];
        }
        CompensatedSum sum = new CompensatedSum();
        for (int i = first; i < last; i++) {
            sum.add(0.5 * (v[i] + v[i + 1]) * (times[i + 1] - times[i]));
        }
        return sum.value() / (times[last] - times[first]);
    }

    private double seconds() {
        return (System.nanoTime() - begun) * 1e-9;
    }

    @Override
    public void transfer(Tape tape) {
        tape.part("recorder");
        begun = System.nanoTime() - (long) (1e9 * tape.number(seconds()));
        evolution.transfer(tape);
        recorded = tape.integer(recorded);
        lookedAt = tape.number(lookedAt);
        tape.numbers(times, recorded);
        for (double[] series : values) {
            tape.numbers(series, recorded);
        }
        int kept = tape.integer(snapshots.size());
        while (snapshots.size() < kept) {
            snapshots.add(Snapshot.copyOf(0, evolution.state()));
        }
        snapshots.replaceAll(snapshot -> snapshot.transfer(tape));
        int found = tape.integer(events.size());
        while (events.size() < found) {
            events.add(Event.at(0, Event.Kind.ATOM, "", ""));
        }
        events.replaceAll(event -> event.transfer(tape));
        atSteps.forEach(detector -> detector.transfer(tape));
        atOutputs.forEach(detector -> detector.transfer(tape));
        oscillations.forEach(oscillation -> oscillation.transfer(tape));
        watch.transfer(tape);
    }

    private Solution solution(Solution.Status status, Optional<StepFailure> failure) {
        Map<String, double[]> series = new LinkedHashMap<>();
        Map<String, Double> finals = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            String name = names.get(i);
            series.put(name, java.util.Arrays.copyOf(values[i], recorded));
            finals.put(name, values[i][recorded - 1]);
        }
        for (int i = 0; i < model.observables().size(); i++) {
            if (model.observables().get(i).isAveraged()) {
                finals.put(names.get(i) + "Average", lateMean(values[i]));
            }
        }
        for (int i = 0; i < oscillations.size(); i++) {
            String scalar = model.scalars().get(i);
            String period = oscillations.size() == 1 ? "period" : scalar + "Period";
            oscillations.get(i).period().ifPresent(value -> finals.put(period, value));
            oscillations.get(i).periodUncertainty().ifPresent(value -> finals.put(period + "Uncertainty", value));
            oscillations.get(i).amplitude().ifPresent(value -> finals.put(scalar + "Amplitude", value));
            oscillations
                    .get(i)
                    .amplitudeUncertainty()
                    .ifPresent(value -> finals.put(scalar + "AmplitudeUncertainty", value));
        }
        events.sort(Comparator.comparingDouble(Event::time));
        return new Solution(
                discretisation.name(),
                model,
                status,
                java.util.Arrays.copyOf(times, recorded),
                series,
                finals,
                events,
                watch.invariants(),
                snapshots,
                evolution.steps(),
                evolution.rejections(),
                seconds(),
                failure);
    }
}
