package org.dualflow.validation.report;

import java.util.List;

/**
 * A page about one result: verdict, evidence, provenance.
 *
 * @param title of the page
 * @param subtitle one line
 * @param good whether everything is as it should be
 * @param verdict in one or two words
 * @param summary why, in a sentence
 * @param figures the numbers that matter most
 * @param sections evidence, provenance last
 */
public record Report(
        String title,
        String subtitle,
        boolean good,
        String verdict,
        String summary,
        List<KeyFigure> figures,
        List<Section> sections) {

    /**
     * A number that matters.
     *
     * @param label what it is
     * @param value for people
     * @param note below it; may be empty
     */
    public record KeyFigure(String label, String value, String note) {}

    /** Copies the lists. */
    public Report {
        figures = List.copyOf(figures);
        sections = List.copyOf(sections);
    }

    /** All plots of all sections. */
    public List<Plot> plots() {
        return sections.stream().flatMap(section -> section.plots().stream()).toList();
    }

    /** Whether a section has this anchor. */
    boolean hasAnchor(String name) {
        return sections.stream().anyMatch(section -> section.anchor().equals(name));
    }

    /** The report in Markdown; plots are links to their pictures in the folder {@code pictures}. */
    public String toMarkdown() {
        StringBuilder text = new StringBuilder("# " + title + "\n\n");
        text.append("**").append(verdict).append("**: ").append(summary).append("\n\n");
        text.append(subtitle).append("\n\n");
        for (Section section : sections) {
            text.append("## ").append(section.title()).append("\n\n");
            section.text().forEach(line -> text.append(line).append("\n\n"));
            section.equations().forEach(tex -> text.append("$$\n").append(tex).append("\n$$\n\n"));
            section.tables().forEach(table -> text.append(table.toMarkdown()).append('\n'));
            for (Plot plot : section.plots()) {
                text.append("![")
                        .append(plot.title())
                        .append("](pictures/")
                        .append(plot.file())
                        .append(")\n\n");
                text.append(plot.caption()).append("\n\n");
            }
            section.links().forEach(link -> text.append("[")
                    .append(link.label())
                    .append("](")
                    .append(link.target())
                    .append(")\n"));
            text.append(section.links().isEmpty() ? "" : "\n");
        }
        return text.toString();
    }
}
