package org.dualflow.validation.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A {@link Report} as one HTML page that needs no network: style, script and data are in the file. Follows the light or
 * dark setting of the reader.
 */
public final class HtmlReport {

    private static final String ECHARTS = "/META-INF/resources/webjars/echarts/5.5.0/echarts.min.js";

    private HtmlReport() {}

    /** The page. */
    public static String render(Report report) {
        StringBuilder body = new StringBuilder();
        banner(body, report);
        for (Section section : report.sections()) {
            section(body, section);
        }
        String data = Json.compact(report.plots().stream()
                        .filter(plot -> !(plot instanceof MatrixPlot))
                        .map(EchartsOption::of)
                        .toList())
                .replace("<", "\\u003c");
        String page = resource("report.html");
        page = page.replace("{{title}}", escape(report.title()));
        page = page.replace("{{style}}", resource("report.css"));
        page = page.replace("{{body}}", body);
        page = page.replace("{{data}}", data);
        page = page.replace("{{plots}}", resource("report.js"));
        return page.replace("{{echarts}}", resource(ECHARTS).replace("</script", "<\\/script"));
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

    private static void section(StringBuilder body, Section section) {
        body.append("<section>\n<h2>").append(escape(section.title())).append("</h2>\n");
        section.text().forEach(line -> body.append("<p>").append(escape(line)).append("</p>\n"));
        section.tables().forEach(table -> table(body, table));
        if (!section.plots().isEmpty()) {
            body.append("<div class=\"plots\">\n");
            section.plots().forEach(plot -> figure(body, plot));
            body.append("</div>\n");
        }
        body.append("</section>\n");
    }

    private static void figure(StringBuilder body, Plot plot) {
        body.append("<figure><h3>").append(escape(plot.title())).append("</h3>");
        if (plot instanceof MatrixPlot matrix) {
            body.append("<div class=\"matrix\">")
                    .append(MatrixSvg.inline(matrix))
                    .append("</div>");
        } else {
            boolean square = plot instanceof MapPlot map && map.isSquare();
            body.append("<div class=\"plot").append(square ? " map" : "").append("\" id=\"");
            body.append(escape(plot.id())).append("\"></div>");
        }
        body.append("<figcaption>").append(escape(plot.caption())).append("</figcaption></figure>\n");
    }

    private static void table(StringBuilder body, Table table) {
        body.append("<div class=\"table\">");
        if (!table.title().isEmpty()) {
            body.append("<h3>").append(escape(table.title())).append("</h3>");
        }
        body.append("<table>\n<thead>");
        boolean[] numeric = table.numeric();
        row(body, numeric, table.head(), "th", "");
        body.append("</thead>\n<tbody>\n");
        for (List<String> row : table.rows()) {
            row(body, numeric, row, "td", table.anchor());
        }
        body.append("</tbody></table></div>\n");
    }

    private static void row(StringBuilder body, boolean[] numeric, List<String> cells, String tag, String anchor) {
        body.append(anchor.isEmpty() ? "<tr>" : "<tr id=\"" + escape(anchor + "-" + cells.get(0)) + "\">");
        for (int c = 0; c < cells.size(); c++) {
            String cell = cells.get(c);
            String style = numeric[c] ? "number" : Badge.of(cell);
            body.append('<').append(tag).append(style.isEmpty() ? "" : " class=\"" + style + "\"");
            body.append('>').append(style.startsWith("badge") ? "<span>" : "").append(escape(cell));
            body.append(style.startsWith("badge") ? "</span>" : "")
                    .append("</")
                    .append(tag)
                    .append('>');
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

    private static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource " + name + " is missing from the build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
