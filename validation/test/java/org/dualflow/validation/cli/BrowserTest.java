package org.dualflow.validation.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dualflow.validation.site.ApiPages;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every kind of report in a real browser without network: no error, no request, all plots and formulas drawn, no breach
 * of the rules of accessibility that axe checks, no sideways scrolling on a telephone, and that of a run prints. Skipped on a
 * machine that has no Chromium.
 */
class BrowserTest {

    private static final Pattern PROBE = Pattern.compile("<pre id=\"probe\">([^<]*)</pre>");
    private static final Pattern SHEET = Pattern.compile("/Type /Page\\b");
    private static final int TELEPHONE = 390;

    private static final String CASE = """
            title: Tiny
            model: jensen-shannon-flow
            parameters: {lower: -8, upper: 8, target: [{weight: 1, mean: 0, sd: 1}]}
            initial: {generator: {normal: {mean: 1, sd: 0.5}}}
            time: {end: 1}
            grid: {cells: 60, scheme: implicit-extrapolated}
            output: {every: 0.1}
            """;

    /** With a section about its data beside the data of the page's plots. */
    private static final String SAMPLES = CASE.replace(
            "target: [{weight: 1, mean: 0, sd: 1}]", "samples: {file: points.csv, columns: [x], bandwidth: 0.5}");

    private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");

    @TempDir
    private static Path folder;

    private static Chromium browser;

    /** The commands that write reports. */
    enum Kind {
        RUN("run", CASE, List.of()),
        RUN_ON_DATA("run", SAMPLES, List.of()),
        CONVERGE("converge", DualflowTest.TINY, List.of()),
        AGREE("agree", DualflowTest.TINY, List.of("--levels", "4")),
        SWEEP(
                "sweep",
                DualflowTest.TINY,
                List.of("--over", "parameters.amplitude=1:1.4:3", "--over", "grid.cells=11,21")),
        VERIFY("verify", "", List.of("--claim", "upwind-slab-first-order", "--claim", "upwind-sink-on-centre-exact"));

        private final String command;
        private final String text;
        private final List<String> options;

        Kind(String command, String text, List<String> options) {
            this.command = command;
            this.text = text;
            this.options = options;
        }

        Path report() throws IOException {
            Path out = folder.resolve(name());
            List<String> arguments = new java.util.ArrayList<>(List.of(command));
            if (!text.isEmpty()) {
                arguments.add(Files.writeString(folder.resolve(name() + ".yaml"), text)
                        .toString());
            }
            arguments.addAll(options);
            arguments.addAll(List.of("--out", out.toString()));
            DualflowTest.Outcome outcome = DualflowTest.execute(arguments.toArray(String[]::new));
            assertTrue(Files.exists(out.resolve("report.html")), outcome.toString());
            return out.resolve("report.html");
        }
    }

    @BeforeAll
    static void find() throws IOException {
        Files.writeString(folder.resolve("points.csv"), "x\n-1\n0.5\nNA\n1\n");
        browser = Chromium.find(Files.createDirectory(folder.resolve("profile")))
                .orElseGet(() -> abort("no Chromium on this machine"));
    }

    /** Every formula of a page of the Javadoc is typeset, none is left in its Unicode. */
    @Test
    void javadocIsTypeset() throws Exception {
        Path api = folder.resolve("api");
        ApiPages.render(Path.of("..", "src", "main", "java"), "org.dualflow", api);
        for (String type : List.of("gan/KernelGan", "movement/GridMover", "time/SspRungeKutta")) {
            String dom = browser.load(api.resolve("org/dualflow/" + type + ".html"), 1280, 1000);
            assertTrue(dom.contains("data-left-formulas=\"0\""), type);
            assertTrue(dom.contains("class=\"katex\""), type);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReportIsWhole(Kind kind) throws Exception {
        Path report = kind.report();
        String text = Files.readString(report);
        List<String> ids = ID.matcher(text.substring(0, text.indexOf("<script")))
                .results()
                .map(match -> match.group(1))
                .toList();
        assertEquals(ids.stream().distinct().toList(), ids, "names on the page");
        boolean run = kind.command.equals("run");
        Path page = probed(report);
        JsonNode desk = drawn(page);
        assertAll(
                () -> assertEquals("[]", desk.get("wrong").toString()),
                () -> assertEquals("[]", desk.get("requests").toString()),
                () -> assertEquals("[]", desk.get("violations").toString()),
                () -> assertEquals("[]", desk.get("lost").toString()),
                () -> assertTrue(desk.get("passes").asInt() > 10, "rules of accessibility were checked"),
                () -> assertTrue(desk.get("plots").asInt() > 0, "plots"),
                () -> assertEquals(desk.get("plots"), desk.get("drawn")),
                () -> assertEquals(run, desk.get("equations").asInt() > 0, "equations"),
                () -> assertEquals(desk.get("equations"), desk.get("typeset")),
                () -> assertEquals(0, desk.get("malformed").asInt()));
        JsonNode telephone = seen(browser.load(framed(page), 1280, 1000));
        assertEquals(TELEPHONE, telephone.get("width").asInt());
        assertEquals(TELEPHONE, telephone.get("needed").asInt(), "width of the page on a telephone");
        if (!run) {
            return;
        }
        String pdf = new String(browser.print(page, folder.resolve("page.pdf")), StandardCharsets.ISO_8859_1);
        assertTrue(pdf.startsWith("%PDF-"));
        assertTrue(SHEET.matcher(pdf).results().count() >= 1, "sheets");
    }

    /** What the eyes and ears above are for: each of them notices what it looks for. */
    @Test
    void aBrokenPageIsSeenToBe() throws Exception {
        Path page = Files.writeString(folder.resolve("broken.html"), """
                <!doctype html><html><head><title>broken</title></head><body>
                <script>throw new Error("out of order")</script>
                <img src="https://localhost:1/picture.png">
                <a href="#nowhere">nowhere</a>
                <div class="plot"></div>
                <div class="equation">x</div>
                <span class="katex-error">x^</span>
                <div style="width: 2000px">wide</div>
                </body></html>
                """);
        JsonNode desk = seen(browser.load(probed(page), 1280, 1000));
        assertAll(
                () -> assertTrue(desk.get("wrong").toString().contains("out of order"), desk.toString()),
                () -> assertTrue(desk.get("requests").toString().contains("picture.png"), desk.toString()),
                () -> assertTrue(desk.get("violations").toString().contains("image-alt"), desk.toString()),
                () -> assertEquals("[\"nowhere\"]", desk.get("lost").toString()),
                () -> assertEquals(1, desk.get("plots").asInt()),
                () -> assertEquals(0, desk.get("drawn").asInt()),
                () -> assertEquals(1, desk.get("equations").asInt()),
                () -> assertEquals(0, desk.get("typeset").asInt()),
                () -> assertEquals(1, desk.get("malformed").asInt()));
        JsonNode telephone = seen(browser.load(framed(page), 1280, 1000));
        assertEquals(TELEPHONE, telephone.get("width").asInt());
        assertTrue(telephone.get("needed").asInt() >= 2000, telephone.toString());
    }

    /**
     * What is seen once all plots are drawn. The browser's clock runs ahead where nothing is left to do, and on a machine under load it
     * may end before a frame was painted: then the page is loaded once more.
     */
    private static JsonNode drawn(Path page) throws Exception {
        JsonNode first = seen(browser.load(page, 1280, 30_000));
        return first.get("drawn").equals(first.get("plots")) ? first : seen(browser.load(page, 1280, 30_000));
    }

    /** A copy of a page with eyes and ears. */
    private static Path probed(Path report) throws IOException {
        String page = Files.readString(report);
        page = page.replaceFirst(
                "<head>", Matcher.quoteReplacement("<head><script>" + script("watch.js") + "</script>"));
        int end = page.lastIndexOf("</body>");
        String eyes = "<script>" + script("/axe.min.js").replace("</script", "<\\/script") + "</script><script>"
                + script("probe.js") + "</script>";
        return Files.writeString(
                report.resolveSibling("probed.html"), page.substring(0, end) + eyes + page.substring(end));
    }

    /** A page that shows another as wide as a telephone: windows cannot be that narrow. */
    private static Path framed(Path page) throws IOException {
        return Files.writeString(
                page.resolveSibling("framed.html"),
                "<!doctype html><iframe id=\"inner\" src=\"probed.html\" width=\"" + TELEPHONE
                        + "\" height=\"844\" style=\"border:0\"></iframe><script>" + script("frame.js") + "</script>");
    }

    private static JsonNode seen(String dom) {
        Matcher probe = PROBE.matcher(dom);
        assertTrue(probe.find(), "the page's scripts came to their end");
        return new JsonMapper().readTree(Base64.getMimeDecoder().decode(probe.group(1)));
    }

    private static String script(String name) throws IOException {
        try (InputStream in = BrowserTest.class.getResourceAsStream(name)) {
            return new String(java.util.Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
