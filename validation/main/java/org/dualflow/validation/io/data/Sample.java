package org.dualflow.validation.io.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.dualflow.measure.AtomicLaw;
import org.dualflow.measure.CompensatedSum;
import org.dualflow.measure.Law;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.measure.PointsLaw;
import org.dualflow.validation.io.schema.Problems;
import org.dualflow.validation.io.schema.WordKind;
import org.dualflow.validation.report.Remark;
import org.hipparchus.util.FastMath;

/**
 * Measured points: some columns of a table, the rows in which none of them is missing. A field is missing if it is empty
 * or {@code NA}.
 *
 * <p>Standardisation maps every column to (x - mean)/sd with the <em>population</em> standard deviation, the root of
 * Σ(x - mean)²/n: the empirical law, weight 1/n on every point, then has mean 0 and variance 1 itself.
 *
 * @param file the table
 * @param columns their names
 * @param values {@code values[columns][points]}, as measured, not copied
 * @param dropped rows left out since a value is missing
 */
public record Sample(Path file, List<String> columns, double[][] values, int dropped) {

    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

    /** Copies the list. */
    public Sample {
        columns = List.copyOf(columns);
    }

    /**
     * Reads columns of a CSV file.
     *
     * @param file the file
     * @param columns names of the columns, one per coordinate, all different
     * @param standardise whether the columns will be standardised: constant ones are refused then
     * @param path where the case asks for the data, for problems
     * @param problems receives what is wrong: unknown, empty and constant columns, text in place of numbers
     * @return nothing if there are problems
     */
    public static Optional<Sample> read(
            Path file, List<String> columns, boolean standardise, String path, Problems problems) {
        Optional<CsvTable> table = CsvTable.read(file, path + ".file", problems);
        if (table.isEmpty()) {
            return Optional.empty();
        }
        List<double[]> numbers = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            String at = path + ".columns[" + c + "]";
            if (columns.subList(0, c).contains(columns.get(c))) {
                problems.add(at, columns.get(c), "different columns are allowed");
            } else {
                column(table.get(), columns.get(c), at, problems).ifPresent(numbers::add);
            }
        }
        if (numbers.size() < columns.size()) {
            return Optional.empty();
        }
        return Optional.of(complete(table.get(), columns, numbers))
                .filter(sample -> table.get().leftOut() == 0 && usable(sample, standardise, path, problems));
    }

    /**
     * Reads densities from a column: nonnegative, none missing, not all zero.
     *
     * @param size how many there must be
     */
    public static Optional<double[]> densities(Path file, String name, int size, String path, Problems problems) {
        Optional<CsvTable> table = CsvTable.read(file, path + ".file", problems);
        Optional<double[]> numbers = table.flatMap(t -> column(t, name, path + ".column", problems));
        return numbers.filter(values -> isDensity(table.orElseThrow(), name, values, size, path, problems));
    }

    private static boolean isDensity(
            CsvTable table, String name, double[] values, int size, String path, Problems problems) {
        if (values.length != size) {
            int rows = values.length + table.leftOut();
            if (rows != size) {
                problems.add(path + ".cells", rows + " rows in " + table.file(), size + ", one per cell, are allowed");
            }
            return false;
        }
        double sum = 0;
        for (int r = 0; r < size; r++) {
            if (!(values[r] >= 0)) {
                problems.addIn(
                        table.file(),
                        table.lines().get(r),
                        name,
                        Double.isNaN(values[r]) ? "nothing" : "" + values[r],
                        "a density of at least 0 is allowed");
                return false;
            }
            sum += values[r];
        }
        if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
            problems.addIn(
                    table.file(), 0, name, "a sum of " + sum, "a density with a positive finite integral is allowed");
            return false;
        }
        return true;
    }

    /** The numbers of a column, NaN where they are missing. */
    private static Optional<double[]> column(CsvTable table, String name, String at, Problems problems) {
        int index = table.header().indexOf(name);
        if (index < 0) {
            problems.add(
                    at, name, "no such column in " + table.file() + ": " + WordKind.suggestion(name, table.header()));
            return Optional.empty();
        }
        double[] numbers = new double[table.rows().size()];
        int bad = 0;
        int first = -1;
        int missing = 0;
        for (int r = 0; r < numbers.length; r++) {
            String text = table.rows().get(r).get(index);
            boolean absent = text.isEmpty() || text.equals("NA");
            missing += absent ? 1 : 0;
            numbers[r] = absent ? Double.NaN : number(text);
            if (!absent && !Double.isFinite(numbers[r])) {
                first = first < 0 ? r : first;
                bad++;
            }
        }
        if (bad > 0) {
            String more = bad == 1 ? "" : " (and " + (bad - 1) + " more in this column)";
            problems.addIn(
                    table.file(),
                    table.lines().get(first),
                    name,
                    table.rows().get(first).get(index) + more,
                    "a finite number, or NA or nothing if it is missing, is allowed");
        } else if (missing == numbers.length && table.leftOut() == 0) {
            problems.add(at, name, "an empty column of " + table.file() + ": a column with numbers is allowed");
        }
        return bad == 0 && missing < numbers.length ? Optional.of(numbers) : Optional.empty();
    }

    /** The number that is written; NaN if the text is no number. */
    static double number(String text) {
        return NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    }

    private static Sample complete(CsvTable table, List<String> columns, List<double[]> numbers) {
        int[] kept = IntStream.range(0, table.rows().size())
                .filter(r -> numbers.stream().noneMatch(column -> Double.isNaN(column[r])))
                .toArray();
        double[][] values = new double[columns.size()][];
        for (int c = 0; c < values.length; c++) {
            double[] column = numbers.get(c);
            values[c] = Arrays.stream(kept).mapToDouble(r -> column[r]).toArray();
        }
        return new Sample(table.file(), columns, values, table.rows().size() - kept.length);
    }

    private static boolean usable(Sample sample, boolean standardise, String path, Problems problems) {
        if (sample.size() == 0) {
            problems.add(
                    path + ".columns",
                    String.join(", ", sample.columns),
                    "no row of " + sample.file + " has a number in each: rows without missing values are allowed");
            return false;
        }
        boolean good = true;
        for (int c = 0; c < sample.values.length && standardise; c++) {
            double[] x = sample.values[c];
            if (Arrays.stream(x).allMatch(value -> value == x[0])) {
                problems.add(
                        path + ".columns[" + c + "]",
                        sample.columns.get(c),
                        "a constant column of " + sample.file + ", all values are " + x[0]
                                + ": columns that vary can be standardised; write standardise: false to keep it");
                good = false;
            }
        }
        return good;
    }

    /** Number of points. */
    public int size() {
        return values[0].length;
    }

    /** Mean of column {@code c}. */
    public double mean(int c) {
        CompensatedSum sum = new CompensatedSum();
        sum.addAll(values[c], size());
        return sum.value() / size();
    }

    /** Population standard deviation of column {@code c}. */
    public double deviation(int c) {
        double mean = mean(c);
        CompensatedSum squares = new CompensatedSum();
        for (double x : values[c]) {
            squares.add((x - mean) * (x - mean));
        }
        return FastMath.sqrt(squares.value() / size());
    }

    /** The same points with every column standardised. */
    public Sample standardised() {
        double[][] scaled = new double[values.length][size()];
        for (int c = 0; c < scaled.length; c++) {
            double mean = mean(c);
            double deviation = deviation(c);
            for (int i = 0; i < scaled[c].length; i++) {
                scaled[c][i] = (values[c][i] - mean) / deviation;
            }
        }
        return new Sample(file, columns, scaled, dropped);
    }

    /** The points with equal weights, a target and a quadrature rule of the law in one. */
    public ParticleMeasure points() {
        double[] w = new double[size()];
        Arrays.fill(w, 1.0 / size());
        return new ParticleMeasure(values, w).copy();
    }

    /** The empirical law. */
    public Law law() {
        return values.length == 1 ? AtomicLaw.ofSample(values[0]) : PointsLaw.of(points());
    }

    /** What a run must say about the data. */
    public Remark remark(String path, boolean standardise) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("file", file.getFileName().toString());
        facts.put("columns", columns);
        facts.put("used", size());
        facts.put("dropped", dropped);
        facts.put("standardised", standardise);
        List<Integer> all = IntStream.range(0, columns.size()).boxed().toList();
        facts.put("mean", all.stream().map(this::mean).toList());
        facts.put("sd", all.stream().map(this::deviation).toList());
        return new Remark(path, facts);
    }
}
