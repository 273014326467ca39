package org.dualflow.validation.sweep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import org.dualflow.run.Event;
import org.dualflow.run.Solution;
import org.dualflow.validation.io.CaseReader.ReadCase;
import org.dualflow.validation.io.CaseSolver;
import org.dualflow.validation.io.CaseTemplate;
import org.dualflow.validation.io.CaseTemplate.Replacement;
import org.dualflow.validation.io.schema.BadCaseException;
import org.dualflow.validation.report.Provenance;
import org.dualflow.validation.report.RunResult;

/** Solves points of one sweep, each on the calling thread. Thread-safe. */
public final class PointRunner {

    private final SweepPlan plan;
    private final CaseTemplate template;
    private final Provenance provenance;

    /**
     * Reads the case of the plan; nothing but data files that it names is needed besides.
     *
     * @throws BadCaseException if it is no case, or a data file is not what it was when the plan was made
     */
    public PointRunner(SweepPlan plan) throws BadCaseException {
        DataFiles.check(plan);
        this.plan = plan;
        this.template = CaseTemplate.of(Path.of(plan.file()), plan.text(), plan.overrides());
        this.provenance = Provenance.now("sweep", 1, List.of());
    }

    /**
     * Solves a point.
     *
     * @param stop asked after every step
     * @return nothing if it was stopped
     * @throws BadCaseException if the point is no case, because a file that it names has changed
     */
    public Optional<PointRecord> run(int point, BooleanSupplier stop) throws BadCaseException {
        Bisection bisection = plan.bisection();
        return bisection == null
                ? solve(plan.replacements(point), stop)
                        .map(result -> new PointRecord(point, values(result), failures(result)))
                : bisect(bisection, point, stop);
    }

    private Optional<PointRecord> bisect(Bisection bisection, int point, BooleanSupplier stop) throws BadCaseException {
        List<String> failures = new ArrayList<>();
        Optional<Map<String, Double>> boundary = bisection.find(value -> {
            List<Replacement> replacements = new ArrayList<>(plan.replacements(point));
            replacements.add(bisection.replacement(value));
            Optional<RunResult> result = solve(replacements, stop);
            result.ifPresent(run -> failures.addAll(failures(run)));
            if (result.isEmpty() || !failures.isEmpty()) {
                return OptionalDouble.empty();
            }
            double found =
                    values(result.get()).getOrDefault(bisection.threshold().result(), Double.NaN);
            if (Double.isNaN(found)) {
                failures.add(bisection.threshold().result() + ": not a number");
                return OptionalDouble.empty();
            }
            return OptionalDouble.of(found);
        });
        return boundary.isEmpty() && failures.isEmpty()
                ? Optional.empty()
                : Optional.of(new PointRecord(point, boundary.orElse(Map.of()), failures));
    }

    private Optional<RunResult> solve(List<Replacement> replacements, BooleanSupplier stop) throws BadCaseException {
        ReadCase read = template.with(replacements);
        RunResult result =
                new CaseSolver(read, 1, 1).solve(provenance, (time, end, step, steps) -> !stop.getAsBoolean());
        return result.status() == Solution.Status.INTERRUPTED ? Optional.empty() : Optional.of(result);
    }

    /** The final numbers of {@code summary.json}, except how long it took; 1 or 0 for every expectation. */
    private static Map<String, Double> values(RunResult result) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (Solution solution : result.solutions()) {
            String name = solution.name();
            if (!name.equals("reference")) {
                values.put(name + ".completed", solution.status() == Solution.Status.COMPLETED ? 1.0 : 0.0);
                values.put(name + ".steps", (double) solution.steps());
            }
            solution.observables().forEach((key, value) -> values.put(name + ".observables." + key, value));
            for (Event event : solution.events()) {
                values.putIfAbsent(name + ".events." + event.kind().label() + ":" + event.species(), event.time());
            }
            result.errors()
                    .getOrDefault(name, Map.of())
                    .forEach((key, value) -> values.put(name + ".errors." + key, value));
            result.certificates().getOrDefault(name, Map.of()).forEach((key, value) -> {
                if (!value.isInfinite()) {
                    values.put(name + ".certificate." + key, value);
                }
            });
        }
        result.agreement().forEach((key, value) -> values.put("agreement." + key, value));
        result.claims().forEach(claim -> values.put(PointRecord.EXPECT + claim.id(), claim.passes() ? 1.0 : 0.0));
        return values;
    }

    private static List<String> failures(RunResult result) {
        List<String> failures = new ArrayList<>();
        for (Solution solution : result.solutions()) {
            solution.failure()
                    .ifPresent(failure -> failures.add(solution.name() + ": "
                            + String.valueOf(failure.getMessage()).replaceAll("\\s+", " ")));
        }
        return failures;
    }
}
