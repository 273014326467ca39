package org.dualflow.validation.report;

import java.util.List;

/**
 * A {@link Report} as one HTML page that needs no network: style, script and data are in the file. Follows the light or
 * dark setting of the reader.
 */
public final class HtmlReport {

    private static final String ECHARTS = "/META-INF/resources/webjars/echarts/5.5.0/echarts.min.js";

    /** A page of more sections has a table that leads to them. */
    private static final int MOST_IN_CONTENTS = 16;

    private HtmlReport() {}

    /** The page. */
    public static String render(Report report) {
        StringBuilder body = new StringBuilder();
        banner(body, report);
        contents(body, report);
        for (Section section : report.sections()) {
            section(body, section, report);
        }
        String data = Json.compact(report.plots().stream()
                        .filter(plot -> !(plot instanceof MatrixPlot))
                        .map(EchartsOption::of)
                        .toList())
                .replace("<", "\\u003c");
        boolean formulas =
                report.sections().stream().anyMatch(s -> !s.equations().isEmpty());
        String page = Resources.text("report.html");
        page = page.replace("{{title}}", escape(report.title()));
        page = page.replace("{{style}}", Resources.text("report.css") + (formulas ? Katex.style() : ""));
        page = page.replace("{{body}}", body);
        page = page.replace("{{data}}", data);
        page = page.replace("{{plots}}", Resources.text("report.js"));
        page = page.replace("{{katex}}", formulas ? "<script>" + inScript(Katex.script()) + "</script>" : "");
        return page.replace("{{echarts}}", inScript(Resources.text(ECHARTS)));
    }

    private static String inScript(String script) {
        return script.replace("</script", "<\\/script");
    }

    private static void banner(StringBuilder body, Report report) {
        body.append("<header>\n<h1>").append(escape(report.title())).append("</h1>\n");
        body.append("<p class=\"subtitle\">").append(escape(report.subtitle())).append("</p>\n");
        body.append("<div class=\"verdict ")
                .append(report.good() ? "good" : "bad")
                .append("\">");
        body.append("<strong>").append(escape(report.verdict())).append("</strong>");
        body.append("<span>").append(escape(report.summary())).append("</span></div>\n");
        if (!report.figures().isEmpty()) {
            body.append("<div class=\"figures\">\n");
            for (Report.KeyFigure figure : report.figures()) {
                body.append("<div><small>").append(escape(figure.label())).append("</small><b>");
                body.append(escape(figure.value())).append("</b><em>");
                body.append(escape(figure.note())).append("</em></div>\n");
            }
            body.append("</div>\n");
        }
        body.append("</header>\n");
    }

    private static void contents(StringBuilder body, Report report) {
        if (report.sections().size() < 2 || report.sections().size() > MOST_IN_CONTENTS) {
            return;
        }
        body.append("<nav aria-label=\"Contents\">");
        for (Section section : report.sections()) {
            body.append("<a href=\"#").append(escape(section.anchor())).append("\">");
            body.append(escape(section.title())).append("</a>");
        }
        body.append("</nav>\n");
    }

    private static void section(StringBuilder body, Section section, Report report) {
        body.append("<section id=\"").append(escape(section.anchor())).append("\">\n<h2>");
        body.append(escape(section.title())).append("</h2>\n");
        section.text().forEach(line -> body.append("<p>").append(escape(line)).append("</p>\n"));
        section.equations().forEach(tex -> body.append("<div class=\"equation\" tabindex=\"0\">")
                .append(escape(tex))
                .append("</div>\n"));
        for (int t = 0; t < section.tables().size(); t++) {
            String label = section.title() + (t == 0 ? "" : ", table " + (t + 1));
            table(body, label, section.tables().get(t), report);
        }
        if (!section.plots().isEmpty()) {
            body.append("<div class=\"plots\">\n");
            section.plots().forEach(plot -> figure(body, plot));
            body.append("</div>\n");
        }
        if (!section.links().isEmpty()) {
            body.append("<p class=\"links\">");
            for (Link link : section.links()) {
                body.append("<a href=\"").append(escape(link.target())).append("\">");
                body.append(escape(link.label())).append("</a> ");
            }
            body.append("</p>\n");
        }
        body.append("</section>\n");
    }

    private static void figure(StringBuilder body, Plot plot) {
        body.append("<figure><h3>").append(escape(plot.title())).append("</h3>");
        if (plot instanceof MatrixPlot matrix) {
            body.append("<div class=\"matrix\" role=\"region\" tabindex=\"0\" aria-label=\"")
                    .append(escape(plot.title()))
                    .append("\">")
                    .append(MatrixSvg.inline(matrix))
                    .append("</div>");
        } else {
            boolean square = plot instanceof MapPlot map && map.isSquare();
            body.append("<div class=\"plot").append(square ? " map" : "").append("\" role=\"img\" id=\"");
            body.append(escape(plot.id())).append("\" aria-label=\"");
            body.append(escape(plot.title())).append("\"></div>");
        }
        body.append("<figcaption>").append(escape(plot.caption())).append("</figcaption></figure>\n");
    }

    private static void table(StringBuilder body, String label, Table table, Report report) {
        body.append("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"")
                .append(escape(label))
                .append("\">");
        if (!table.title().isEmpty()) {
            body.append("<h3>").append(escape(table.title())).append("</h3>");
        }
        body.append("<table>\n<thead>");
        boolean[] numeric = table.numeric();
        row(body, numeric, table.head(), "th scope=\"col\"", "", report);
        body.append("</thead>\n<tbody>\n");
        for (List<String> row : table.rows()) {
            row(body, numeric, row, "td", table.anchor(), report);
        }
        body.append("</tbody></table></div>\n");
    }

    private static void row(
            StringBuilder body, boolean[] numeric, List<String> cells, String tag, String anchor, Report report) {
        body.append(anchor.isEmpty() ? "<tr>" : "<tr id=\"" + escape(anchor + "-" + cells.get(0)) + "\">");
        for (int c = 0; c < cells.size(); c++) {
            String cell = cells.get(c);
            String style = numeric[c] ? "number" : Badge.of(cell);
            body.append('<').append(tag).append(style.isEmpty() ? "" : " class=\"" + style + "\"");
            body.append('>');
            if (style.startsWith("badge")) {
                body.append("<span>").append(escape(cell)).append("</span>");
            } else if (report.hasAnchor(cell)) {
                body.append("<a href=\"#").append(escape(cell)).append("\">");
                body.append(escape(cell)).append("</a>");
            } else {
                body.append(escape(cell));
            }
            body.append("</").append(tag, 0, 2).append('>');
        }
        body.append("</tr>\n");
    }

    /** Words that a table shows in colour. */
    private static final class Badge {
        static String of(String cell) {
            switch (cell) {
                case "PASS":
                case "ok":
                case "completed":
                    return "badge good";
                case "FAIL":
                case "broken":
                case "failed":
                    return "badge bad";
                case "INCONCLUSIVE":
                case "AT_FLOOR":
                case "interrupted":
                    return "badge fair";
                default:
                    return "";
            }
        }
    }

    /** Text that HTML shows as it is. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
