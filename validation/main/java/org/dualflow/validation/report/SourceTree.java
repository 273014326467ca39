package org.dualflow.validation.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The sources and pages of this project, when a command runs inside its folder: what a report can link to. */
public final class SourceTree {

    private static final Path HARNESS = Path.of("validation", "main", "java", "org", "dualflow", "validation");
    private static final Path CLAIMS = HARNESS.resolve("claim");
    private static final Path MORE_CLAIMS = HARNESS.resolve("phase");
    private static final Path DOCS = Path.of("src", "site", "markdown");

    private final Path root;
    private final TreeMap<Path, List<String>> code;
    private final TreeMap<Path, List<String>> docs;

    private SourceTree(Path root) throws IOException {
        this.root = root;
        code = read(CLAIMS, ".java");
        code.putAll(read(MORE_CLAIMS, ".java"));
        docs = read(DOCS, ".md");
    }

    private TreeMap<Path, List<String>> read(Path folder, String ending) throws IOException {
        TreeMap<Path, List<String>> files = new TreeMap<>();
        try (Stream<Path> list = Files.list(root.resolve(folder))) {
            for (Path file : list.filter(f -> f.toString().endsWith(ending)).toList()) {
                files.put(file, Files.readAllLines(file));
            }
        }
        return files;
    }

    /** The tree that a folder is in, if it is in one that can be read. */
    public static Optional<SourceTree> around(Path folder) {
        for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve(CLAIMS)) && Files.isDirectory(at.resolve(DOCS))) {
                try {
                    return Optional.of(new SourceTree(at));
                } catch (IOException | UncheckedIOException e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Where a claim is made, and the pages that speak of it.
     *
     * @param id of the claim
     * @param from folder of the report
     */
    public List<Link> about(String id, Path from) {
        List<Link> links = new ArrayList<>();
        collect(code, "\"" + id + "\"", from, true, links);
        collect(docs, "`" + id + "`", from, false, links);
        return links;
    }

    private static void collect(
            TreeMap<Path, List<String>> files, String mention, Path from, boolean withLine, List<Link> links) {
        Path base = from.toAbsolutePath().normalize();
        files.forEach((file, lines) -> {
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).contains(mention)) {
                    String target = base.relativize(file).toString().replace('\\', '/');
                    links.add(new Link(file.getFileName() + (withLine ? ", line " + (i + 1) : ""), target));
                    return;
                }
            }
        });
    }
}
