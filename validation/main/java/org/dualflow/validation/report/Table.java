package org.dualflow.validation.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of words and numbers, written as plain text, Markdown, LaTeX and HTML.
 *
 * @param title above it; may be empty
 * @param head one cell per column
 * @param rows each as long as the head
 * @param anchor a row of an HTML page can be linked to by this, a hyphen and its first cell; empty: by nothing
 */
public record Table(String title, List<String> head, List<List<String>> rows, String anchor) {

    /** Copies and checks the shape. */
    public Table {
        head = List.copyOf(head);
        List<List<String>> copy = new ArrayList<>();
        for (List<String> row : rows) {
            if (row.size() != head.size()) {
                throw new IllegalArgumentException(
                        "row of " + row.size() + " cells: " + head.size() + " cells are allowed");
            }
            copy.add(List.copyOf(row));
        }
        rows = List.copyOf(copy);
    }

    /** A table whose rows nothing links to. */
    public Table(String title, List<String> head, List<List<String>> rows) {
        this(title, head, rows, "");
    }

    /** Columns padded with blanks, for a terminal. */
    public String toText() {
        int[] widths = widths();
        boolean[] numeric = numeric();
        StringBuilder text = new StringBuilder();
        if (!title.isEmpty()) {
            text.append(title).append('\n');
        }
        line(text, head, widths, numeric, "  ", "");
        text.append("-".repeat(java.util.Arrays.stream(widths).sum() + 2 * (widths.length - 1)))
                .append('\n');
        for (List<String> row : rows) {
            line(text, row, widths, numeric, "  ", "");
        }
        return text.toString();
    }

    /** GitHub-flavoured Markdown that is also readable as plain text. */
    public String toMarkdown() {
        int[] widths = widths();
        boolean[] numeric = numeric();
        StringBuilder text = new StringBuilder();
        if (!title.isEmpty()) {
            text.append("**").append(title).append("**\n\n");
        }
        line(text, head, widths, numeric, " | ", "|");
        for (int c = 0; c < widths.length; c++) {
            String rule = "-".repeat(widths[c] + 1);
            text.append('|').append(numeric[c] ? rule + ":" : "-" + rule);
        }
        text.append("|\n");
        for (List<String> row : rows) {
            line(text, row.stream().map(cell -> cell.replace("|", "\\|")).toList(), widths, numeric, " | ", "|");
        }
        return text.toString();
    }

    /** A {@code tabular} environment. */
    public String toLatex() {
        StringBuilder text = new StringBuilder("\\begin{tabular}{");
        for (int c = 0; c < head.size(); c++) {
            text.append(isNumeric(c) ? 'r' : 'l');
        }
        text.append("}\n\\hline\n");
        latexRow(text, head);
        text.append("\\hline\n");
        rows.forEach(row -> latexRow(text, row));
        return text.append("\\hline\n\\end{tabular}\n").toString();
    }

    private static void latexRow(StringBuilder text, List<String> row) {
        List<String> cells = row.stream().map(Latex::escaped).toList();
        text.append(String.join(" & ", cells)).append(" \\\\\n");
    }

    /** Whether every cell of a column that is not empty begins like a number. */
    boolean isNumeric(int column) {
        return !rows.isEmpty()
                && rows.stream().map(row -> row.get(column)).allMatch(cell -> cell.matches("|–|[-+±≤≥.\\d].*"));
    }

    /** {@link #isNumeric} of every column. */
    boolean[] numeric() {
        boolean[] numeric = new boolean[head.size()];
        for (int c = 0; c < numeric.length; c++) {
            numeric[c] = isNumeric(c);
        }
        return numeric;
    }

    private int[] widths() {
        int[] widths = new int[head.size()];
        for (int c = 0; c < widths.length; c++) {
            widths[c] = length(head.get(c));
            for (List<String> row : rows) {
                widths[c] = Math.max(widths[c], length(row.get(c)));
            }
        }
        return widths;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static void line(
            StringBuilder text, List<String> cells, int[] widths, boolean[] numeric, String between, String border) {
        StringBuilder line = new StringBuilder(border.isEmpty() ? "" : border + " ");
        for (int c = 0; c < widths.length; c++) {
            String pad = " ".repeat(Math.max(0, widths[c] - length(cells.get(c))));
            line.append(numeric[c] ? pad + cells.get(c) : cells.get(c) + pad);
            line.append(c < widths.length - 1 ? between : "");
        }
        text.append(border.isEmpty() ? line.toString().stripTrailing() : line + " |")
                .append('\n');
    }
}
