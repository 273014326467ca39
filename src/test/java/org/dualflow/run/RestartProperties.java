package org.dualflow.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertIterableEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dualflow.measure.Measure;
import org.dualflow.restart.Checkpoints;
import org.dualflow.restart.MemoryCheckpoints;
import org.junit.jupiter.api.Test;

/** A solution that is stopped and continued is the one that was not, bit for bit, for every solver and any moments. */
class RestartProperties {

    private static final Map<String, RestartSettings.Setting> SETTINGS = RestartSettings.all();
    private static final Map<String, Solution> WHOLE = new HashMap<>();

    @Property(tries = 4)
    void stoppingAnywhereChangesNoBit(@ForAll("moments") double first, @ForAll("moments") double second) {
        SETTINGS.forEach((name, setting) -> {
            Solution whole = WHOLE.computeIfAbsent(name, key -> solve(setting, steps -> true, Checkpoints.NONE));
            MemoryCheckpoints checkpoints = new MemoryCheckpoints(false);
            long all = whole.steps();
            for (double moment : new double[] {Math.min(first, second), Math.max(first, second)}) {
                long stop = Math.min(all - 1, (long) (1 + moment * (all - 1)));
                Solution part = solve(setting, steps -> steps < stop, checkpoints);
                assertEquals(Solution.Status.INTERRUPTED, part.status());
            }
            AtomicLong made = new AtomicLong();
            Solution rest = solve(setting, steps -> made.incrementAndGet() > 0, checkpoints);
            assertIterableEquals(content(whole), content(rest), name);
            assertEquals(Solution.Status.COMPLETED, rest.status(), name);
            assertTrue(made.get() < all, name + " went on, and did not begin again");
        });
    }

    @Provide
    Arbitrary<Double> moments() {
        return Arbitraries.doubles().between(0, true, 1, false);
    }

    /** Checkpoints after every step that nobody needs leave no trace. */
    @Test
    void keepingChangesNoBit() {
        SETTINGS.forEach((name, setting) -> assertIterableEquals(
                content(solve(setting, steps -> true, Checkpoints.NONE)),
                content(solve(setting, steps -> true, new MemoryCheckpoints(true))),
                name));
    }

    private static Solution solve(RestartSettings.Setting setting, LongPredicate goesOn, Checkpoints checkpoints) {
        return setting.simulation()
                .solve(setting.discretisation(), (time, end, step, steps) -> goesOn.test(steps), checkpoints);
    }

    /** Everything that a solution says, numbers by their bits, but for the time that it took. */
    static List<String> content(Solution solution) {
        List<String> all = new ArrayList<>();
        all.add(solution.status() + " " + solution.steps() + " " + solution.rejections());
        add(all, "time", solution.times());
        solution.series().forEach((name, values) -> add(all, name, values));
        solution.observables().forEach((name, value) -> add(all, "final " + name, value));
        solution.events().forEach(event -> all.add(event.toString()));
        solution.invariants().forEach(invariant -> all.add(invariant.toString()));
        for (Snapshot snapshot : solution.snapshots()) {
            add(all, "snapshot", snapshot.time());
            add(all, "scalars", snapshot.state().scalars());
            for (Measure measure : snapshot.state().measures()) {
                measure.forEachBlock((x, w, n) -> {
                    for (double[] coordinate : x) {
                        add(all, "x", java.util.Arrays.copyOf(coordinate, n));
                    }
                    add(all, "w", java.util.Arrays.copyOf(w, n));
                });
            }
        }
        return all;
    }

    private static void add(List<String> all, String name, double... values) {
        for (double value : values) {
            all.add(name + " " + Double.doubleToRawLongBits(value) + " " + value);
        }
    }
}
