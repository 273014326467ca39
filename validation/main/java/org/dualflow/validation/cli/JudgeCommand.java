package org.dualflow.validation.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.dualflow.validation.io.data.LevelTable;
import org.dualflow.validation.io.schema.BadCaseException;
import org.dualflow.validation.io.schema.Problems;
import org.dualflow.validation.io.schema.WordKind;
import org.dualflow.validation.report.LadderPage;
import org.dualflow.validation.report.Provenance;
import org.dualflow.validation.study.ConvergenceTable;
import org.dualflow.validation.study.LeastSquaresUncertainty.Value;
import org.dualflow.validation.study.Level;
import org.dualflow.validation.study.OrderExpectation;
import org.dualflow.validation.study.Resolution;
import org.dualflow.validation.study.ValueLadder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges the refinement of a solver that is not ours and only left numbers. */
@Command(
        name = "judge",
        mixinStandardHelpOptions = true,
        description = {
            "Judge the convergence of any solver from a table of its errors or values.",
            "The first column says how fine; every other one holds an error per level (\"NAME se\": its standard error),"
                    + " or with --values a number whose exact value is unknown."
        })
final class JudgeCommand implements Callable<Integer> {

    private static final String EVERY = "";
    /** Within 10 % of the formal order: Oberkampf and Roy's criterion for the asymptotic range. */
    private static final double NEAR = 0.1;

    @Parameters(paramLabel = "TABLE.csv", description = "Comma-separated values with a head line, at least 3 levels.")
    private @Nullable Path file;

    @Option(
            names = "--order",
            required = true,
            paramLabel = "[COLUMN=]P",
            description = "The order that theory gives, for all columns or for one; may be repeated.")
    private List<String> orders = new ArrayList<>();

    @Option(names = "--at-least", description = "Orders are bounds that may be exceeded.")
    private boolean atLeast;

    @Option(
            names = "--within",
            paramLabel = "X",
            description = "Allowed distance from the order (default: 10 %% of it).")
    private @Nullable Double within;

    @Option(
            names = "--counts",
            paramLabel = "D",
            description =
                    "The first column counts cells or particles in D dimensions: h = count^(-1/D) (default: it is h).")
    private @Nullable Integer dimension;

    @Option(names = "--values", description = "Columns hold values, not errors: Richardson, grid convergence index.")
    private boolean values;

    @Option(names = "--why", paramLabel = "TEXT", description = "Why this order is expected, for the report.")
    private String why = "given on the command line";

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Path path = Objects.requireNonNull(file);
        require(dimension == null || dimension >= 1, "--counts = " + dimension + ": an integer ≥ 1 is allowed");
        require(!why.isBlank(), "--why is blank: a reason is allowed");
        Map<String, OrderExpectation> expectations = expectations();
        Problems problems = new Problems(path.toString());
        LevelTable table = LevelTable.read(path, dimension == null ? 0 : dimension, !values, problems)
                .orElse(new LevelTable(List.of(), List.of()));
        problems.check();
        requireColumns(expectations, table);
        Path folder = output.folder(name(path));
        LadderPage page = new LadderPage();
        for (LevelTable.Column column : table.columns()) {
            OrderExpectation expectation = expectations.getOrDefault(column.name(), expectations.get(EVERY));
            if (expectation != null) {
                add(page, name(path), table.h(), column, expectation);
            }
        }
        Provenance provenance =
                Provenance.now(String.join(" ", line().getParseResult().originalArgs()), 1, List.of());
        return output.finish(
                folder,
                page,
                path.getFileName().toString(),
                "Refinement of another solver",
                name(path),
                provenance,
                line());
    }

    private void add(
            LadderPage page, String table, List<Double> h, LevelTable.Column column, OrderExpectation expectation) {
        Resolution resolution = dimension != null && dimension == 1 ? Resolution.PARTICLES : Resolution.WIDTH;
        String id = table + "-" + column.name();
        if (values) {
            List<Value> ladder = new ArrayList<>();
            for (int k = 0; k < h.size(); k++) {
                ladder.add(new Value(h.get(k), column.values().get(k)));
            }
            page.add(id, new ValueLadder(column.name(), column.name(), resolution, ladder, expectation));
        } else {
            List<Level> ladder = new ArrayList<>();
            for (int k = 0; k < h.size(); k++) {
                ladder.add(new Level(
                        h.get(k),
                        column.values().get(k),
                        column.standardErrors().get(k),
                        0));
            }
            page.add(id, new ConvergenceTable(column.name(), column.name(), resolution, ladder, expectation));
        }
    }

    /** What is expected of each column that is named, and of all others. */
    private Map<String, OrderExpectation> expectations() {
        Map<String, OrderExpectation> all = new LinkedHashMap<>();
        for (String text : orders) {
            int equals = text.lastIndexOf('=');
            String column = equals < 0 ? EVERY : text.substring(0, equals);
            double p = number(text.substring(equals + 1));
            require(p > 0 && p <= 20, "--order = " + text + ": [COLUMN=]P with 0 < P ≤ 20 is allowed");
            double margin = within == null ? NEAR * p : within;
            require(
                    margin > 0 && margin < p,
                    "--within = " + margin + ": a number above 0 and below the order is allowed");
            OrderExpectation expectation =
                    atLeast ? OrderExpectation.atLeast(p, margin, why) : OrderExpectation.exactly(p, margin, why);
            require(all.put(column, expectation) == null, "--order = " + text + ": one per column is allowed");
        }
        return all;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private void requireColumns(Map<String, OrderExpectation> expectations, LevelTable table) throws BadCaseException {
        List<String> names =
                table.columns().stream().map(LevelTable.Column::name).toList();
        Problems problems = new Problems("--order");
        for (String column : expectations.keySet()) {
            if (!column.equals(EVERY) && !names.contains(column)) {
                problems.add(column, "no such column", WordKind.suggestion(column, names));
            }
        }
        problems.check();
    }

    private void require(boolean good, String message) {
        if (!good) {
            throw new ParameterException(line(), message);
        }
    }

    private picocli.CommandLine line() {
        return Objects.requireNonNull(spec).commandLine();
    }

    private static String name(Path path) {
        return path.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    }
}
