package org.dualflow.validation.cli;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dualflow.validation.claim.Claim;
import org.dualflow.validation.claim.ClaimOutcome;
import org.dualflow.validation.claim.ClaimRunner;
import org.dualflow.validation.report.Numbers;

/** How far a run of claims has come: a bar on a terminal, elsewhere a line per claim, both with the time left. */
final class ClaimsProgress implements ClaimRunner.Listener, AutoCloseable {

    /** A claim of the full suite takes, about, as long as this many of the fast one. */
    private static final double FULL = 30;

    private final ProgressDisplay display;
    private final Map<Claim, Double> fractions = new HashMap<>();
    private final int claims;
    private final double whole;
    private final long begun = System.nanoTime();
    private int done;

    ClaimsProgress(PrintWriter err, List<Claim> claims) {
        this.display = new ProgressDisplay(err, "verify", 1, Terminal.onStderr());
        this.claims = claims.size();
        this.whole = claims.stream().mapToDouble(ClaimsProgress::weight).sum();
    }

    private static double weight(Claim claim) {
        return claim.suite() == Claim.Suite.FULL ? FULL : 1;
    }

    @Override
    public void started(Claim claim, int index, int total) {
        progressed(claim, 0, "");
    }

    @Override
    public void progressed(Claim claim, double fraction, String what) {
        fractions.put(claim, Math.min(1, fraction));
        show(claim.id() + (what.isEmpty() ? "" : ": " + what));
    }

    @Override
    public void finished(ClaimOutcome outcome) {
        done++;
        fractions.put(outcome.claim(), 1.0);
        show("");
        display.line(outcome.result().verdict() + " " + outcome.claim().id() + ": "
                + outcome.result().measured() + " (" + done + " of " + claims + left() + ")");
    }

    private void show(String note) {
        display.report(0, fraction(), done + " of " + claims + " " + note);
    }

    private double fraction() {
        return fractions.entrySet().stream()
                        .mapToDouble(entry -> weight(entry.getKey()) * entry.getValue())
                        .sum()
                / whole;
    }

    private String left() {
        double seconds = 1e-9 * (System.nanoTime() - begun);
        return done == claims ? "" : ", " + Numbers.duration(seconds * (1 / fraction() - 1)) + " left";
    }

    @Override
    public void close() {
        display.close();
    }
}
