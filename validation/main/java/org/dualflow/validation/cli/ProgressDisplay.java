package org.dualflow.validation.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Progress on standard error: one bar with an estimate of the time left on a terminal, a line per finished task
 * elsewhere. Thread-safe.
 */
final class ProgressDisplay implements AutoCloseable {

    private static final int TICKS = 1000;

    private final PrintWriter err;
    private final double[] fractions;
    private final String[] notes;
    private final Optional<ProgressBar> bar;

    /**
     * @param err receives lines if there is no terminal
     * @param tasks how many tasks make up the whole
     * @param terminal whether to draw a bar
     */
    ProgressDisplay(PrintWriter err, String name, int tasks, boolean terminal) {
        this.err = err;
        this.fractions = new double[tasks];
        this.notes = new String[tasks];
        Arrays.fill(notes, "");
        this.bar = terminal
                ? Optional.of(new ProgressBarBuilder()
                        .setTaskName(name)
                        .setInitialMax(TICKS)
                        .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                        .setUpdateIntervalMillis(100)
                        .setConsumer(new ConsoleProgressBarConsumer(System.err))
                        .build())
                : Optional.empty();
    }

    /** A task has come so far. */
    synchronized void report(int task, double fraction, String note) {
        fractions[task] = Math.min(1, fraction);
        notes[task] = note;
        bar.ifPresent(b -> {
            b.stepTo(Math.round(TICKS * Arrays.stream(fractions).average().orElse(0)));
            b.setExtraMessage(" "
                    + String.join(
                            "  ", Arrays.stream(notes).filter(n -> !n.isEmpty()).toList()));
        });
    }

    /** Something worth a line where there is no bar. */
    synchronized void line(String text) {
        if (bar.isEmpty()) {
            err.println(text);
            err.flush();
        }
    }

    /** A task is done. */
    synchronized void done(int task, String line) {
        report(task, 1, "");
        line(line);
    }

    /** A step size for a note. */
    static String step(String name, double step) {
        return name + String.format(Locale.ROOT, " Δt %.2g", step);
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
    }
}
