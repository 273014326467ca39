package org.dualflow.restart;

import java.io.IOException;

/** A file is no checkpoint that the computation at hand could be continued from. */
public final class BadCheckpointException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String found;
    private final String allowed;

    BadCheckpointException(String file, String found, String allowed) {
        super(file + ": " + found + ": " + allowed);
        this.found = found;
        this.allowed = allowed;
    }

    /** What is wrong. */
    public String found() {
        return found;
    }

    /** What is allowed. */
    public String allowed() {
        return allowed;
    }
}
