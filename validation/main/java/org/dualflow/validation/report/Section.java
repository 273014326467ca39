package org.dualflow.validation.report;

import java.util.List;

/**
 * A part of a report.
 *
 * @param title heading
 * @param text paragraphs in plain text
 * @param tables below the text
 * @param plots below the tables
 */
public record Section(String title, List<String> text, List<Table> tables, List<Plot> plots) {
    /** Copies the lists. */
    public Section {
        text = List.copyOf(text);
        tables = List.copyOf(tables);
        plots = List.copyOf(plots);
    }
}
