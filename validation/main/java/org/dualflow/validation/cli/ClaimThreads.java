package org.dualflow.validation.cli;

import java.io.PrintWriter;

/** How many claims run at one time. A claim computes on one thread. */
final class ClaimThreads {

    /** Memory, in bytes, that is set aside for each claim. One that needs more is run again alone. */
    private static final double EACH = 512e6;

    private ClaimThreads() {}

    /** As many as wanted, if there is memory for them; otherwise fewer, and a line that says so. */
    static int fitting(int wanted, PrintWriter err) {
        int fitting = (int) Math.max(1, Math.min(wanted, Runtime.getRuntime().maxMemory() / EACH));
        if (fitting < wanted) {
            err.println(fitting + " claims at one time: there is no memory for more (java -Xmx)");
        }
        return fitting;
    }
}
