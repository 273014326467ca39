package org.dualflow.validation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dualflow.measure.Wasserstein;
import org.dualflow.model.Species;
import org.dualflow.run.Solution;
import org.dualflow.validation.agreement.Reading;
import org.jspecify.annotations.Nullable;

/**
 * Distances to the reference and between every two discretisations, with guaranteed bounds. W₁ and W₂ read cells as atoms; beside
 * them stands how much of such a distance the place of mass within cells on a line may make, {@link Reading#gap}.
 */
public final class DistanceTable {

    private DistanceTable() {}

    /** One row per pair and metric. */
    public static Table of(RunResult result) {
        List<List<String>> rows = new ArrayList<>();
        result.errors()
                .forEach((solution, errors) -> errors.forEach((metric, value) -> {
                    Double bound = result.certificates()
                            .getOrDefault(solution, Map.of())
                            .get(metric);
                    rows.add(List.of(
                            solution + " – reference",
                            metric,
                            Numbers.brief(value),
                            plusMinus(withinCells(result, Set.of(solution), metric)),
                            certificate(bound)));
                }));
        result.certificates()
                .forEach((solution, bounds) -> bounds.forEach((metric, bound) -> {
                    if (!result.errors().getOrDefault(solution, Map.of()).containsKey(metric)) {
                        rows.add(List.of(solution + " – exact solution", metric, "–", "–", certificate(bound)));
                    }
                }));
        result.differences()
                .forEach((pair, distances) -> distances.forEach((metric, value) -> rows.add(List.of(
                        pair.label(),
                        metric,
                        Numbers.brief(value),
                        plusMinus(withinCells(result, pair.names(), metric)),
                        "–"))));
        return new Table("", List.of("between", "metric", "distance", "within cells", "certificate"), rows);
    }

    /** What the place of mass within cells of these solutions may make of a distance. */
    static double withinCells(RunResult result, Set<String> names, String metric) {
        String species = metric.substring(metric.indexOf(':') + 1);
        double sum = 0;
        for (Solution solution : result.solutions()) {
            for (int s = 0; s < solution.model().species().size(); s++) {
                Species one = solution.model().species().get(s);
                if (names.contains(solution.name())
                        && one.name().equals(species)
                        && one.domain().dimension() == 1
                        && metric.startsWith("W")) {
                    sum += Reading.gap(
                            solution.last().state().measure(s),
                            metric.startsWith("W2") ? Wasserstein.W2 : Wasserstein.W1);
                }
            }
        }
        return sum;
    }

    private static String plusMinus(double part) {
        return part > 0 ? "± " + Numbers.brief(part) : "–";
    }

    private static String certificate(@Nullable Double bound) {
        if (bound == null) {
            return "–";
        }
        return bound.isInfinite() ? "none below the largest distance there is" : "≤ " + Numbers.brief(bound);
    }
}
