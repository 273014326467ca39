package org.dualflow.validation.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dualflow.run.Invariant;
import org.dualflow.run.Solution;
import org.dualflow.run.Solution.Status;

/**
 * Everything that solving one case gave.
 *
 * @param caseName name of the case
 * @param title one line for people
 * @param equations what was solved, in TeX
 * @param digest tells the case from others
 * @param provenance where it comes from
 * @param remarks what must be said about the input: rows of data left out
 * @param solutions reference, grid and particles, those that were asked for
 * @param errors solution → metric:species → distance to the reference
 * @param certificates solution → metric:species → bound of that distance
 * @param differences two solutions → metric:species → distance of their last states
 * @param histories two solutions → {@code time} and metric:species → their distance at the kept states
 * @param claims claims that were judged
 */
public record RunResult(
        String caseName,
        String title,
        List<String> equations,
        String digest,
        Provenance provenance,
        List<Remark> remarks,
        List<Solution> solutions,
        Map<String, Map<String, Double>> errors,
        Map<String, Map<String, Double>> certificates,
        Map<SolutionPair, Map<String, Double>> differences,
        Map<SolutionPair, Map<String, double[]>> histories,
        List<ClaimLine> claims) {

    /** Copies the collections. */
    public RunResult {
        equations = List.copyOf(equations);
        remarks = List.copyOf(remarks);
        solutions = List.copyOf(solutions);
        errors = Collections.unmodifiableMap(new LinkedHashMap<>(errors));
        certificates = Collections.unmodifiableMap(new LinkedHashMap<>(certificates));
        differences = Collections.unmodifiableMap(new LinkedHashMap<>(differences));
        histories = Collections.unmodifiableMap(new LinkedHashMap<>(histories));
        claims = List.copyOf(claims);
    }

    /** The worst status of all solutions: failed, then interrupted, then completed. */
    public Status status() {
        Status worst = Status.COMPLETED;
        for (Solution solution : solutions) {
            if (solution.status() == Status.FAILED) {
                return Status.FAILED;
            }
            if (solution.status() == Status.INTERRUPTED) {
                worst = Status.INTERRUPTED;
            }
        }
        return worst;
    }

    /** Whether every solution was completed with all invariants in their budgets and every claim passed. */
    public boolean good() {
        return status() == Status.COMPLETED
                && solutions.stream().allMatch(s -> s.invariants().stream().allMatch(Invariant::ok))
                && claims.stream().allMatch(ClaimLine::passes);
    }

    /** Metric:species → distance of grid and particles. */
    public Map<String, Double> agreement() {
        return differences.getOrDefault(new SolutionPair("grid", "particles"), Map.of());
    }

    /** The solution of a name. */
    public Optional<Solution> solution(String name) {
        return solutions.stream().filter(s -> s.name().equals(name)).findFirst();
    }
}
