package org.dualflow.validation.sweep;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dualflow.validation.io.CaseTemplate.Replacement;
import org.dualflow.validation.io.Digest;
import org.dualflow.validation.report.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * What a sweep is: a case, the keys that are varied and the replicates. Points are numbered from 0; the last axis changes
 * faster than the first, replicates fastest.
 *
 * @param file path of the case file
 * @param text its content
 * @param overrides {@code path=value}, the same for every point
 * @param axes what is varied, at least one value each
 * @param replicates how often every combination is solved with seeds of its own; 0 for once, with the seeds of the case
 * @param seeds base seed at every key that gets a seed; empty without replicates
 * @param bisection what is halved at every point; null for one run per point
 * @param data SHA-256 of the files that the case names, by name as written
 */
public record SweepPlan(
        String file,
        String text,
        List<String> overrides,
        List<SweepAxis> axes,
        int replicates,
        Map<String, Long> seeds,
        @Nullable Bisection bisection,
        Map<String, String> data)
        implements Serializable {

    /** Most points that one sweep may have. */
    public static final int MOST_POINTS = 100_000;

    /** Copies the collections. */
    public SweepPlan {
        overrides = List.copyOf(overrides);
        axes = List.copyOf(axes);
        seeds = new LinkedHashMap<>(seeds);
        data = new TreeMap<>(data);
    }

    /** The same plan for a process with another working folder. */
    public SweepPlan withAbsoluteFile() {
        String absolute = Path.of(file).toAbsolutePath().normalize().toString();
        return new SweepPlan(absolute, text, overrides, axes, replicates, seeds, bisection, data);
    }

    /** The same plan with what the case's files hold. */
    SweepPlan withData(Map<String, String> digests) {
        return new SweepPlan(file, text, overrides, axes, replicates, seeds, bisection, digests);
    }

    /** The number of combinations of values. */
    public int combinations() {
        int product = 1;
        for (SweepAxis axis : axes) {
            product = Math.multiplyExact(product, axis.size());
        }
        return product;
    }

    /** How many points one combination has. */
    public int repeats() {
        return Math.max(1, replicates);
    }

    /** The number of points. */
    public int points() {
        return Math.multiplyExact(combinations(), repeats());
    }

    /** Which value of each axis a combination takes. */
    public int[] choice(int combination) {
        int[] choice = new int[axes.size()];
        int rest = combination;
        for (int a = axes.size() - 1; a >= 0; a--) {
            choice[a] = rest % axes.get(a).size();
            rest /= axes.get(a).size();
        }
        return choice;
    }

    /** The seed of every key at a point. */
    public Map<String, Long> seeds(int point) {
        Map<String, Long> own = new LinkedHashMap<>();
        seeds.forEach((path, base) -> own.put(path, Seeds.of(base, point / repeats(), point % repeats())));
        return own;
    }

    /** What is put into the case at a point. */
    public List<Replacement> replacements(int point) {
        List<Replacement> all = new ArrayList<>();
        int[] choice = choice(point / repeats());
        for (int a = 0; a < choice.length; a++) {
            SweepAxis axis = axes.get(a);
            all.add(new Replacement("--over", axis.path(), axis.values().get(choice[a])));
        }
        seeds(point).forEach((path, seed) -> all.add(new Replacement("--seeds", path, Long.toString(seed))));
        return all;
    }

    /** What makes the cases of one point that must all be allowed: nothing, or either end of what is bisected. */
    List<List<Replacement>> ends() {
        return bisection == null
                ? List.of(List.of())
                : List.of(
                        List.of(bisection.replacement(bisection.lower())),
                        List.of(bisection.replacement(bisection.upper())));
    }

    /** The plan in words, the same for equal plans and equal builds; what {@code plan.txt} holds. */
    public String describe() {
        StringBuilder lines = new StringBuilder("dualflow sweep of " + points() + " points\n");
        lines.append("build ").append(Provenance.buildLabel()).append('\n');
        lines.append("case ").append(Digest.of(text)).append('\n');
        data.forEach((name, digest) ->
                lines.append("data ").append(name).append(' ').append(digest).append('\n'));
        overrides.forEach(override -> lines.append("set ").append(override).append('\n'));
        for (SweepAxis axis : axes) {
            lines.append("over ").append(axis.path()).append(" = ");
            lines.append(String.join(", ", axis.values())).append('\n');
        }
        if (bisection != null) {
            lines.append("bisect ").append(bisection.describe()).append('\n');
        }
        if (replicates > 0) {
            lines.append("seeds ").append(replicates).append(" from ");
            lines.append(seeds.entrySet().stream()
                    .map(seed -> seed.getKey() + " = " + seed.getValue())
                    .collect(Collectors.joining(", ")));
            lines.append('\n');
        }
        return lines.toString();
    }
}
