package org.dualflow.validation.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dualflow.validation.claim.ClaimOutcome;
import org.dualflow.validation.claim.ClaimResult;
import org.dualflow.validation.defect.Defect;
import org.dualflow.validation.defect.DefectMatrix;
import org.dualflow.validation.defect.DefectOutcome;
import org.dualflow.validation.defect.MatrixScope;
import org.dualflow.validation.study.Verdict;

/** The report about claims and the defects that they notice. */
public final class MatrixPage {

    private static final int MOST_TEXT = 200;
    private static final String DEFECT = "defect";
    private static final String CLAIM = "claim";

    private final DefectMatrix matrix;
    private final MatrixScope scope;

    /**
     * @param matrix what came out
     * @param scope which pairs were run
     */
    public MatrixPage(DefectMatrix matrix, MatrixScope scope) {
        this.matrix = matrix;
        this.scope = scope;
    }

    /**
     * Whether the run came to its end, every claim passes without a defect and notices one, every defect that should be is
     * noticed, and, in a run that looks for it, every expectation was broken by one.
     */
    public boolean good() {
        return matrix.whole()
                && matrix.unsound().isEmpty()
                && matrix.idle().isEmpty()
                && (!everyDefect() || matrix.uncaught().isEmpty())
                && (!everyExpectation() || matrix.untouched().isEmpty());
    }

    /** Whether every defect should be noticed: not if only some claims are asked. */
    private boolean everyDefect() {
        return scope != MatrixScope.COMPLETE;
    }

    /** Whether every expectation should be broken: claims with one left were run on every defect that they can notice. */
    private boolean everyExpectation() {
        return scope == MatrixScope.THOROUGH;
    }

    private String verdict() {
        return !matrix.whole() ? "Interrupted" : good() ? "All at work" : "Not all at work";
    }

    private String explanation() {
        int claims = matrix.sound().size();
        int untouched =
                matrix.untouched().values().stream().mapToInt(List::size).sum();
        return claims - matrix.unsound().size() + " of " + claims + " claims pass without defects, "
                + (claims - matrix.idle().size()) + " notice a defect; "
                + (matrix.defects().size() - matrix.uncaught().size()) + " of "
                + matrix.defects().size() + " defects are noticed; "
                + (matrix.expectations() - untouched) + " of " + matrix.expectations()
                + " expectations were broken by a defect";
    }

    /** For a terminal: whatever is not as it should be, and a line. */
    public String toText() {
        StringBuilder text = new StringBuilder();
        matrix.unsound()
                .forEach(id -> text.append("FAILS WITHOUT DEFECTS  ").append(id).append('\n'));
        matrix.idle()
                .forEach(id -> text.append("NOTICES NO DEFECT      ").append(id).append('\n'));
        if (everyDefect()) {
            matrix.uncaught()
                    .forEach(id ->
                            text.append("NOT NOTICED            ").append(id).append('\n'));
        }
        matrix.untouched()
                .forEach((id, names) -> names.forEach(name -> text.append("NEVER BROKEN           ")
                        .append(id)
                        .append(": ")
                        .append(name)
                        .append('\n')));
        return text.append(!matrix.whole() ? "INTERRUPTED: " : good() ? "PASS: " : "FAIL: ")
                .append(explanation())
                .append('\n')
                .toString();
    }

    /** The report. */
    public Report report(String suite, Provenance provenance) {
        List<Section> sections = new ArrayList<>();
        if (!matrix.defects().isEmpty()) {
            sections.add(new Section(
                    "Which claim notices which defect",
                    List.of("A row is a one-line mistake, planted in the library; a column is a claim. Empty: not run, "
                            + whyEmpty() + "."),
                    List.of(),
                    List.of(plot())));
        }
        sections.add(new Section("Defects", List.of(), List.of(defects()), List.of()));
        sections.add(new Section("Claims", List.of(), List.of(claims()), List.of()));
        sections.add(new Section(
                "Expectations that no defect broke",
                List.of("A claim may expect several numbers. One that holds whatever was planted here may be vacuous,"
                        + " or its defect was not among those that were run."),
                matrix.untouched().isEmpty() ? List.of() : List.of(untouched()),
                List.of()));
        sections.add(provenance.toSection());
        return new Report(
                "What Dualflow's claims notice",
                "Suite " + suite + ", planted defects",
                good(),
                verdict(),
                explanation() + ".",
                List.of(
                        new Report.KeyFigure(
                                "defects noticed",
                                matrix.defects().size() - matrix.uncaught().size() + " of "
                                        + matrix.defects().size(),
                                ""),
                        new Report.KeyFigure(
                                "claims at work",
                                matrix.sound().size() - matrix.idle().size() + " of "
                                        + matrix.sound().size(),
                                "notice at least one"),
                        new Report.KeyFigure("pairs", Integer.toString(pairs()), "claims run on defects")),
                sections);
    }

    private String whyEmpty() {
        String useless = "since the claim never uses the class with the mistake";
        return switch (scope) {
            case SPARSE -> "since others are enough";
            case THOROUGH -> useless + ", or since every expectation of it was broken before";
            case COMPLETE -> useless;
        };
    }

    private int pairs() {
        return matrix.defects().stream().mapToInt(row -> row.outcomes().size()).sum();
    }

    private MatrixPlot plot() {
        List<String> columns = matrix.sound().stream().map(o -> o.claim().id()).toList();
        List<DefectOutcome> rows = matrix.defects().stream()
                .filter(row -> !row.outcomes().isEmpty())
                .toList();
        List<MatrixPlot.Mark> marks = new ArrayList<>();
        for (int r = 0; r < rows.size(); r++) {
            DefectOutcome row = rows.get(r);
            for (ClaimOutcome outcome : row.outcomes()) {
                String id = outcome.claim().id();
                marks.add(new MatrixPlot.Mark(
                        r,
                        columns.indexOf(id),
                        kind(outcome),
                        shortened(row.defect().id() + " × " + id + ": "
                                + outcome.result().verdict() + ", "
                                + outcome.result().measured())));
            }
        }
        return new MatrixPlot(
                "matrix",
                "Defects and claims",
                "Names lead to the tables below; a mark shows what was measured.",
                rows.stream().map(row -> row.defect().id()).toList(),
                columns,
                DEFECT,
                CLAIM,
                marks);
    }

    private static MatrixPlot.Kind kind(ClaimOutcome outcome) {
        if (outcome.passes() || outcome.result().isEndless()) {
            return MatrixPlot.Kind.PASS;
        }
        if (outcome.result().brokeDown()) {
            return MatrixPlot.Kind.BROKEN;
        }
        return outcome.result().verdict() == Verdict.FAIL ? MatrixPlot.Kind.FAIL : MatrixPlot.Kind.UNCLEAR;
    }

    private static String shortened(String text) {
        return text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT - 1) + "…";
    }

    private Table defects() {
        return new Table(
                "",
                List.of("defect", "file", "what is wrong", "noticed by", "not by"),
                matrix.defects().stream()
                        .map(row -> List.of(
                                row.defect().id(),
                                file(row.defect()),
                                row.defect().description(),
                                names(row.caughtBy()),
                                names(notBy(row))))
                        .toList(),
                DEFECT);
    }

    private static List<String> notBy(DefectOutcome row) {
        return row.outcomes().stream()
                .map(outcome -> outcome.claim().id())
                .filter(id -> !row.caughtBy().contains(id))
                .toList();
    }

    private static String verdict(ClaimResult result) {
        return result.isEndless()
                ? "NO_END"
                : result.brokeDown() ? "BROKEN" : result.verdict().name();
    }

    private static String file(Defect defect) {
        return defect.source().substring(defect.source().lastIndexOf('/') + 1);
    }

    private static String names(List<String> ids) {
        return ids.isEmpty() ? "–" : String.join(", ", ids);
    }

    private Table claims() {
        return new Table(
                "",
                List.of(CLAIM, "without defects", "notices"),
                matrix.sound().stream()
                        .map(o -> List.of(
                                o.claim().id(),
                                o.result().verdict().name(),
                                names(noticedBy(o.claim().id()))))
                        .toList(),
                CLAIM);
    }

    private List<String> noticedBy(String claim) {
        return matrix.defects().stream()
                .filter(row -> row.caughtBy().contains(claim))
                .map(row -> row.defect().id())
                .toList();
    }

    private Table untouched() {
        List<List<String>> rows = new ArrayList<>();
        matrix.untouched().forEach((claim, names) -> names.forEach(name -> rows.add(List.of(claim, name))));
        return new Table("", List.of(CLAIM, "expectation"), rows);
    }

    /** The content of {@code summary.json}: that of a run of the claims, and the matrix. */
    public Map<String, Object> summary(Provenance provenance) {
        Map<String, Object> map = new LinkedHashMap<>(Summary.ofClaims(
                "verify",
                matrix.whole() ? "completed" : "interrupted",
                provenance,
                matrix.sound().stream().map(ClaimLine::of).toList()));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (DefectOutcome row : matrix.defects()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("id", row.defect().id());
            entry.put("source", row.defect().source());
            entry.put("description", row.defect().description());
            entry.put("caught", row.caught());
            Map<String, Object> verdicts = new LinkedHashMap<>();
            row.outcomes().forEach(o -> verdicts.put(o.claim().id(), verdict(o.result())));
            entry.put("verdicts", verdicts);
            rows.add(entry);
        }
        map.put("defects", rows);
        map.put("uncaught", matrix.uncaught());
        map.put("idleClaims", matrix.idle());
        map.put("unbroken", matrix.untouched());
        return map;
    }
}
