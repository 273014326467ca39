package org.dualflow.validation.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * All points of a sweep, one row each in the order of their numbers: the number, the value at every axis, replicate and seeds if
 * there are any, then every result that at least one point has.
 *
 * @param rows how many
 * @param keys columns that say which point a row is
 * @param results columns that say what it gave, NaN where a point has no such result
 */
public record SweepTable(int rows, List<Column> keys, List<Column.Numbers> results) {

    /** Copies the lists. */
    public SweepTable {
        keys = List.copyOf(keys);
        results = List.copyOf(results);
    }

    /** The table of all points, in order. */
    public static SweepTable of(SweepPlan plan, List<PointRecord> points) {
        return new SweepTable(plan.points(), keys(plan), results(points));
    }

    private static List<Column> keys(SweepPlan plan) {
        int n = plan.points();
        List<Column> keys = new ArrayList<>();
        keys.add(integers("point", n, p -> p));
        keys.addAll(axes(plan, n, plan.repeats()));
        if (plan.replicates() > 0) {
            keys.add(integers("replicate", n, p -> p % plan.repeats()));
            plan.seeds()
                    .keySet()
                    .forEach(path ->
                            keys.add(integers(path, n, p -> plan.seeds(p).getOrDefault(path, 0L))));
        }
        return keys;
    }

    private static Column integers(String name, int n, IntToLongFunction value) {
        return new Column.Integers(
                name, IntStream.range(0, n).mapToLong(value::applyAsLong).toArray());
    }

    /** The values at the axes of rows of which {@code repeats} have the same ones. */
    static List<Column> axes(SweepPlan plan, int rows, int repeats) {
        List<Column> columns = new ArrayList<>();
        for (int a = 0; a < plan.axes().size(); a++) {
            SweepAxis axis = plan.axes().get(a);
            int which = a;
            int[] chosen = IntStream.range(0, rows)
                    .map(row -> plan.choice(row / repeats)[which])
                    .toArray();
            if (axis.isNumeric()) {
                double[] values = axis.numbers();
                columns.add(new Column.Numbers(
                        axis.path(),
                        Arrays.stream(chosen).mapToDouble(i -> values[i]).toArray()));
            } else {
                columns.add(new Column.Words(
                        axis.path(),
                        Arrays.stream(chosen).mapToObj(axis.values()::get).toArray(String[]::new)));
            }
        }
        return columns;
    }

    /** Columns of one solution and one kind stand together, otherwise in the order in which points first had them. */
    private static List<Column.Numbers> results(List<PointRecord> points) {
        Set<String> names = new LinkedHashSet<>();
        points.forEach(point -> names.addAll(point.values().keySet()));
        Map<String, Integer> groups = new LinkedHashMap<>();
        names.forEach(name -> groups.putIfAbsent(group(name), groups.size()));
        List<Column.Numbers> columns = new ArrayList<>();
        for (String name : names.stream()
                .sorted(Comparator.comparing(name -> groups.getOrDefault(group(name), 0)))
                .toList()) {
            columns.add(new Column.Numbers(
                    name,
                    points.stream()
                            .mapToDouble(point -> point.values().getOrDefault(name, Double.NaN))
                            .toArray()));
        }
        return columns;
    }

    /** {@code grid.observables} of {@code grid.observables.energy}. */
    private static String group(String name) {
        int first = name.indexOf('.');
        int second = name.indexOf('.', first + 1);
        return second < 0 ? name : name.substring(0, second);
    }

    /** As CSV with one head line; numbers are the shortest decimals that read back to the same double. */
    public byte[] csv() {
        return Tables.csv(columns(), rows);
    }

    /** All columns. */
    public List<Column> columns() {
        List<Column> all = new ArrayList<>(keys);
        all.addAll(results);
        return all;
    }
}
