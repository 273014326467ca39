package org.dualflow.validation.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dualflow.validation.cli.Dualflow;
import org.dualflow.validation.io.CaseReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/**
 * Every block of code in the documentation and the README is compiled, read or parsed, and run where that takes no longer than a
 * moment; every link leads somewhere.
 *
 * <p>The Java blocks of a page are one program, top to bottom; classes of the library, the harness and {@code java.util} need no
 * imports. A block with {@code slow} behind {@code java} makes its page run in the study tier only. YAML blocks are whole case files. Commands stand in indented blocks.
 */
class DocumentationTest {

    private static final Path SITE = Sources.ROOT.resolve("src/site");
    private static final Pattern PROGRAM = Pattern.compile("^(java|javac|mvn|awk) .*");
    private static final String JAR = "java -jar validation/target/dualflow.jar ";
    private static final Set<String> CHEAP = Set.of("judge", "list", "explain");

    @TempDir
    Path folder = Path.of("");

    static List<MarkdownPage> pages() throws IOException {
        List<MarkdownPage> pages = new ArrayList<>(Site.pages(SITE));
        pages.add(MarkdownPage.read(Sources.ROOT.resolve("README.md")));
        return pages;
    }

    private static boolean isSlow(MarkdownPage page) {
        return page.blocks().stream().anyMatch(block -> block.info().equals("java slow"));
    }

    private static String className(MarkdownPage page) {
        return "Page_" + page.file().getFileName().toString().replaceAll("\\W", "_");
    }

    @Test
    void javaBlocksCompileAndRun() throws Throwable {
        runJava(page -> !isSlow(page));
    }

    @Tag("study")
    @Test
    void slowJavaBlocksRun() throws Throwable {
        runJava(DocumentationTest::isSlow);
    }

    private void runJava(java.util.function.Predicate<MarkdownPage> chosen) throws Throwable {
        List<Path> sources = new ArrayList<>();
        List<MarkdownPage> programs = new ArrayList<>();
        for (MarkdownPage page : pages()) {
            List<String> blocks = page.blocks().stream()
                    .filter(block -> block.language().equals("java"))
                    .map(MarkdownPage.Block::text)
                    .toList();
            if (!blocks.isEmpty()) {
                programs.add(page);
                Path file = folder.resolve(className(page) + ".java");
                sources.add(Files.writeString(file, program(className(page), String.join("\n", blocks))));
            }
        }
        assertTrue(programs.size() > 5, "pages with Java: " + programs.size());
        Sources.compile(sources, folder);
        for (MarkdownPage page : programs) {
            if (chosen.test(page)) {
                Sources.call(folder, className(page), "run", folder);
            }
        }
    }

    private static String program(String name, String blocks) {
        StringBuilder text = new StringBuilder();
        Sources.packages().forEach(imported -> text.append("import " + imported + ".*;\n"));
        text.append("import java.nio.file.Path;\nimport java.util.List;\nimport java.util.Map;\n");
        text.append("import java.util.Optional;\n");
        StringBuilder body = new StringBuilder();
        blocks.lines().forEach(line -> (line.startsWith("import ") ? text : body).append(line + "\n"));
        text.append("class " + name + " {\nstatic void run(Path folder) throws Exception {\n" + body + "}\n}\n");
        return text.toString();
    }

    @Test
    void yamlBlocksAreCaseFiles() throws Exception {
        int count = 0;
        for (MarkdownPage page : pages()) {
            for (MarkdownPage.Block block : page.blocks()) {
                if (block.language().equals("yaml")) {
                    Path file = Files.writeString(folder.resolve("case-" + count++ + ".yaml"), block.text());
                    CaseReader.read(file, List.of());
                }
            }
        }
        assertTrue(count > 2, "blocks of YAML: " + count);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void commandsAreUnderstood(MarkdownPage page) throws IOException {
        String table = "";
        for (MarkdownPage.Block block : page.blocks()) {
            if (block.info().isEmpty()
                    && !block.text().startsWith("java")
                    && block.text().matches("(?s)\\w+(,\\w+)+\n.*")) {
                table = block.text().split("\n\n")[0] + "\n";
            }
            for (String line : block.text().replace("\\\n", " ").split("\n")) {
                if (block.info().isEmpty() && PROGRAM.matcher(line).matches()) {
                    for (String command : line.split("&&")) {
                        understand(command.trim(), table);
                    }
                }
            }
        }
    }

    private void understand(String command, String table) throws IOException {
        if (!command.startsWith(JAR) || command.contains("COMMAND")) {
            for (String word : words(command)) {
                if (word.matches("(validation|src)/(?!target|bench/target).*")) {
                    assertFalse(matches(word).isEmpty(), "no such file: " + word);
                }
            }
            return;
        }
        List<String> words = words(command.substring(JAR.length()));
        CommandLine program = Dualflow.commandLine();
        program.parseArgs(words.toArray(String[]::new));
        List<String> here = new ArrayList<>();
        for (String word : words) {
            Path file = Sources.ROOT.resolve(word);
            if (word.endsWith(".yaml") || word.startsWith("validation/examples")) {
                assertTrue(Files.exists(file), "no such file: " + word);
            }
            if (word.endsWith(".csv") && !Files.exists(file)) {
                file = Files.writeString(folder.resolve(word), table);
            }
            here.add(Files.exists(file) ? file.toString() : word);
        }
        if (CHEAP.contains(words.get(0))) {
            if (words.get(0).equals("judge") && !words.contains("--out")) {
                here.addAll(List.of("--out", folder.resolve("out").toString()));
            }
            StringWriter err = new StringWriter();
            program.setErr(new PrintWriter(err, true));
            program.setOut(new PrintWriter(new StringWriter()));
            assertTrue(program.execute(here.toArray(String[]::new)) <= Dualflow.FAILED, command + ": " + err);
        }
    }

    private static List<Path> matches(String word) {
        Path file = Sources.ROOT.resolve(word.replaceFirst("\\*.*", ""));
        try (Stream<Path> found = word.contains("*") ? Files.list(file) : Stream.of(file)) {
            return found.filter(Files::exists).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a shell cuts a line: at blanks, not inside quotes. */
    private static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        Matcher matcher = Pattern.compile("(?:[^\\s\"']|\"[^\"]*\"|'[^']*')+").matcher(command);
        while (matcher.find()) {
            words.add(matcher.group().replaceAll("[\"']", ""));
        }
        return words;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksLeadSomewhere(MarkdownPage page) throws IOException {
        for (String link : page.links()) {
            if (link.matches("(https|mailto):.*")) {
                continue;
            }
            String[] parts = link.split("#", 2);
            Path file = parts[0].isEmpty()
                    ? page.file()
                    : page.file().resolveSibling(parts[0]).normalize();
            assertTrue(Files.exists(file), page.file() + ": " + link);
            if (parts.length > 1) {
                assertTrue(MarkdownPage.read(file).anchors().contains(parts[1]), page.file() + ": " + link);
            }
        }
    }

    /** Every page can be reached from the start page, and what is rendered links to files that were rendered. */
    @Test
    void theSiteIsWhole() throws IOException {
        List<Path> made = Site.render(SITE, folder);
        assertEquals(Site.pages(SITE).size(), made.size());
        List<Path> reached = new ArrayList<>(List.of(folder.resolve("index.html")));
        for (int k = 0; k < reached.size(); k++) {
            Matcher matcher = Pattern.compile("(?:href|src)=\"([^\":#]+)(?:#[^\"]*)?\"")
                    .matcher(Files.readString(reached.get(k)));
            while (matcher.find()) {
                Path file = reached.get(k).resolveSibling(matcher.group(1)).normalize();
                boolean inside = file.startsWith(folder);
                assertTrue(!inside || Files.exists(file), reached.get(k) + ": " + matcher.group(1));
                Optional<Path> page =
                        Optional.of(file).filter(f -> inside && f.toString().endsWith(".html"));
                page.filter(f -> !reached.contains(f)).ifPresent(reached::add);
            }
        }
        assertEquals(made.size(), reached.size(), "reached: " + reached);
    }
}
