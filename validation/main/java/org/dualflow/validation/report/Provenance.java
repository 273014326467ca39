package org.dualflow.validation.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Where a result comes from.
 *
 * @param version of Dualflow
 * @param revision git revision of the build, {@code unknown} if it was built without git
 * @param dirty whether the build had changes that were not committed
 * @param jdk version and vendor of the Java runtime
 * @param system operating system
 * @param cpu processor
 * @param threads that the computation may use
 * @param seeds of random numbers; empty if none were drawn
 * @param command as it was typed, without the name of the program
 * @param began when
 */
public record Provenance(
        String version,
        String revision,
        boolean dirty,
        String jdk,
        String system,
        String cpu,
        int threads,
        List<Long> seeds,
        String command,
        Instant began) {

    /** Copies the list. */
    public Provenance {
        seeds = List.copyOf(seeds);
    }

    /** This build on this machine, now. */
    public static Provenance now(String command, int threads, List<Long> seeds) {
        Properties build = build();
        return new Provenance(
                build.getProperty("git.build.version", "unknown"),
                build.getProperty("git.commit.id.full", "unknown"),
                Boolean.parseBoolean(build.getProperty("git.dirty", "false")),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                processor(),
                threads,
                seeds,
                command,
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    /** Version of this build, and its revision. */
    public static String buildLabel() {
        Properties build = build();
        String revision = build.getProperty("git.commit.id.full", "unknown");
        return build.getProperty("git.build.version", "unknown") + " (revision "
                + revision.substring(0, Math.min(10, revision.length()))
                + (Boolean.parseBoolean(build.getProperty("git.dirty", "false")) ? ", changed" : "") + ")";
    }

    private static Properties build() {
        Properties properties = new Properties();
        try (InputStream in = Provenance.class.getResourceAsStream("build.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            properties.clear();
        }
        return properties;
    }

    private static String processor() {
        Path info = Path.of("/proc/cpuinfo");
        if (Files.isReadable(info)) {
            try (Stream<String> lines = Files.lines(info)) {
                return lines.filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).trim())
                        .findFirst()
                        .orElse(System.getProperty("os.arch"));
            } catch (IOException | java.io.UncheckedIOException e) {
                return System.getProperty("os.arch");
            }
        }
        return System.getProperty("os.arch");
    }

    /** As {@code summary.json} holds it. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("version", version);
        map.put("revision", revision);
        map.put("dirty", dirty);
        map.put("jdk", jdk);
        map.put("system", system);
        map.put("cpu", cpu);
        map.put("threads", threads);
        map.put("seeds", seeds);
        map.put("command", command);
        map.put("began", began.toString());
        return map;
    }

    /** As the end of a report. */
    public Section toSection() {
        List<List<String>> rows = new ArrayList<>();
        toMap().forEach((key, value) -> rows.add(List.of(key, text(value))));
        return new Section("Provenance", List.of(), List.of(new Table("", List.of("what", "value"), rows)), List.of());
    }

    private static String text(Object value) {
        return value instanceof List<?> list && list.isEmpty() ? "none drawn" : value.toString();
    }
}
