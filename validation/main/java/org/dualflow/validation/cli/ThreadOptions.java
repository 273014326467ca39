package org.dualflow.validation.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How many threads compute. */
final class ThreadOptions {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    private int count = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads that compute (default: one per processor). Results do not depend on it.")
    void setCount(int value) {
        if (value < 1) {
            throw new ParameterException(
                    java.util.Objects.requireNonNull(spec).commandLine(),
                    "--threads = " + value + ": at least 1 is allowed");
        }
        count = value;
    }

    int count() {
        return count;
    }
}
