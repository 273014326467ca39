package org.dualflow.validation.report;

import java.util.List;

/**
 * Words against words: which of several marks stands where.
 *
 * @param id name of the picture file, without ending
 * @param title above the plot
 * @param caption below the plot
 * @param rows names of the rows
 * @param columns names of the columns
 * @param rowAnchor a row links to the place in the page that is called this, a hyphen and its name; empty: to none
 * @param columnAnchor the same for the columns
 * @param marks where something stands; a place without one is empty
 */
public record MatrixPlot(
        String id,
        String title,
        String caption,
        List<String> rows,
        List<String> columns,
        String rowAnchor,
        String columnAnchor,
        List<Mark> marks)
        implements Plot {

    /** What a mark means; its colour. */
    public enum Kind {
        /** Noticed: a number lies outside of what is allowed. */
        FAIL("noticed: FAIL", "#0f4c8a"),
        /** Noticed: the measurement says nothing any more. */
        UNCLEAR("noticed: INCONCLUSIVE or AT_FLOOR", "#7fb5e0"),
        /** Noticed: the computation broke down. */
        BROKEN("noticed: broke down", "#e07b00"),
        /** Not noticed. */
        PASS("not noticed", "#c9ced6");

        private final String label;
        private final String colour;

        Kind(String label, String colour) {
            this.label = label;
            this.colour = colour;
        }

        String label() {
            return label;
        }

        String colour() {
            return colour;
        }
    }

    /**
     * A mark.
     *
     * @param row number of its row
     * @param column number of its column
     * @param kind what it means
     * @param text more about it
     */
    public record Mark(int row, int column, Kind kind, String text) {}

    /** Copies the lists. */
    public MatrixPlot {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        marks = List.copyOf(marks);
    }

    @Override
    public String file() {
        return id + ".svg";
    }
}
