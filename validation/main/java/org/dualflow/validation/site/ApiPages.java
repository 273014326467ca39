package org.dualflow.validation.site;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;
import org.dualflow.validation.report.Katex;

/**
 * The library's Javadoc, its formulas typeset by KaTeX when a page is opened. The pages need no network.
 */
public final class ApiPages {

    private static final String BOTTOM = "<link rel=\"stylesheet\" href=\"{@docRoot}/formulas.css\">"
            + "<script src=\"{@docRoot}/katex.js\"></script><script src=\"{@docRoot}/formulas.js\"></script>";

    private ApiPages() {}

    /** Whether this runtime has the tool, as a JDK does. */
    public static boolean isAvailable() {
        return ToolProvider.findFirst("javadoc").isPresent();
    }

    /**
     * Renders.
     *
     * @param sources root of the packages
     * @param packages those to show, with all below them, separated by colons
     * @throws IOException if the tool refuses the sources, with what it says
     */
    public static void render(Path sources, String packages, Path target) throws IOException {
        Files.createDirectories(target);
        StringWriter said = new StringWriter();
        PrintWriter log = new PrintWriter(said, true);
        int code = ToolProvider.findFirst("javadoc")
                .orElseThrow()
                .run(
                        log,
                        log,
                        "-quiet",
                        "-notimestamp",
                        "-Xdoclint:none",
                        "-encoding",
                        "UTF-8",
                        "-windowtitle",
                        "Dualflow",
                        "--allow-script-in-comments",
                        "-bottom",
                        BOTTOM,
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "-sourcepath",
                        sources.toString(),
                        "-subpackages",
                        packages,
                        "-d",
                        target.toString());
        if (code != 0) {
            throw new IOException("javadoc: " + said);
        }
        Files.writeString(target.resolve("katex.js"), Katex.script());
        Files.writeString(target.resolve("formulas.js"), Site.resource("formulas.js"));
        Files.writeString(
                target.resolve("formulas.css"),
                Katex.style()
                        + "\n.formula { margin: 0.8em 1.5em; overflow: auto hidden; }\n.formula > div { margin: 0.35em 0; }\n");
    }
}
