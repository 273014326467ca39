package org.dualflow.validation.io.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dualflow.validation.io.schema.Problems;
import org.hipparchus.util.FastMath;

/**
 * The levels of a refinement that someone else has computed: the first column says how fine, every other one holds an error or a
 * value per level. A column {@code NAME se} holds the standard errors of the column {@code NAME}.
 *
 * @param h the small parameters, as the rows have them
 * @param columns the measured quantities, in the order of the file
 */
public record LevelTable(List<Double> h, List<Column> columns) {

    private static final String STANDARD_ERROR = " se";

    /**
     * A measured quantity.
     *
     * @param name as the head line has it
     * @param values one per level
     * @param standardErrors one per level, 0 where none is given
     */
    public record Column(String name, List<Double> values, List<Double> standardErrors) {
        /** Copies the lists. */
        public Column {
            values = List.copyOf(values);
            standardErrors = List.copyOf(standardErrors);
        }
    }

    /** Copies the lists. */
    public LevelTable {
        h = List.copyOf(h);
        columns = List.copyOf(columns);
    }

    /**
     * Reads a CSV file of at least three levels.
     *
     * @param file the file
     * @param dimension if positive, the first column holds numbers of points in so many dimensions, h = number^(-1/dimension); 0 if
     *     it holds h itself
     * @param errors whether values are errors, finite and at least 0, or any finite numbers
     * @param problems receives what is wrong, by line and column
     * @return nothing if there are problems
     */
    public static Optional<LevelTable> read(Path file, int dimension, boolean errors, Problems problems) {
        Optional<CsvTable> read = CsvTable.read(file, "", problems);
        if (read.isEmpty()) {
            return Optional.empty();
        }
        CsvTable table = read.get();
        if (table.header().size() < 2) {
            problems.addIn(
                    file, 1, "", "1 column", "a column that says how fine and at least one of results are allowed");
        }
        int levels = table.rows().size() + table.leftOut();
        if (levels < 3) {
            problems.addIn(file, 0, "", levels + (levels == 1 ? " level" : " levels"), "at least 3 are allowed");
        }
        List<Double> h = small(table, dimension, problems);
        List<Column> columns = new ArrayList<>();
        for (int c = 1; c < table.header().size(); c++) {
            String name = table.header().get(c);
            if (!name.endsWith(STANDARD_ERROR)) {
                columns.add(
                        new Column(name, numbers(table, c, errors, problems), standardErrors(table, name, problems)));
            } else if (!table.header().contains(name.substring(0, name.length() - STANDARD_ERROR.length()))) {
                problems.addIn(
                        file, 1, name, "standard errors of nothing", "a column of that name before \" se\" is allowed");
            }
        }
        return problems.isEmpty() ? Optional.of(new LevelTable(h, columns)) : Optional.empty();
    }

    private static List<Double> small(CsvTable table, int dimension, Problems problems) {
        List<Double> h = new ArrayList<>();
        Set<Double> seen = new LinkedHashSet<>();
        String name = table.header().get(0);
        for (int r = 0; r < table.rows().size(); r++) {
            String text = table.rows().get(r).get(0);
            double x = Sample.number(text);
            if (!(x > 0) || Double.isInfinite(x)) {
                problems.addIn(table.file(), table.lines().get(r), name, text, "a positive finite number is allowed");
            } else if (!seen.add(x)) {
                problems.addIn(
                        table.file(), table.lines().get(r), name, text + " again", "every level is allowed once");
            }
            h.add(dimension == 0 ? x : FastMath.pow(x, -1.0 / dimension));
        }
        return h;
    }

    private static List<Double> numbers(CsvTable table, int column, boolean positive, Problems problems) {
        List<Double> numbers = new ArrayList<>();
        for (int r = 0; r < table.rows().size(); r++) {
            String text = table.rows().get(r).get(column);
            double x = Sample.number(text);
            if (!Double.isFinite(x) || positive && x < 0) {
                problems.addIn(
                        table.file(),
                        table.lines().get(r),
                        table.header().get(column),
                        text.isEmpty() ? "nothing" : text,
                        positive ? "a finite number, at least 0, is allowed" : "a finite number is allowed");
            }
            numbers.add(x);
        }
        return numbers;
    }

    private static List<Double> standardErrors(CsvTable table, String name, Problems problems) {
        int column = table.header().indexOf(name + STANDARD_ERROR);
        return column < 1 ? table.rows().stream().map(row -> 0.0).toList() : numbers(table, column, true, problems);
    }
}
