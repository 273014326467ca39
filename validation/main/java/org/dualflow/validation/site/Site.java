package org.dualflow.validation.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Renders the documentation: {@code java -cp validation/target/dualflow.jar org.dualflow.validation.site.Site src/site FOLDER}. Every
 * page of {@code markdown} becomes a page of the folder, {@code images} are copied, and {@code api} is the Javadoc of {@code main/java}
 * beside the source, with typeset formulas. Needs a JDK but no network, and neither do the pages.
 */
public final class Site {

    private Site() {}

    /** Renders {@code args[0]} into {@code args[1]}. */
    public static void main(String[] args) throws IOException {
        if (args.length != 2 || !Files.isDirectory(Path.of(args[0], "markdown"))) {
            System.err.println("Site: SOURCE FOLDER is allowed, a source with a folder markdown, for example src/site");
            System.exit(2);
        }
        Path source = Path.of(args[0]);
        Path target = Path.of(args[1]);
        System.out.println(render(source, target).size() + " pages: " + target.resolve("index.html"));
        Path code = source.resolveSibling("main").resolve("java");
        if (Files.isDirectory(code) && ApiPages.isAvailable()) {
            ApiPages.render(code, "org.dualflow", target.resolve("api"));
            System.out.println("Javadoc: " + target.resolve("api").resolve("index.html"));
        }
    }

    /** The pages of a source folder, sorted by name. */
    public static List<MarkdownPage> pages(Path source) throws IOException {
        List<MarkdownPage> pages = new ArrayList<>();
        for (Path file : files(source.resolve("markdown"))) {
            if (file.toString().endsWith(".md")) {
                pages.add(MarkdownPage.read(file));
            }
        }
        return pages;
    }

    /** Renders all pages; returns the files made. */
    public static List<Path> render(Path source, Path target) throws IOException {
        Files.createDirectories(target.resolve("images"));
        String css = resource("site.css");
        List<Path> made = new ArrayList<>();
        for (MarkdownPage page : pages(source)) {
            String name = page.file().getFileName().toString().replaceFirst("\\.md$", ".html");
            String html = resource("page.html")
                    .replace("@title@", page.title())
                    .replace("@css@", css)
                    .replace("@body@", page.body());
            made.add(Files.writeString(target.resolve(name), html));
        }
        for (Path image : files(source.resolve("images"))) {
            Files.copy(
                    image, target.resolve("images").resolve(image.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        return made;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.sorted().toList();
        }
    }

    static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Site.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
