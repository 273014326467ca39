package org.dualflow.validation.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.dualflow.gan.ClippedWassersteinGan;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.Measure;
import org.dualflow.measure.QuantileFunction;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.Species;
import org.dualflow.run.Event;
import org.dualflow.run.Snapshot;
import org.dualflow.run.Solution;

/** The plots of a {@link RunResult}. */
final class RunPlots {

    private static final double[] LEVELS = {0.005, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.995};
    private static final int DISTRIBUTION_POINTS = 600;
    private static final int MOST_MAP_CELLS = 100;
    private static final int FEWEST_JOINED = 3;
    private static final int MARKS = 60;

    /** The beginning lasts this many times as long as the way to the collapse. */
    private static final double BEGINNING = 3;

    /** It is shown on its own if it is at most this share of the run. */
    private static final double EARLY = 0.25;

    private RunPlots() {}

    /** Every observable over time, all solutions in one plot. */
    static List<Plot> series(RunResult result) {
        Set<String> names = new LinkedHashSet<>();
        result.solutions().forEach(s -> names.addAll(s.series().keySet()));
        List<Plot> plots = new ArrayList<>();
        for (String name : names) {
            List<Curve> curves = new ArrayList<>();
            for (Solution solution : result.solutions()) {
                double[] values = solution.series().get(name);
                if (values != null) {
                    curves.add(new Curve(solution.name(), solution.times(), values, style(solution)));
                }
            }
            plots.add(new LinePlot(
                    "series-" + name, name, "", Plot.Axis.of("time"), Plot.Axis.of(name), curves, marks(result)));
        }
        return plots;
    }

    /** Distances of the solutions at the times of their kept states, one plot per metric and species. */
    static List<Plot> distances(RunResult result) {
        Set<String> names = new LinkedHashSet<>();
        result.histories().values().forEach(history -> names.addAll(history.keySet()));
        names.remove("time");
        List<Plot> plots = new ArrayList<>();
        for (String name : names) {
            List<Curve> curves = new ArrayList<>();
            result.histories().forEach((pair, history) -> {
                double[] values = history.get(name);
                double[] times = history.get("time");
                if (values != null && times != null) {
                    curves.add(new Curve(pair.label(), times, values, Curve.Style.MARKED));
                }
            });
            plots.add(new LinePlot(
                    "distance-" + name.replace(':', '-'),
                    name,
                    "",
                    Plot.Axis.of("time"),
                    Plot.Axis.of("distance"),
                    curves,
                    List.of()));
        }
        return plots;
    }

    /**
     * The same plots up to a few times the collapse, where that comes so early that the whole run hides what led to it; empty
     * otherwise.
     */
    static List<Plot> beginning(RunResult result) {
        List<LinePlot.Mark> marks = marks(result);
        if (marks.isEmpty()) {
            return List.of();
        }
        double first = result.solutions().get(0).times()[0];
        double end = first + BEGINNING * (marks.get(0).x() - first);
        double last = result.solutions().get(0).last().time();
        if (!(end - first < EARLY * (last - first))) {
            return List.of();
        }
        return series(result).stream()
                .map(plot -> until(end, (LinePlot) plot))
                .filter(plot -> plot.curves().stream().allMatch(curve -> curve.x().length >= FEWEST_JOINED))
                .map(plot -> (Plot) plot)
                .toList();
    }

    private static LinePlot until(double end, LinePlot plot) {
        List<Curve> curves = plot.curves().stream()
                .map(curve -> {
                    int n = (int) Arrays.stream(curve.x()).filter(x -> x <= end).count();
                    return new Curve(
                            curve.name(), Arrays.copyOf(curve.x(), n), Arrays.copyOf(curve.y(), n), curve.style());
                })
                .toList();
        return new LinePlot(
                plot.id().replace("series-", "beginning-"),
                plot.title() + ", the beginning",
                "",
                plot.x(),
                plot.y(),
                curves,
                plot.marks());
    }

    static Curve.Style style(Solution solution) {
        if (solution.times().length < FEWEST_JOINED) {
            return Curve.Style.POINTS;
        }
        return switch (solution.name()) {
            case "particles" -> Curve.Style.DASHED;
            case "training", "movement" -> Curve.Style.THIN;
            default -> Curve.Style.LINE;
        };
    }

    /** The first collapse of the best solution: reference, then grid, then particles; a law that starts narrow is none. */
    private static List<LinePlot.Mark> marks(RunResult result) {
        return result.solutions().stream()
                .flatMap(s -> s.first(Event.Kind.COLLAPSE).stream().filter(e -> e.latest() > s.times()[0]))
                .limit(1)
                .map(event -> new LinePlot.Mark(event.time(), "collapse"))
                .toList();
    }

    /**
     * The generator's scalar against the mean of the first species, for a model that has both. Good solutions lie on each other, an orbit
     * on itself: the first is a line, the others are marks on it, each at instants of its own.
     */
    static List<Plot> phase(RunResult result) {
        List<Curve> curves = new ArrayList<>();
        String x = "";
        String y = "";
        for (Solution solution : result.solutions()) {
            if (solution.model().scalars().size() != 1) {
                continue;
            }
            x = solution.model().scalars().get(0);
            String scalar = x;
            y = solution.series().keySet().stream()
                    .filter(name -> name.endsWith("Mean"))
                    .findFirst()
                    .orElse("");
            double[] xs = solution.series().get(scalar);
            double[] ys = solution.series().get(y);
            if (xs != null && ys != null) {
                int k = curves.size();
                curves.add(
                        k == 0
                                ? new Curve(solution.name(), xs, ys, Curve.Style.LINE)
                                : new Curve(solution.name(), marks(xs, k), marks(ys, k), Curve.Style.POINTS));
            }
        }
        return curves.isEmpty()
                ? List.of()
                : List.of(new LinePlot(
                        "phase",
                        "Phase portrait",
                        "Every solution in the plane of its two means; a closed orbit is a periodic motion.",
                        Plot.Axis.of(x),
                        Plot.Axis.of(y),
                        curves,
                        List.of()));
    }

    /** Every so-manieth value, so that {@link #MARKS} remain; curve k begins the k-th quarter of their distance later. */
    private static double[] marks(double[] values, int k) {
        int count = Math.min(MARKS, values.length);
        return IntStream.range(0, count)
                .mapToDouble(i -> values[(int) ((i + 0.25 * (k % 4)) * values.length / count)])
                .toArray();
    }

    /** What the measures look like: quantiles over time and the last distribution on a line, maps in a plane. */
    static List<Plot> measures(RunResult result) {
        List<Plot> plots = new ArrayList<>();
        for (Solution solution : result.solutions()) {
            for (int s = 0; s < solution.model().species().size(); s++) {
                Species species = solution.model().species().get(s);
                if (species.domain().dimension() == 1) {
                    plots.add(fan(result, solution, s));
                    if (solution.snapshots().size() >= SpaceTime.FEWEST_COLUMNS) {
                        plots.add(SpaceTime.of(solution, s));
                    }
                } else if (solution.last().state().measure(s) instanceof CellMeasure
                        && !(solution.model() instanceof ClippedWassersteinGan)) {
                    plots.add(map(solution, s, 0, "first"));
                    if (solution.snapshots().size() > 2) {
                        plots.add(map(solution, s, solution.snapshots().size() / 2, "middle"));
                    }
                    plots.add(map(solution, s, solution.snapshots().size() - 1, "last"));
                }
            }
        }
        if (!result.solutions().isEmpty()) {
            List<Species> all = result.solutions().get(0).model().species();
            for (int s = 0; s < all.size(); s++) {
                if (all.get(s).domain().dimension() == 1) {
                    plots.add(distribution(result, s));
                }
            }
        }
        plots.addAll(FlowPlots.of(result));
        plots.addAll(WeightMaps.of(result));
        return plots;
    }

    private static Plot fan(RunResult result, Solution solution, int s) {
        int n = solution.snapshots().size();
        double[] times = new double[n];
        double[][] values = new double[LEVELS.length][n];
        for (int k = 0; k < n; k++) {
            Snapshot snapshot = solution.snapshots().get(k);
            times[k] = snapshot.time();
            QuantileFunction quantile =
                    QuantileFunction.ofAtoms(snapshot.state().measure(s));
            for (int q = 0; q < LEVELS.length; q++) {
                values[q][k] = quantile.value(LEVELS[q] * quantile.mass());
            }
        }
        List<Curve> curves = new ArrayList<>();
        for (int q = 0; q < LEVELS.length; q++) {
            curves.add(new Curve("quantiles", times, values[q], Curve.Style.THIN));
        }
        String species = solution.model().species().get(s).name();
        return new LinePlot(
                "quantiles-" + solution.name() + "-" + species,
                "Where the " + species + " is: " + solution.name(),
                "Quantiles 0.5 %, 10 %, 20 %, … 90 %, 99.5 % over time. Lines that merge are an atom.",
                Plot.Axis.of("time"),
                Plot.Axis.of("position"),
                curves,
                marks(result));
    }

    private static Plot distribution(RunResult result, int s) {
        List<Curve> curves = new ArrayList<>();
        double[] levels = new double[DISTRIBUTION_POINTS];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (i + 0.5) / levels.length;
        }
        double time = 0;
        for (Solution solution : result.solutions()) {
            Measure measure = solution.last().state().measure(s);
            time = solution.last().time();
            QuantileFunction quantile = QuantileFunction.ofAtoms(measure);
            double[] x = new double[levels.length];
            for (int i = 0; i < x.length; i++) {
                x[i] = quantile.value(levels[i] * quantile.mass());
            }
            curves.add(new Curve(solution.name(), x, levels, style(solution)));
        }
        String species = result.solutions().get(0).model().species().get(s).name();
        return new LinePlot(
                "distribution-" + species,
                "The " + species + " at the end, time " + Numbers.significant(time, 4),
                "Distribution functions. A vertical step is an atom; the area between two curves is their distance W₁.",
                Plot.Axis.of("position"),
                Plot.Axis.of("mass up to there"),
                curves,
                List.of());
    }

    private static Plot map(Solution solution, int s, int k, String which) {
        Snapshot snapshot = solution.snapshots().get(k);
        CellMeasure cells = (CellMeasure) snapshot.state().measure(s);
        String species = solution.model().species().get(s).name();
        return map(
                cells,
                "map-" + species + "-" + which,
                "The " + species + " on the grid, time " + Numbers.significant(snapshot.time(), 4),
                cells.dimension() > 2 ? "Density, summed over the third axis." : "Density.");
    }

    /** The density of cells in two dimensions, or summed over the third. */
    static Plot map(CellMeasure cells, String id, String title, String caption) {
        Mesh mesh = cells.mesh();
        int bx = (mesh.cells(0) + MOST_MAP_CELLS - 1) / MOST_MAP_CELLS;
        int by = (mesh.cells(1) + MOST_MAP_CELLS - 1) / MOST_MAP_CELLS;
        double[] xs = centres(mesh, 0, bx);
        double[] ys = centres(mesh, 1, by);
        double[][] z = new double[ys.length][xs.length];
        double[][] area = new double[ys.length][xs.length];
        for (int r = 0; r < mesh.rows(); r++) {
            int j = r % mesh.cells(1);
            for (int i = 0; i < mesh.rowLength(); i++) {
                z[j / by][i / bx] += cells.rows()[r][i];
                if (r < mesh.cells(1)) {
                    area[j / by][i / bx] += mesh.axis(0).width(i) * mesh.axis(1).width(j);
                }
            }
        }
        for (int j = 0; j < ys.length; j++) {
            for (int i = 0; i < xs.length; i++) {
                z[j][i] /= area[j][i];
            }
        }
        return new MapPlot(id, title, caption, Plot.Axis.of("x"), Plot.Axis.of("y"), xs, ys, z, "density", 0);
    }

    private static double[] centres(Mesh mesh, int axis, int block) {
        int n = (mesh.cells(axis) + block - 1) / block;
        double[] centres = new double[n];
        for (int i = 0; i < n; i++) {
            int last = Math.min(mesh.cells(axis), (i + 1) * block);
            centres[i] =
                    0.5 * (mesh.axis(axis).face(i * block) + mesh.axis(axis).face(last));
        }
        return centres;
    }
}
