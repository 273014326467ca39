package org.dualflow.validation.io;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dualflow.measure.CellLaw;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.NormalMixture;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.measure.SmoothLaw;
import org.dualflow.measure.UniformBox;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.dualflow.validation.io.data.Sample;
import org.dualflow.validation.io.schema.Choice;
import org.dualflow.validation.io.schema.FlagKind;
import org.dualflow.validation.io.schema.Key;
import org.dualflow.validation.io.schema.ListKind;
import org.dualflow.validation.io.schema.NumberKind;
import org.dualflow.validation.io.schema.Problems;
import org.dualflow.validation.io.schema.RecordKind;
import org.dualflow.validation.io.schema.TextKind;
import org.dualflow.validation.io.schema.Values;
import org.dualflow.validation.io.schema.WordKind;
import org.dualflow.validation.report.Remark;

/** Data laws with a density as case files write them: exactly one of {@code target}, {@code samples}, {@code uniform}, {@code density}. */
final class TargetLaws {

    private static final ListKind POINT = new ListKind(NumberKind.any(), 1, 3, true);
    private static final ListKind WIDTHS = new ListKind(NumberKind.positive(), 1, 3, true);
    private static final String SILVERMAN = "silverman";

    /** Names of the keys, one of which must be written. */
    private static final List<String> NAMES = List.of("target", "samples", "uniform", "density");

    private TargetLaws() {}

    static List<Key> keys() {
        RecordKind cluster = RecordKind.of(
                Key.required("weight", NumberKind.above(0, 1), "share of the data; the weights sum to 1"),
                Key.required("mean", POINT, "centre, one number per coordinate"),
                Key.required("sd", WIDTHS, "standard deviation, one number per coordinate or one for all"));
        Map<String, String> rules = new LinkedHashMap<>();
        rules.put(SILVERMAN, "s (4/((d + 2) n))^(1/(d+4)) for n points in d dimensions, s the standard deviation");
        rules.put("scott", "s n^(-1/(d+4))");
        RecordKind samples = RecordKind.of(
                Key.required("file", new TextKind(), "a CSV file with a head line, relative to the case file"),
                Key.required(
                        "columns",
                        new ListKind(new TextKind(), 1, Mesh.MAX_DIMENSION, true),
                        "one name per coordinate; rows in which one is missing are left out and counted"),
                Key.optional(
                        "standardise",
                        new FlagKind(),
                        true,
                        "whether each column gets mean 0 and population standard deviation 1"),
                Key.optional("rule", new WordKind(rules), SILVERMAN, "how the bandwidth is chosen"),
                Key.absent(
                        "bandwidth",
                        WIDTHS,
                        "standard deviation of the Gaussian kernel, one number per coordinate or one for all, in place of"
                                + " a rule"));
        RecordKind density = RecordKind.of(
                Key.required("file", new TextKind(), "a CSV file with a head line, relative to the case file"),
                Key.required("column", new TextKind(), "densities of equal cells of the box, the first axis fastest"),
                Key.required(
                        "cells",
                        new ListKind(NumberKind.integer(1, 100_000), 1, Mesh.MAX_DIMENSION, true),
                        "cells per axis"));
        return List.of(
                Key.absent("target", ListKind.of(cluster, 1, 10_000), "[{weight, mean, sd}, ...]: normal clusters"),
                Key.absent("samples", samples, "{file, columns}: measured points, each smoothed by a Gaussian kernel"),
                Key.absent(
                        "uniform",
                        ListKind.of(ListKind.of(NumberKind.any(), 2, 2), 1, Mesh.MAX_DIMENSION),
                        "[[a, b], ...]: uniform on a part of the box, one interval per coordinate"),
                Key.absent("density", density, "{file, column, cells}: any density, given on cells"));
    }

    /** The law that was written, or nothing and a problem. */
    static Optional<SmoothLaw> read(Values parameters, Domain box, Problems problems) {
        List<String> given = NAMES.stream().filter(parameters::has).toList();
        if (given.size() != 1) {
            problems.add(
                    "parameters",
                    given.isEmpty() ? "no data law" : String.join(" and ", given),
                    "exactly one of " + String.join(", ", NAMES) + " must be given");
            return Optional.empty();
        }
        String at = "parameters." + given.get(0);
        return switch (given.get(0)) {
            case "target" -> clusters(parameters.list("target"), box.dimension(), at, problems);
            case "samples" -> samples(parameters.values("samples"), box.dimension(), at, problems);
            case "uniform" -> uniform(parameters.list("uniform"), box, at, problems);
            default -> density(parameters.values("density"), box, at, problems);
        };
    }

    private static Optional<SmoothLaw> clusters(List<?> clusters, int dimension, String at, Problems problems) {
        double[] weights = new double[clusters.size()];
        double[][] means = new double[dimension][weights.length];
        double[][] sds = new double[dimension][weights.length];
        for (int k = 0; k < weights.length; k++) {
            Values cluster = (Values) clusters.get(k);
            weights[k] = cluster.number("weight");
            double[] mean = cluster.numbers("mean");
            double[] sd = cluster.numbers("sd");
            if (mean.length != dimension || sd.length != dimension && sd.length != 1) {
                problems.add(
                        at + "[" + k + "]",
                        mean.length + " and " + sd.length + " numbers",
                        "mean and sd with " + dimension + " numbers are allowed");
                return Optional.empty();
            }
            for (int d = 0; d < dimension; d++) {
                means[d][k] = mean[d];
                sds[d][k] = sd[sd.length == 1 ? 0 : d];
            }
        }
        double sum = Arrays.stream(weights).sum();
        if (!(Math.abs(sum - 1) <= 1e-12)) {
            problems.add(at, "weights that sum to " + sum, "weights that sum to 1 are allowed");
            return Optional.empty();
        }
        return Optional.of(new NormalMixture(weights, means, sds));
    }

    private static Optional<SmoothLaw> samples(Values samples, int dimension, String at, Problems problems) {
        List<String> columns =
                samples.list("columns").stream().map(String.class::cast).toList();
        double[] width = samples.has("bandwidth") ? samples.numbers("bandwidth") : new double[0];
        if (columns.size() != dimension) {
            problems.add(at + ".columns", columns.size() + " names", dimension + " are allowed, one per coordinate");
            return Optional.empty();
        }
        if (width.length > 1 && width.length != dimension) {
            problems.add(
                    at + ".bandwidth",
                    width.length + " numbers",
                    "one, or one for each of " + dimension + " coordinates, is allowed");
            return Optional.empty();
        }
        boolean standardise = samples.flag("standardise");
        Optional<Sample> found = problems.beside(samples.text("file"), at + ".file")
                .flatMap(file -> Sample.read(file, columns, standardise, at, problems));
        return found.flatMap(sample -> {
            ParticleMeasure points = (standardise ? sample.standardised() : sample).points();
            double[] bandwidth = bandwidth(points, width, samples.text("rule"));
            for (int d = 0; d < dimension; d++) {
                if (!(bandwidth[d] > 0)) {
                    problems.add(
                            at + ".columns[" + d + "]",
                            columns.get(d),
                            "a constant column, for which no rule gives a bandwidth: write bandwidth: a positive number");
                    return Optional.empty();
                }
            }
            Map<String, Object> facts =
                    new LinkedHashMap<>(sample.remark(at, standardise).facts());
            facts.put("rule", width.length > 0 ? "given" : samples.text("rule"));
            facts.put("bandwidth", Arrays.stream(bandwidth).boxed().toList());
            problems.remark(new Remark(at, facts));
            return Optional.of(NormalMixture.smoothed(points, bandwidth));
        });
    }

    private static double[] bandwidth(ParticleMeasure points, double[] given, String rule) {
        if (given.length > 0) {
            double[] all = new double[points.dimension()];
            Arrays.setAll(all, d -> given[given.length == 1 ? 0 : d]);
            return all;
        }
        return rule.equals(SILVERMAN) ? NormalMixture.silvermanBandwidth(points) : NormalMixture.scottBandwidth(points);
    }

    private static Optional<SmoothLaw> uniform(List<?> intervals, Domain box, String at, Problems problems) {
        if (intervals.size() != box.dimension()) {
            problems.add(
                    at, intervals.size() + " intervals", box.dimension() + " are allowed, one [a, b] per coordinate");
            return Optional.empty();
        }
        Domain.Side[] sides = new Domain.Side[box.dimension()];
        for (int d = 0; d < sides.length; d++) {
            double[] ends = Choice.numbers((List<?>) intervals.get(d));
            Domain.Side side = box.side(d);
            if (!(ends[0] < ends[1] && ends[0] >= side.lower() && ends[1] <= side.upper())) {
                problems.add(
                        at + "[" + d + "]",
                        Arrays.toString(ends),
                        "[a, b] with a < b inside of [" + side.lower() + ", " + side.upper() + "] is allowed");
                return Optional.empty();
            }
            sides[d] = new Domain.Side(ends[0], ends[1], Boundary.NO_FLUX, Boundary.NO_FLUX);
        }
        return Optional.of(new UniformBox(new Domain(List.of(sides))));
    }

    private static Optional<SmoothLaw> density(Values density, Domain box, String at, Problems problems) {
        double[] cells = density.numbers("cells");
        if (cells.length != 1 && cells.length != box.dimension()) {
            problems.add(
                    at + ".cells",
                    cells.length + " numbers",
                    "one, or one for each of " + box.dimension() + " dimensions, is allowed");
            return Optional.empty();
        }
        Mesh mesh =
                Mesh.uniform(box, Arrays.stream(cells).mapToInt(n -> (int) n).toArray());
        Optional<double[]> values = problems.beside(density.text("file"), at + ".file")
                .flatMap(file -> Sample.densities(file, density.text("column"), mesh.size(), at, problems));
        return values.map(numbers -> {
            double[][] rows = mesh.newRows();
            for (int r = 0; r < rows.length; r++) {
                System.arraycopy(numbers, r * mesh.rowLength(), rows[r], 0, mesh.rowLength());
            }
            return new CellLaw(new CellMeasure(mesh, rows));
        });
    }
}
