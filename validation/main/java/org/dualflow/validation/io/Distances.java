package org.dualflow.validation.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.CircularWasserstein;
import org.dualflow.measure.Divergences;
import org.dualflow.measure.LineLaw;
import org.dualflow.measure.Measure;
import org.dualflow.measure.QuantileFunction;
import org.dualflow.measure.SlicedWasserstein;
import org.dualflow.measure.Wasserstein;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.Model;
import org.dualflow.model.Species;
import org.dualflow.model.State;
import org.dualflow.run.Snapshot;
import org.dualflow.run.Solution;
import org.dualflow.validation.agreement.ShapeDistance;

/**
 * Distances of last states, {@code metric:species} to value. W₁ and W₂ read cells as atoms at their points, L¹ compares the
 * masses of cells. In more than one dimension SW₁ is the sliced W₁. With a source, two solutions are compared by their shapes,
 * scaled to mass one, and by their masses.
 */
public final class Distances {

    /** Directions of the sliced distance: the quadrature error of a mean over the half circle is far below 1 %. */
    private static final int DIRECTIONS = 32;

    /** Slabs that stand for a law on a circle, exact at their ends: W₁ is off by O(1/n²). */
    private static final int SLABS = 20_000;

    /** Fewer times than this are no history. */
    private static final int FEWEST_TIMES = 3;

    /** Most points that stand for a law in several dimensions. */
    private static final int MOST_POINTS = 65_536;

    private Distances() {}

    /** A solution against the reference. */
    public static Map<String, Double> toReference(Solution solution, Reference reference) {
        Map<String, Double> distances = new LinkedHashMap<>();
        Species species = solution.model().species().get(0);
        for (String metric : metrics(solution, reference)) {
            distances.put(metric + ":" + species.name(), toReference(solution, reference, metric, "atoms"));
        }
        double[] scalars = reference.scalars(solution.last().time());
        List<String> names = solution.model().scalars();
        for (int i = 0; i < scalars.length; i++) {
            distances.put(
                    "abs:" + names.get(i), Math.abs(solution.last().state().scalar(i) - scalars[i]));
        }
        return distances;
    }

    private static List<String> metrics(Solution solution, Reference reference) {
        if (!reference.isKnownAt(solution.last().time())) {
            return List.of();
        }
        List<String> metrics = new ArrayList<>();
        Domain domain = solution.model().species().get(0).domain();
        if (reference.isLaw()) {
            if (domain.dimension() > 1) {
                metrics.add("SW1");
            } else {
                metrics.add("W1");
                if (!domain.side(0).isPeriodic()) {
                    metrics.add("W2");
                }
            }
        }
        if (solution.last().state().measure(0) instanceof CellMeasure) {
            metrics.add("L1");
        }
        return metrics;
    }

    /**
     * One distance of a solution to the reference.
     *
     * @param metric {@code W1}, {@code W2}, {@code SW1} or {@code L1}
     * @param reading how W₁ and W₂ read cells: {@code atoms} or {@code slabs}
     */
    public static double toReference(Solution solution, Reference reference, String metric, String reading) {
        Measure last = solution.last().state().measure(0);
        double time = solution.last().time();
        if (metric.equals("L1")) {
            if (!(last instanceof CellMeasure cells)) {
                throw new IllegalArgumentException("metric = L1: W1 or W2 is allowed for particles");
            }
            return Divergences.l1(cells, reference.masses(cells.mesh(), time));
        }
        Domain domain = solution.model().species().get(0).domain();
        if (domain.dimension() > 1) {
            Measure exact = last instanceof CellMeasure cells
                    ? reference.masses(cells.mesh(), time)
                    : reference.points(time, Math.min(MOST_POINTS, last.size()));
            return new SlicedWasserstein(1, DIRECTIONS).between(last, exact);
        }
        QuantileFunction quantiles = last instanceof CellMeasure cells && reading.equals("slabs")
                ? QuantileFunction.ofSlabs(cells)
                : QuantileFunction.ofAtoms(last);
        if (domain.side(0).isPeriodic()) {
            CellMeasure exact = reference.masses(Mesh.uniform(domain, SLABS), time);
            return CircularWasserstein.on(domain.side(0)).between(quantiles, QuantileFunction.ofSlabs(exact));
        }
        return (metric.equals("W2") ? Wasserstein.W2 : Wasserstein.W1)
                .between(quantiles, (LineLaw) reference.law(time));
    }

    /** The width of the cells of a solution on a line. */
    public static double width(Solution solution) {
        CellMeasure cells = (CellMeasure) solution.last().state().measure(0);
        return cells.mesh().axis(0).width(0);
    }

    /** Two solutions of one model against each other, at their ends. */
    public static Map<String, Double> between(Solution a, Solution b) {
        return between(a.model(), a.last().state(), b.last().state());
    }

    /** The same at all times at which both kept their states: {@code time}, then {@code metric:species}; empty if there are fewer than three. */
    public static Map<String, double[]> overTime(Solution a, Solution b) {
        List<Map<String, Double>> rows = new ArrayList<>();
        for (Snapshot one : a.snapshots()) {
            for (Snapshot other : b.snapshots()) {
                if (one.time() == other.time()) {
                    Map<String, Double> row = new LinkedHashMap<>();
                    row.put("time", one.time());
                    row.putAll(between(a.model(), one.state(), other.state()));
                    rows.add(row);
                }
            }
        }
        Map<String, double[]> columns = new LinkedHashMap<>();
        if (rows.size() >= FEWEST_TIMES) {
            for (String name : rows.get(0).keySet()) {
                columns.put(
                        name,
                        rows.stream()
                                .mapToDouble(row -> row.getOrDefault(name, Double.NaN))
                                .toArray());
            }
        }
        return columns;
    }

    private static Map<String, Double> between(Model model, State a, State b) {
        Map<String, Double> distances = new LinkedHashMap<>();
        for (int s = 0; s < model.species().size(); s++) {
            Species species = model.species().get(s);
            Measure x = a.measure(s);
            Measure y = b.measure(s);
            if (!model.conservesMass(s)) {
                distances.put("mass:" + species.name(), Math.abs(x.mass() - y.mass()));
                x = new ShapeDistance.Shape(x);
                y = new ShapeDistance.Shape(y);
            }
            if (species.domain().dimension() > 1) {
                distances.put("SW1:" + species.name(), new SlicedWasserstein(1, DIRECTIONS).between(x, y));
            } else if (species.domain().side(0).isPeriodic()) {
                var circle = CircularWasserstein.on(species.domain().side(0));
                distances.put("W1:" + species.name(), circle.between(x, y));
            } else {
                distances.put("W1:" + species.name(), Wasserstein.W1.between(x, y));
                distances.put("W2:" + species.name(), Wasserstein.W2.between(x, y));
            }
        }
        List<String> names = model.scalars();
        for (int i = 0; i < names.size(); i++) {
            distances.put("abs:" + names.get(i), Math.abs(a.scalar(i) - b.scalar(i)));
        }
        return distances;
    }
}
