package org.dualflow.run;

import org.dualflow.parallel.Team;
import org.dualflow.time.Evolution;

/** Threads for a solver. */
final class Threads {

    private Threads() {}

    static void require(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads = " + threads + ": at least 1 is allowed");
        }
    }

    static Evolution give(int threads, Evolution evolution) {
        if (threads > 1) {
            evolution.workWith(Team.of(threads));
        }
        return evolution;
    }
}
