package org.dualflow.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compiles the C sources of this module for this machine into a temporary folder, and runs them. */
final class CReference {

    private static final List<String> FLAGS = List.of("-O3", "-march=native", "-ffast-math");

    private final Path folder;
    private final Map<String, Path> programs = new HashMap<>();

    CReference() throws IOException {
        folder = Files.createTempDirectory("dualflow-bench");
        folder.toFile().deleteOnExit();
        extract("bench.h");
    }

    /** The best time of one operation in seconds. */
    double seconds(String source, List<String> arguments) throws IOException, InterruptedException {
        Path program = programs.get(source);
        if (program == null) {
            program = compile(source);
            programs.put(source, program);
        }
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments);
        return Double.parseDouble(run(command).trim());
    }

    private Path compile(String source) throws IOException, InterruptedException {
        Path program = folder.resolve(source + ".exe");
        program.toFile().deleteOnExit();
        List<String> command = new ArrayList<>(List.of(source.endsWith(".c") ? "gcc" : "g++"));
        command.addAll(FLAGS);
        command.addAll(List.of("-o", program.toString(), extract(source).toString(), "-lm"));
        run(command);
        return program;
    }

    private Path extract(String name) throws IOException {
        Path file = folder.resolve(name);
        file.toFile().deleteOnExit();
        try (InputStream in = CReference.class.getResourceAsStream("/c/" + name)) {
            if (in == null) {
                throw new IOException("no C source " + name);
            }
            Files.write(file, in.readAllBytes());
        }
        return file;
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        if (code != 0) {
            throw new IOException(String.join(" ", command) + ": exit code " + code);
        }
        return output;
    }
}
