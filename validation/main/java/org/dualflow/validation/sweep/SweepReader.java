package org.dualflow.validation.sweep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.dualflow.model.Observable;
import org.dualflow.validation.io.CaseReader.ReadCase;
import org.dualflow.validation.io.CaseTemplate;
import org.dualflow.validation.io.CaseTemplate.Replacement;
import org.dualflow.validation.io.Estimate;
import org.dualflow.validation.io.schema.BadCaseException;
import org.dualflow.validation.io.schema.CaseProblem;

/**
 * Reads what a sweep is asked to be, and makes sure before anything runs that every combination of values is a case. Every
 * problem is told once, however many points have it.
 */
public final class SweepReader {

    private static final int MOST_PROBLEMS = 20;
    private static final int MOST_REPLICATES = 10_000;

    private SweepReader() {}

    /**
     * A plan whose points are all known to be cases.
     *
     * @param plan the plan
     * @param first the case at the first point
     * @param boundary where a result crosses a level, if that is asked for
     * @param bytes of memory that the largest point needs, about
     */
    public record Checked(SweepPlan plan, ReadCase first, Optional<Threshold> boundary, double bytes) {}

    /**
     * Reads a plan and checks all its combinations.
     *
     * @param file the case
     * @param text what it holds
     * @param request what is varied
     * @throws BadCaseException with everything that is wrong, up to {@value #MOST_PROBLEMS} problems
     */
    public static Checked read(Path file, String text, SweepRequest request) throws BadCaseException {
        List<CaseProblem> problems = new ArrayList<>();
        List<SweepAxis> axes = axes(request.overs(), problems);
        CaseTemplate template = CaseTemplate.of(file, text, request.overrides());
        Map<String, Long> seeds = new LinkedHashMap<>();
        if (request.seeds().isPresent()) {
            seeds.putAll(seeds(request.seeds().get(), template, axes, problems));
        }
        Optional<Threshold> threshold = request.boundary().flatMap(asked -> Threshold.parse(asked, problems));
        Optional<Bisection> bisection = request.bisect().flatMap(asked -> bisection(asked, threshold, axes, problems));
        check(problems);
        SweepPlan plan = new SweepPlan(
                file.toString(),
                text,
                request.overrides(),
                axes,
                request.seeds().orElse(0),
                seeds,
                bisection.orElse(null),
                Map.of());
        return combinations(plan, template, threshold);
    }

    private static List<SweepAxis> axes(List<String> overs, List<CaseProblem> problems) {
        List<SweepAxis> axes = new ArrayList<>();
        long points = 1;
        for (String over : overs) {
            Optional<SweepAxis> axis = SweepAxis.parse(over, problems);
            if (axis.isPresent()) {
                String path = axis.get().path();
                if (axes.stream().anyMatch(other -> other.path().equals(path))) {
                    problems.add(new CaseProblem("--over", 0, path, "given twice", "every key is allowed once"));
                }
                axes.add(axis.get());
                points = Math.min(points * axis.get().size(), Integer.MAX_VALUE);
            }
        }
        if (points > SweepPlan.MOST_POINTS) {
            problems.add(new CaseProblem(
                    "--over", 0, "", "too many points", "at most " + SweepPlan.MOST_POINTS + " are allowed"));
        }
        return axes;
    }

    private static Optional<Bisection> bisection(
            String text, Optional<Threshold> threshold, List<SweepAxis> axes, List<CaseProblem> problems) {
        if (threshold.isEmpty()) {
            problems.add(new CaseProblem("--bisect", 0, "", text, "allowed with --boundary RESULT=LEVEL only"));
            return Optional.empty();
        }
        Optional<Bisection> bisection = Bisection.parse(text, threshold.get(), problems);
        bisection
                .filter(found -> axes.stream().anyMatch(axis -> axis.path().equals(found.path())))
                .ifPresent(found -> problems.add(new CaseProblem(
                        "--bisect", 0, found.path(), "also given to --over", "one of them is allowed")));
        return bisection;
    }

    /** The base seed at every key {@code seed} that the case writes. */
    private static Map<String, Long> seeds(
            int replicates, CaseTemplate template, List<SweepAxis> axes, List<CaseProblem> problems) {
        Map<String, Long> seeds = new LinkedHashMap<>();
        long combinations = axes.stream().mapToLong(SweepAxis::size).reduce(1, (a, b) -> a * b);
        if (replicates < 1 || replicates > MOST_REPLICATES || replicates * combinations > SweepPlan.MOST_POINTS) {
            problems.add(new CaseProblem(
                    "--seeds",
                    0,
                    "",
                    "" + replicates,
                    "an integer from 1 to " + MOST_REPLICATES + " is allowed, and at most " + SweepPlan.MOST_POINTS
                            + " points"));
        }
        Map<String, String> written = template.written("seed");
        for (SweepAxis axis : axes) {
            if (written.containsKey(axis.path())) {
                problems.add(
                        new CaseProblem("--over", 0, axis.path(), "also set by --seeds", "one of them is allowed"));
            }
        }
        if (written.isEmpty()) {
            problems.add(new CaseProblem(
                    "--seeds",
                    0,
                    "",
                    "" + replicates,
                    "a case that writes a seed is allowed, such as particles: {start: random, seed: 7}"));
        }
        written.forEach((path, text) -> {
            try {
                seeds.put(path, Long.parseLong(text));
            } catch (NumberFormatException e) {
                problems.add(new CaseProblem("--seeds", 0, path, text, "an integer is allowed"));
            }
        });
        return seeds;
    }

    private static Checked combinations(SweepPlan plan, CaseTemplate template, Optional<Threshold> threshold)
            throws BadCaseException {
        List<List<Replacement>> ends = plan.ends();
        Map<String, Path> files = new TreeMap<>();
        Set<CaseProblem> problems = new LinkedHashSet<>();
        Optional<ReadCase> first = Optional.empty();
        double bytes = 0;
        for (int c = 0; c < plan.combinations() && problems.size() <= MOST_PROBLEMS; c++) {
            for (List<Replacement> end : ends) {
                List<Replacement> replacements = new ArrayList<>(plan.replacements(c * plan.repeats()));
                replacements.addAll(end);
                try {
                    ReadCase read = template.with(replacements);
                    bytes = Math.max(
                            bytes, Estimate.of(read.file(), read.setup()).bytes());
                    files.putAll(read.files());
                    first = first.or(() -> Optional.of(read));
                } catch (BadCaseException e) {
                    problems.addAll(e.problems());
                }
            }
        }
        check(List.copyOf(problems));
        ReadCase any = first.orElseThrow();
        List<CaseProblem> unknown = new ArrayList<>();
        threshold.ifPresent(asked -> asked.check(results(any), unknown));
        if (threshold.isPresent() && plan.bisection() == null && !hasPlane(plan.axes())) {
            unknown.add(new CaseProblem(
                    "--boundary",
                    0,
                    "",
                    threshold.get().result(),
                    "allowed with two axes, the last one of increasing numbers, or with --bisect"));
        }
        check(unknown);
        return new Checked(plan.withData(DataFiles.digests(files)), any, threshold, bytes);
    }

    private static boolean hasPlane(List<SweepAxis> axes) {
        if (axes.size() != 2 || !axes.get(1).isNumeric() || axes.get(1).size() < 2) {
            return false;
        }
        double[] y = axes.get(1).numbers();
        return IntStream.range(1, y.length).allMatch(j -> y[j] > y[j - 1]);
    }

    /** Names of the observables of all solutions. */
    private static List<String> results(ReadCase read) {
        Map<String, Optional<?>> solutions = new LinkedHashMap<>();
        solutions.put("grid", read.file().grid());
        solutions.put("particles", read.file().particles());
        solutions.put("training", read.file().training());
        solutions.put("movement", read.file().movement());
        List<String> names = new ArrayList<>();
        solutions.forEach((solution, section) -> {
            for (Observable observable :
                    section.isPresent() ? read.setup().model().observables() : List.<Observable>of()) {
                names.add(solution + ".observables." + observable.name());
                if (observable.isAveraged()) {
                    names.add(solution + ".observables." + observable.name() + "Average");
                }
            }
        });
        return names;
    }

    private static void check(List<CaseProblem> problems) throws BadCaseException {
        if (problems.size() > MOST_PROBLEMS) {
            List<CaseProblem> first = new ArrayList<>(problems.subList(0, MOST_PROBLEMS));
            first.add(new CaseProblem("--over", 0, "", "more problems", "these first"));
            throw new BadCaseException(first);
        }
        if (!problems.isEmpty()) {
            throw new BadCaseException(problems);
        }
    }
}
