package org.dualflow.validation.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.dualflow.gan.ClippedWassersteinGan;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.run.Snapshot;
import org.dualflow.run.Solution;

/** What a network generates, beside the data, and how its two players move about each other. */
final class GanPlots {

    private static final int BINS = 28;
    private static final int INSTANTS = 5;

    private GanPlots() {}

    /** Generated mean against the critic's mean slope. */
    static List<Plot> phase(RunResult result) {
        List<Curve> curves = new ArrayList<>();
        String x = "";
        String y = "";
        for (Solution solution : result.solutions()) {
            if (solution.model() instanceof ClippedWassersteinGan gan) {
                String number = gan.dataDimension() == 1 ? "" : "1";
                x = "generatedMean" + number;
                y = "criticSlope" + number;
                curves.add(
                        new Curve(solution.name(), solution.series(x), solution.series(y), RunPlots.style(solution)));
            }
        }
        return curves.isEmpty()
                ? List.of()
                : List.of(new LinePlot(
                        "phase",
                        "Phase portrait",
                        "Mean of what is generated against the critic's mean slope there, which drives it. A closed orbit is"
                                + " a periodic motion, a spiral inwards one that settles.",
                        Plot.Axis.of(x),
                        Plot.Axis.of(y),
                        curves,
                        List.of()));
    }

    /** The generated law and the data; empty if the model generates none. */
    static List<Plot> laws(RunResult result) {
        List<Solution> solutions = result.solutions().stream()
                .filter(s -> s.model() instanceof ClippedWassersteinGan)
                .toList();
        if (solutions.isEmpty()) {
            return List.of();
        }
        ClippedWassersteinGan gan = (ClippedWassersteinGan) solutions.get(0).model();
        List<Plot> plots = new ArrayList<>();
        if (gan.dataDimension() == 1) {
            plots.add(histogram(gan, solutions));
            solutions.forEach(solution -> plots.add(distributions(gan, solution)));
        } else {
            solutions.forEach(solution -> plots.add(points(gan, solution)));
        }
        return plots;
    }

    private static ParticleMeasure generated(ClippedWassersteinGan gan, Snapshot snapshot) {
        return gan.generated(snapshot.state());
    }

    private static Plot histogram(ClippedWassersteinGan gan, List<Solution> solutions) {
        List<ParticleMeasure> laws = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Solution solution : solutions) {
            laws.add(generated(gan, solution.last()));
            names.add(solution.name());
        }
        laws.add(gan.target());
        names.add("data");
        double low = laws.stream()
                .flatMapToDouble(law -> Arrays.stream(law.x(0)))
                .min()
                .orElse(0);
        double high = laws.stream()
                .flatMapToDouble(law -> Arrays.stream(law.x(0)))
                .max()
                .orElse(1);
        double width = Math.max((high - low) / BINS, Double.MIN_NORMAL);
        List<Curve> curves = new ArrayList<>();
        for (int k = 0; k < laws.size(); k++) {
            double[] mass = new double[BINS];
            ParticleMeasure law = laws.get(k);
            for (int i = 0; i < law.size(); i++) {
                mass[(int) Math.min(BINS - 1, Math.floor((law.x(0)[i] - low) / width))] += law.weights()[i];
            }
            double[] x = new double[2 * BINS + 2];
            double[] density = new double[2 * BINS + 2];
            for (int b = 0; b <= BINS; b++) {
                x[2 * b] = low + b * width;
                x[2 * b + 1] = x[2 * b];
                density[2 * b] = b == 0 ? 0 : mass[b - 1] / width;
                density[2 * b + 1] = b == BINS ? 0 : mass[b] / width;
            }
            boolean data = k == laws.size() - 1;
            curves.add(new Curve(names.get(k), x, density, data ? Curve.Style.DASHED : Curve.Style.LINE));
        }
        return new LinePlot(
                "generated-density",
                "What is generated at the end, time "
                        + Numbers.significant(solutions.get(0).last().time(), 4),
                "Histograms of " + BINS + " bins of the generated laws and of the data.",
                Plot.Axis.of("data"),
                Plot.Axis.of("density"),
                curves,
                List.of());
    }

    private static Plot distributions(ClippedWassersteinGan gan, Solution solution) {
        List<Curve> curves = new ArrayList<>();
        for (Snapshot snapshot : instants(solution, INSTANTS)) {
            curves.add(staircase(
                    "time " + Numbers.significant(snapshot.time(), 3), generated(gan, snapshot), Curve.Style.LINE));
        }
        curves.add(staircase("data", gan.target(), Curve.Style.DASHED));
        return new LinePlot(
                "generated-" + solution.name(),
                "The generated law on its way to the data: " + solution.name(),
                "Distribution functions at several times. The area between a curve and that of the data is generatedDistance,"
                        + " their distance W₁.",
                Plot.Axis.of("data"),
                Plot.Axis.of("mass up to there"),
                curves,
                List.of());
    }

    /** The distribution function of atoms: two points per atom, below and on it. */
    private static Curve staircase(String name, ParticleMeasure law, Curve.Style style) {
        int[] order = IntStream.range(0, law.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> law.x(0)[i]))
                .mapToInt(i -> i)
                .toArray();
        double[] x = new double[2 * order.length];
        double[] levels = new double[2 * order.length];
        double sum = 0;
        for (int k = 0; k < order.length; k++) {
            x[2 * k] = law.x(0)[order[k]];
            x[2 * k + 1] = x[2 * k];
            levels[2 * k] = sum;
            sum += law.weights()[order[k]];
            levels[2 * k + 1] = sum;
        }
        return new Curve(name, x, levels, style);
    }

    private static Plot points(ClippedWassersteinGan gan, Solution solution) {
        ParticleMeasure first = generated(gan, solution.snapshots().get(0));
        ParticleMeasure last = generated(gan, solution.last());
        return new LinePlot(
                "generated-" + solution.name(),
                "What is generated, in the plane of the first two coordinates: " + solution.name(),
                "The data, and where the generator puts the latent points at the beginning and at time "
                        + Numbers.significant(solution.last().time(), 4) + ".",
                Plot.Axis.of("data, first coordinate"),
                Plot.Axis.of("data, second coordinate"),
                List.of(
                        cloud("data", gan.target()),
                        cloud("time " + Numbers.significant(solution.last().time(), 3), last),
                        cloud(
                                "time "
                                        + Numbers.significant(
                                                solution.snapshots().get(0).time(), 3),
                                first)),
                List.of());
    }

    private static Curve cloud(String name, ParticleMeasure law) {
        return new Curve(name, law.x(0), law.x(1), Curve.Style.POINTS);
    }

    /** About {@code n} snapshots evenly spaced, the first and the last among them. */
    static List<Snapshot> instants(Solution solution, int n) {
        List<Snapshot> all = solution.snapshots();
        int count = Math.min(n, all.size());
        List<Snapshot> some = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            some.add(all.get(count == 1 ? all.size() - 1 : k * (all.size() - 1) / (count - 1)));
        }
        return some;
    }
}
