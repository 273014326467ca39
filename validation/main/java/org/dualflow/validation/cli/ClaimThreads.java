package org.dualflow.validation.cli;

import java.io.PrintWriter;

/** How many claims run at one time. A claim computes on one thread. */
final class ClaimThreads {

    /** The memory, in bytes, with which every claim of either suite runs alone. */
    static final double NEEDED = 512e6;

    private ClaimThreads() {}

    /** As many as wanted, if there is memory for them; otherwise fewer, and a line that says so. */
    static int fitting(int wanted, PrintWriter err) {
        int fitting = (int) Math.max(1, Math.min(wanted, Runtime.getRuntime().maxMemory() / NEEDED));
        if (fitting < wanted) {
            err.println(fitting + " claims at one time: there is no memory for more (java -Xmx)");
        }
        return fitting;
    }
}
