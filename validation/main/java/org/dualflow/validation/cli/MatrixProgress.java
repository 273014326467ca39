package org.dualflow.validation.cli;

import java.io.PrintWriter;
import org.dualflow.validation.defect.MatrixRunner;
import org.dualflow.validation.report.Numbers;

/** How far the matrix of defects and claims has come: a bar on a terminal, elsewhere a line per defect. */
final class MatrixProgress implements MatrixRunner.Listener, AutoCloseable {

    private final ProgressDisplay display;
    private final long begun = System.nanoTime();
    private double sound;

    MatrixProgress(PrintWriter err) {
        this.display = new ProgressDisplay(err, "verify", 1, Terminal.onStderr());
    }

    /** The time left is known once the claims have run on the library as it is: their times tell what the rest will take. */
    @Override
    public void done(MatrixRunner.Part part, double fraction, String line) {
        double seconds = 1e-9 * (System.nanoTime() - begun);
        if (part == MatrixRunner.Part.SOUND) {
            sound = seconds;
            display.report(0, 0, Math.round(100 * fraction) + " % of the claims without defects");
            display.line(line);
        } else {
            double left = (seconds - sound) * (1 / fraction - 1);
            display.report(0, fraction, "");
            display.line(line + (fraction < 1 ? " (" + Numbers.duration(left) + " left)" : ""));
        }
    }

    @Override
    public void close() {
        display.close();
    }
}
