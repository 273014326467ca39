package org.dualflow.validation.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether somebody is looking. */
final class Terminal {

    private static final Path STDERR = Path.of("/proc/self/fd/2");

    private Terminal() {}

    /** Whether standard error is a terminal. */
    static boolean onStderr() {
        try {
            if (Files.isSymbolicLink(STDERR)) {
                String target = Files.readSymbolicLink(STDERR).toString();
                return target.startsWith("/dev/pts") || target.startsWith("/dev/tty");
            }
        } catch (IOException e) {
            return false;
        }
        return System.console() != null;
    }
}
