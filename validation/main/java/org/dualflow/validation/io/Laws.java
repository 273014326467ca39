package org.dualflow.validation.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.dualflow.measure.AtomicLaw;
import org.dualflow.measure.CompensatedSum;
import org.dualflow.measure.ConditionedLaw;
import org.dualflow.measure.Law;
import org.dualflow.measure.LineLaw;
import org.dualflow.measure.MixtureLaw;
import org.dualflow.measure.MixtureOfLaws;
import org.dualflow.measure.NormalLaw;
import org.dualflow.measure.ProductLaw;
import org.dualflow.measure.ShiftedLaw;
import org.dualflow.measure.UniformLaw;
import org.dualflow.mesh.Domain;
import org.dualflow.validation.io.data.Sample;
import org.dualflow.validation.io.schema.Choice;
import org.dualflow.validation.io.schema.FlagKind;
import org.dualflow.validation.io.schema.Key;
import org.dualflow.validation.io.schema.ListKind;
import org.dualflow.validation.io.schema.NumberKind;
import org.dualflow.validation.io.schema.OneOfKind;
import org.dualflow.validation.io.schema.Problems;
import org.dualflow.validation.io.schema.RecordKind;
import org.dualflow.validation.io.schema.TextKind;
import org.dualflow.validation.io.schema.Values;

/** Laws as case files write them. */
public final class Laws {

    /** A law in one to {@value Domain#MAX_DIMENSION} dimensions. */
    public static final OneOfKind KIND = new OneOfKind("law", Laws::alternatives);

    /** Accepted deviation of a sum of weights from one, the same as the library's. */
    private static final double NORMALISATION = 1e-12;

    private static final ListKind PAIR = ListKind.of(NumberKind.any(), 2, 2);

    private static final RecordKind CSV = RecordKind.of(
            Key.required("file", new TextKind(), "a CSV file with a head line, relative to the case file"),
            Key.required(
                    "columns",
                    new ListKind(new TextKind(), 1, Domain.MAX_DIMENSION, true),
                    "one name per coordinate; rows in which one is missing are left out and counted"),
            Key.optional(
                    "standardise",
                    new FlagKind(),
                    true,
                    "whether each column gets mean 0 and population standard deviation 1"));

    private Laws() {}

    private static List<Key> alternatives() {
        RecordKind normal = RecordKind.of(
                Key.required("mean", NumberKind.any(), "mean"),
                Key.required("sd", NumberKind.positive(), "standard deviation"),
                Key.absent("between", PAIR, "[a, b]: conditioned to lie from a to b"));
        RecordKind component = RecordKind.of(
                Key.required("weight", NumberKind.above(0, 1), "share of the mass"),
                Key.required("law", KIND, "law of this part"));
        RecordKind shifted = RecordKind.of(
                Key.required("law", KIND, "law on a line"),
                Key.required("between", PAIR, "[a, b]: by a number from a to b, drawn uniformly"),
                Key.required("seed", NumberKind.integer(0, 1L << 53), "of the draw"));
        return List.of(
                Key.absent("uniform", PAIR, "[a, b]: uniform from a to b, a < b"),
                Key.absent("dirac", NumberKind.any(), "x: all mass at x"),
                Key.absent("normal", normal, "{mean, sd, between: [a, b]}: a normal law, cut off if asked for"),
                Key.absent(
                        "atoms", ListKind.of(PAIR, 1, 1_000_000), "[[x, w], ...]: mass w at x; the weights sum to 1"),
                Key.absent(
                        "mixture",
                        ListKind.of(component, 1, 1000),
                        "[{weight, law}, ...]: a mixture of laws; the weights sum to 1"),
                Key.absent(
                        "shifted",
                        shifted,
                        "{law, between: [a, b], seed}: a law on a line, moved by a random number: replicates that start"
                                + " elsewhere"),
                Key.absent(
                        "csv", CSV, "{file, columns}: the empirical law of columns of a CSV file, one per coordinate"),
                Key.absent(
                        "product",
                        ListKind.of(KIND, 2, Domain.MAX_DIMENSION),
                        "[LAW, LAW, ...]: independent coordinates"));
    }

    /** The number of coordinates of what was written. */
    static int dimension(Choice choice) {
        return switch (choice.name()) {
            case "csv" -> choice.values().list("columns").size();
            case "product" -> choice.list().size();
            case "mixture" -> dimension(((Values) choice.list().get(0)).choice("law"));
            default -> 1;
        };
    }

    /** The law that was written at {@code path}, or nothing and a problem. */
    static Optional<Law> read(Choice choice, int dimension, String path, Problems problems) {
        String at = path + "." + choice.name();
        switch (choice.name()) {
            case "mixture":
                return mixture(choice.list(), dimension, at, problems);
            case "csv":
                return csv(choice.values(), dimension, at, problems);
            case "product":
                return product(choice.list(), dimension, at, problems);
            default:
                if (dimension > 1) {
                    problems.add(at, "a law in 1 dimension", "a product of " + dimension + " laws is allowed");
                    return Optional.empty();
                }
                return line(choice, at, problems).map(law -> law);
        }
    }

    /** The law on the line that was written at {@code path}, or nothing and a problem. */
    static Optional<LineLaw> readLine(Choice choice, String path, Problems problems) {
        return read(choice, 1, path, problems).map(law -> (LineLaw) law);
    }

    private static Optional<LineLaw> line(Choice choice, String at, Problems problems) {
        switch (choice.name()) {
            case "uniform":
                double[] ends = choice.numbers();
                if (!(ends[0] < ends[1])) {
                    problems.add(at, "[" + ends[0] + ", " + ends[1] + "]", "[a, b] with a < b is allowed");
                    return Optional.empty();
                }
                return Optional.of(new UniformLaw(ends[0], ends[1]));
            case "dirac":
                return Optional.of(AtomicLaw.dirac(choice.number()));
            case "normal":
                Values normal = choice.values();
                return normal(normal, at, problems);
            case "shifted":
                return shifted(choice.values(), at, problems);
            default:
                return atoms(choice.list(), at, problems);
        }
    }

    private static Optional<LineLaw> shifted(Values shifted, String at, Problems problems) {
        double[] ends = shifted.numbers("between");
        if (!(ends[0] < ends[1])) {
            problems.add(at + ".between", "[" + ends[0] + ", " + ends[1] + "]", "[a, b] with a < b is allowed");
            return Optional.empty();
        }
        double by = new SplittableRandom(shifted.longInteger("seed")).nextDouble(ends[0], ends[1]);
        return readLine(shifted.choice("law"), at + ".law", problems).map(law -> new ShiftedLaw(law, by));
    }

    private static Optional<LineLaw> normal(Values normal, String at, Problems problems) {
        NormalLaw law = new NormalLaw(normal.number("mean"), normal.number("sd"));
        if (!normal.has("between")) {
            return Optional.of(law);
        }
        double[] ends = normal.numbers("between");
        if (!(ends[0] < ends[1]) || !(law.mass(ends[0], ends[1]) > 0)) {
            problems.add(
                    at + ".between", "[" + ends[0] + ", " + ends[1] + "]", "[a, b] with mass between a < b is allowed");
            return Optional.empty();
        }
        return Optional.of(new ConditionedLaw(law, ends[0], ends[1]));
    }

    private static Optional<LineLaw> atoms(List<?> list, String at, Problems problems) {
        double[] x = new double[list.size()];
        double[] w = new double[list.size()];
        boolean good = true;
        for (int i = 0; i < x.length; i++) {
            double[] atom = Choice.numbers((List<?>) list.get(i));
            x[i] = atom[0];
            w[i] = atom[1];
            if (!(w[i] >= 0)) {
                problems.add(at + "[" + i + "][1]", "" + w[i], "a weight from 0 to 1 is allowed");
                good = false;
            }
        }
        return good && normalised(w, at, problems) ? Optional.of(AtomicLaw.of(x, w)) : Optional.empty();
    }

    private static Optional<Law> mixture(List<?> list, int dimension, String at, Problems problems) {
        double[] weights = new double[list.size()];
        List<Law> laws = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            Values part = (Values) list.get(i);
            weights[i] = part.number("weight");
            read(part.choice("law"), dimension, at + "[" + i + "].law", problems)
                    .ifPresent(laws::add);
        }
        if (!normalised(weights, at, problems) || laws.size() < weights.length) {
            return Optional.empty();
        }
        return Optional.of(
                dimension == 1
                        ? new MixtureLaw(
                                weights, laws.stream().map(law -> (LineLaw) law).toList())
                        : new MixtureOfLaws(weights, laws));
    }

    private static Optional<Law> product(List<?> list, int dimension, String at, Problems problems) {
        if (list.size() != dimension) {
            problems.add(at, "a law in " + list.size() + " dimensions", "a law in " + dimension + " is allowed");
            return Optional.empty();
        }
        List<LineLaw> factors = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            readLine((Choice) list.get(i), at + "[" + i + "]", problems).ifPresent(factors::add);
        }
        return factors.size() == list.size() ? Optional.of(new ProductLaw(factors)) : Optional.empty();
    }

    private static Optional<Law> csv(Values csv, int dimension, String at, Problems problems) {
        List<String> columns =
                csv.list("columns").stream().map(String.class::cast).toList();
        if (columns.size() != dimension) {
            String what = columns.size() + (columns.size() == 1 ? " column" : " columns");
            problems.add(
                    at + ".columns",
                    what,
                    dimension + (dimension == 1 ? " is" : " are") + " allowed, one per coordinate");
            return Optional.empty();
        }
        boolean standardise = csv.flag("standardise");
        Optional<Sample> sample = problems.beside(csv.text("file"), at + ".file")
                .flatMap(file -> Sample.read(file, columns, standardise, at, problems));
        sample.ifPresent(found -> problems.remark(found.remark(at, standardise)));
        return sample.map(found -> (standardise ? found.standardised() : found).law());
    }

    private static boolean normalised(double[] weights, String at, Problems problems) {
        CompensatedSum sum = new CompensatedSum();
        sum.addAll(weights, weights.length);
        boolean good = Math.abs(sum.value() - 1) <= NORMALISATION;
        if (!good) {
            problems.add(at, "weights that sum to " + sum.value(), "weights that sum to 1 are allowed");
        }
        return good;
    }
}
