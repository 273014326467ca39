package org.dualflow.validation.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class TableTest {

    private static final Table TABLE =
            new Table("", List.of("name", "value"), List.of(List.of("a|b", "1.5"), List.of("c_d", "-20")));

    @Test
    void numbersAreRightAligned() {
        assertEquals("name  value\n-----------\na|b     1.5\nc_d     -20\n", TABLE.toText());
    }

    @Test
    void markdownAndLatexEscapeTheirOwnSigns() {
        assertTrue(TABLE.toMarkdown().contains("a\\|b"));
        assertTrue(TABLE.toMarkdown().contains("------:|"));
        assertTrue(TABLE.toLatex().contains("c\\_d & -20 \\\\"));
        assertTrue(TABLE.toLatex().contains("a$|$b & 1.5 \\\\"), TABLE.toLatex());
    }

    @Test
    void latexWritesSignsAsCommands() {
        assertEquals("2 $\\pm$ 0.1 -- $\\Delta$t$^{2}$ \\textbackslash{} a\\%", Latex.escaped("2 ± 0.1 – Δt² \\ a%"));
        assertEquals("Größe", Latex.escaped("Größe"), "letters are letters");
    }

    @Test
    void seriesReadBackToTheLastBit() {
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put("time", new double[] {0, 0.1, 1.0 / 3});
        columns.put("a, \"b\"", new double[] {-0.0, Double.MIN_VALUE, Math.PI * 1e300});
        Map<String, double[]> read = SeriesCsv.read(SeriesCsv.write(columns));
        assertEquals(List.copyOf(columns.keySet()), List.copyOf(read.keySet()));
        columns.forEach((name, values) -> {
            double[] back = read.getOrDefault(name, new double[0]);
            for (int i = 0; i < values.length; i++) {
                assertEquals(Double.doubleToRawLongBits(values[i]), Double.doubleToRawLongBits(back[i]), name);
            }
        });
    }

    @Test
    void numbersForPeople() {
        assertEquals("0.0770", Numbers.significant(0.07704, 3));
        assertEquals("11.82", Numbers.brief(11.8152));
        assertEquals("-3.0e-07", Numbers.significant(-3.04e-7, 2));
        assertEquals("123456", Numbers.brief(123456));
        assertEquals("2 min 05 s", Numbers.duration(125));
        assertEquals("33.4 MB", Numbers.bytes(33.4e6));
    }

    @Test
    void picturesArePng() throws IOException {
        double[] x = {1, 10, 100};
        Plot lines = new LinePlot(
                "l",
                "title",
                "",
                Plot.Axis.log("x"),
                Plot.Axis.log("y"),
                List.of(
                        new Curve("a", x, new double[] {1, Double.NaN, 3}, Curve.Style.MARKED),
                        new Curve("a", x, x, Curve.Style.THIN)),
                List.of());
        Plot map = new MapPlot(
                "m",
                "title",
                "",
                Plot.Axis.of("x"),
                Plot.Axis.of("y"),
                new double[] {0, 1},
                new double[] {0, 1},
                new double[][] {{0, 1}, {2, 3}},
                "z",
                0);
        assertEquals(1920, drawn(lines).getWidth());
        BufferedImage square = drawn(map);
        assertEquals(2 * (92 + 660 + 128), square.getWidth());
        assertEquals(0xffffff, square.getRGB(2 * (92 + 165), 2 * (64 + 495)) & 0xffffff, "the least value, lower left");
        assertEquals(0x08244a, square.getRGB(2 * (92 + 495), 2 * (64 + 165)) & 0xffffff, "the largest, upper right");
    }

    private static BufferedImage drawn(Plot plot) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Pictures.write(plot, out);
        return ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
    }

    @Test
    void thePageNeedsNoNetworkAndKeepsTextAsText() {
        Report report = new Report(
                "a < b",
                "sub",
                true,
                "Completed",
                "</script><script>alert(1)</script>",
                List.of(),
                List.of(new Section("s", List.of("x & y"), List.of(TABLE), List.of())));
        String page = HtmlReport.render(report);
        assertTrue(page.contains("<h1>a &lt; b</h1>"));
        assertFalse(page.contains("<script>alert"));
        assertFalse(page.contains("<script src"));
        assertFalse(page.contains("<link"));
        assertFalse(page.contains("{{"));
        assertArrayEquals(new int[] {3}, new int[] {page.split("</script>", -1).length - 1});
    }
}
