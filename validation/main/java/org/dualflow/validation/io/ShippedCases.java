package org.dualflow.validation.io;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dualflow.validation.io.schema.BadCaseException;

/** The case files that come with the project, found from where the program is. */
public final class ShippedCases {

    private ShippedCases() {}

    /** Case files and their titles, by path relative to the working folder; empty if the program was moved away. */
    public static Map<Path, String> all() throws IOException {
        Map<Path, String> cases = new TreeMap<>();
        Path folder = folder();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
                    cases.put(shorter(file), title(file));
                }
            }
        }
        return cases;
    }

    private static String title(Path file) {
        try {
            return CaseReader.read(file, List.of()).file().title();
        } catch (BadCaseException e) {
            return "refused: " + e.problems().get(0);
        }
    }

    /** {@code validation/cases}, beside {@code validation/target/dualflow.jar}. */
    private static Path folder() {
        try {
            Path code = Path.of(ShippedCases.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            Path module = code.resolve("../../cases").normalize();
            return Files.isDirectory(module) ? module : Path.of("validation", "cases");
        } catch (URISyntaxException e) {
            return Path.of("validation", "cases");
        }
    }

    private static Path shorter(Path file) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = file.toAbsolutePath().normalize();
        return absolute.startsWith(here) ? here.relativize(absolute) : absolute;
    }
}
