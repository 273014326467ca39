package org.dualflow.validation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A {@link MatrixPlot} as SVG, with a link at every name and a tooltip at every mark. */
final class MatrixSvg {

    private static final int CELL = 11;
    private static final double LETTER = 5.3;
    private static final int LEGEND = 26;
    /** The angle of the names of columns, in degrees. */
    private static final int SLOPE = 60;

    private static final String STYLE = "text{font:9.5px system-ui,sans-serif;fill:#4b5666}"
            + "@media(prefers-color-scheme:dark){text{fill:#b6c0ce}.rule{stroke:#2e3742}}"
            + ".rule{stroke:#e4e8ee;stroke-width:1}a:hover text{font-weight:700}";

    private final MatrixPlot plot;
    private final String page;
    private final int left;
    private final int top;
    private final StringBuilder svg = new StringBuilder();

    /** @param page address of the page that the links lead into; empty for the page that the picture is in */
    private MatrixSvg(MatrixPlot plot, String page) {
        this.plot = plot;
        this.page = page;
        this.left = 8 + (int) (LETTER * longest(plot.rows()));
        double slope = Math.toRadians(SLOPE);
        this.top = LEGEND + 8 + (int) (LETTER * longest(plot.columns()) * Math.sin(slope));
    }

    private static int longest(List<String> names) {
        return names.stream().mapToInt(String::length).max().orElse(0);
    }

    /** The picture as an element of the page that it links into. */
    static String inline(MatrixPlot plot) {
        return new MatrixSvg(plot, "").draw();
    }

    /** The picture as a file beside the page. */
    static String standalone(MatrixPlot plot) {
        return new MatrixSvg(plot, "../report.html").draw();
    }

    private String draw() {
        int across = CELL * plot.columns().size();
        int down = CELL * plot.rows().size();
        double overhang = LETTER * longest(plot.columns()) * Math.cos(Math.toRadians(SLOPE));
        int width = Math.max(left + across + 8 + (int) overhang, 640);
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
                        + " role=\"group\" aria-label=\"%s\">\n<style>%s</style>\n",
                width,
                top + down + 8,
                width,
                top + down + 8,
                HtmlReport.escape(plot.title()),
                STYLE));
        legend();
        for (int r = 0; r < plot.rows().size(); r++) {
            rule(left, top + CELL * r, left + across, top + CELL * r);
            name(plot.rows().get(r), plot.rowAnchor(), left - 5, top + CELL * r + CELL - 2.5, "end", 0);
        }
        for (int c = 0; c < plot.columns().size(); c++) {
            rule(left + CELL * c, top, left + CELL * c, top + down);
            name(plot.columns().get(c), plot.columnAnchor(), left + CELL * c + 8, top - 3, "start", -SLOPE);
        }
        plot.marks().forEach(this::mark);
        return svg.append("</svg>\n").toString();
    }

    private void legend() {
        double x = 4;
        for (MatrixPlot.Kind kind : used()) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%.1f\" y=\"4\" width=\"10\" height=\"10\" fill=\"%s\"/>"
                            + "<text x=\"%.1f\" y=\"13\">%s</text>\n",
                    x,
                    kind.colour(),
                    x + 14,
                    HtmlReport.escape(kind.label())));
            x += 28 + LETTER * kind.label().length();
        }
    }

    private List<MatrixPlot.Kind> used() {
        List<MatrixPlot.Kind> used = new ArrayList<>();
        for (MatrixPlot.Kind kind : MatrixPlot.Kind.values()) {
            if (plot.marks().stream().anyMatch(mark -> mark.kind() == kind)) {
                used.add(kind);
            }
        }
        return used;
    }

    private void rule(int x1, int y1, int x2, int y2) {
        svg.append(String.format(Locale.ROOT, "<path class=\"rule\" d=\"M%d %dL%d %d\"/>\n", x1, y1, x2, y2));
    }

    private void name(String name, String anchor, double x, double y, String align, int angle) {
        String text = String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\"%s>%s</text>",
                x,
                y,
                align,
                angle == 0 ? "" : String.format(Locale.ROOT, " transform=\"rotate(%d %.1f %.1f)\"", angle, x, y),
                HtmlReport.escape(name));
        svg.append(
                        anchor.isEmpty()
                                ? text
                                : "<a href=\"" + page + "#" + HtmlReport.escape(anchor + "-" + name) + "\">" + text
                                        + "</a>")
                .append('\n');
    }

    private void mark(MatrixPlot.Mark mark) {
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"><title>%s</title></rect>\n",
                left + CELL * mark.column() + 1,
                top + CELL * mark.row() + 1,
                CELL - 1,
                CELL - 1,
                mark.kind().colour(),
                HtmlReport.escape(mark.text())));
    }
}
