package org.dualflow.validation.cli;

import java.io.PrintWriter;
import org.dualflow.validation.report.Numbers;
import org.dualflow.validation.sweep.PointRecord;
import org.dualflow.validation.sweep.Sweep;
import org.dualflow.validation.sweep.SweepFolder;

/**
 * How far a sweep has come: a bar on a terminal, elsewhere a line now and then, both with an estimate of the time left.
 * Thread-safe.
 */
final class SweepProgress implements Sweep.Listener, AutoCloseable {

    private static final double SECONDS_BETWEEN_LINES = 5;

    private final PrintWriter err;
    private final ProgressDisplay display;
    private final long begun = System.nanoTime();
    private double told;
    private int missing;
    private int done;

    SweepProgress(PrintWriter err, String name) {
        this.err = err;
        this.display = new ProgressDisplay(err, name, 1, Terminal.onStderr());
    }

    @Override
    public synchronized void damaged(SweepFolder.Found.Damaged record) {
        err.println(record + ": it is computed again");
        err.flush();
    }

    @Override
    public synchronized void started(int newMissing, int ofShard) {
        missing = newMissing;
        if (missing < ofShard) {
            display.line(ofShard - missing + " of " + ofShard + " points are there already");
        }
    }

    @Override
    public synchronized void finished(PointRecord point) {
        done++;
        double seconds = (System.nanoTime() - begun) * 1e-9;
        double left = seconds / done * (missing - done);
        String line = done + " of " + missing + " points, " + Numbers.duration(left) + " left";
        display.report(0, (double) done / missing, done + " of " + missing + " points");
        if (done == missing || seconds - told > SECONDS_BETWEEN_LINES) {
            told = seconds;
            display.line(done == missing ? missing + " points in " + Numbers.duration(seconds) : line);
        }
    }

    @Override
    public void close() {
        display.close();
    }
}
