package org.dualflow.validation.report;

import java.util.List;

/**
 * A part of a report.
 *
 * @param title heading
 * @param anchor name by which the page links to it: table cells with this text become links
 * @param text paragraphs in plain text
 * @param equations below the text, in TeX
 * @param tables below the equations
 * @param plots below the tables
 * @param links where more can be read
 */
public record Section(
        String title,
        String anchor,
        List<String> text,
        List<String> equations,
        List<Table> tables,
        List<Plot> plots,
        List<Link> links) {

    /** Copies the lists. */
    public Section {
        text = List.copyOf(text);
        equations = List.copyOf(equations);
        tables = List.copyOf(tables);
        plots = List.copyOf(plots);
        links = List.copyOf(links);
    }

    /** Neither equations nor links; the anchor is made of the title. */
    public Section(String title, List<String> text, List<Table> tables, List<Plot> plots) {
        this(title, anchor(title), text, List.of(), tables, plots, List.of());
    }

    private static String anchor(String title) {
        return title.toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    /** The same section under another anchor. */
    public Section withAnchor(String other) {
        return new Section(title, other, text, equations, tables, plots, links);
    }

    /** The same section with equations. */
    public Section withEquations(List<String> others) {
        return new Section(title, anchor, text, others, tables, plots, links);
    }

    /** The same section with links. */
    public Section withLinks(List<Link> others) {
        return new Section(title, anchor, text, equations, tables, plots, others);
    }

    /** Whether there is more to see than a heading and words. */
    boolean hasContent() {
        return !equations.isEmpty() || !tables.isEmpty() || !plots.isEmpty();
    }
}
