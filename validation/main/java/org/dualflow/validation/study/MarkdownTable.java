package org.dualflow.validation.study;

import java.util.List;
import java.util.Locale;

/** A convergence table as Markdown that is also readable as plain text: columns are padded. */
final class MarkdownTable {

    private MarkdownTable() {}

    static String of(ConvergenceTable table) {
        StringBuilder text = new StringBuilder();
        text.append("**").append(table.title()).append("**\n\n");
        OrderFit fit = table.fit();
        boolean noisy = table.levels().stream().anyMatch(level -> level.standardError() > 0);
        row(
                text,
                table.resolution().symbol(),
                table.quantity() + " error",
                noisy ? "std. error" : "",
                "order",
                "time [s]",
                "fit");
        text.append(
                noisy
                        ? "|-----------:|-------------:|-------------:|--------:|---------:|-----|\n"
                        : "|-----------:|-------------:|--------:|---------:|-----|\n");
        double[] orders = OrderFit.pairwiseOrders(table.levels());
        List<Level> levels = table.levels();
        for (int k = 0; k < levels.size(); k++) {
            Level level = levels.get(k);
            row(
                    text,
                    table.resolution().format(level.h()),
                    Format.number(level.error()),
                    noisy ? Format.number(level.standardError()) : "",
                    k == 0 ? "" : Format.order(orders[k - 1]),
                    String.format(Locale.ROOT, "%.3f", level.seconds()),
                    fit.window().contains(level) && fit.isUsable() ? "✓" : "");
        }
        text.append('\n').append(table.verdict()).append(": measured ").append(table.measured());
        text.append("; expected ").append(table.expectation().describe()).append(".\n");
        if (fit.floor() > 0 && !table.expectation().expectsRoundOff()) {
            text.append("Floor estimated at ")
                    .append(Format.number(fit.floor()))
                    .append(".\n");
        }
        return text.append("Why: ")
                .append(table.expectation().reason())
                .append('\n')
                .toString();
    }

    private static void row(
            StringBuilder text, String h, String error, String deviation, String order, String time, String fit) {
        text.append(String.format(Locale.ROOT, "| %10s | %12s |", h, error));
        if (!deviation.isEmpty()) {
            text.append(String.format(Locale.ROOT, " %12s |", deviation));
        }
        text.append(String.format(Locale.ROOT, " %7s | %8s | %-3s |\n", order, time, fit));
    }
}
