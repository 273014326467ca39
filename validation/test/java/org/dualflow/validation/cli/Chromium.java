package org.dualflow.validation.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A browser without a window and without network. */
final class Chromium {

    private static final long MINUTES = 3;

    private final Path program;
    private final Path profile;

    private Chromium(Path program, Path profile) {
        this.program = program;
        this.profile = profile;
    }

    /** The one of this machine, if there is one. */
    static Optional<Chromium> find(Path profile) {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> new Chromium(program, profile));
    }

    /** The page as it is after its scripts, in a window of the given size. */
    String load(Path page, int width, int height) throws IOException, InterruptedException {
        return run(page, List.of("--dump-dom", "--virtual-time-budget=30000", "--window-size=" + width + "," + height));
    }

    /** Prints the page. */
    byte[] print(Path page, Path pdf) throws IOException, InterruptedException {
        run(page, List.of("--print-to-pdf=" + pdf, "--no-pdf-header-footer", "--virtual-time-budget=30000"));
        return Files.readAllBytes(pdf);
    }

    private String run(Path page, List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--allow-file-access-from-files",
                "--host-resolver-rules=MAP * ~NOTFOUND",
                "--user-data-dir=" + profile));
        command.addAll(options);
        command.add(page.toUri().toString());
        Path out = Files.createTempFile(profile, "out", ".html");
        // A browser may crash of itself, on a machine without memory for one; a page that crashes it does so twice.
        for (int attempt = 0; attempt < 2; attempt++) {
            if (ends(command, out)) {
                return Files.readString(out, StandardCharsets.UTF_8);
            }
        }
        throw new IOException("the browser crashed on " + page);
    }

    private static boolean ends(List<String> command, Path out) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new IOException("the browser did not end within " + MINUTES + " minutes");
        }
        return process.exitValue() == 0;
    }
}
