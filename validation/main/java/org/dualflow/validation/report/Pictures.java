package org.dualflow.validation.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Plots as PNG pictures, drawn without a display. */
public final class Pictures {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 560;
    private static final int SCALING = 2;

    private static final Color INK = new Color(0x1c2430);
    private static final Color SOFT = new Color(0x5d6878);
    private static final Color LINE = new Color(0xdfe3e9);
    private static final Color[] PALETTE = {
        new Color(0x2a6fdb),
        new Color(0xe07b00),
        new Color(0x16896a),
        new Color(0x8b3fc4),
        new Color(0xc2355b),
        new Color(0x5d6878)
    };

    private Pictures() {}

    /** Draws a plot and writes its {@linkplain Plot#file picture file}: PNG, a matrix as SVG. */
    public static void write(Plot plot, OutputStream out) throws IOException {
        if (plot instanceof MatrixPlot matrix) {
            out.write(MatrixSvg.standalone(matrix).getBytes(StandardCharsets.UTF_8));
            return;
        }
        BufferedImage image;
        Graphics2D graphics;
        if (plot instanceof MapPlot map) {
            MapPicture picture = new MapPicture(map);
            image = canvas(picture.width(), picture.height());
            graphics = scaled(image);
            picture.paint(graphics);
        } else {
            XYChart chart = lines((LinePlot) plot);
            image = canvas(chart.getWidth(), chart.getHeight());
            graphics = scaled(image);
            chart.paint(graphics, chart.getWidth(), chart.getHeight());
        }
        graphics.dispose();
        // a cache on disk would need a shutdown hook, which an interrupted run cannot have any more
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            ImageIO.write(image, "png", stream);
        }
    }

    private static BufferedImage canvas(int width, int height) {
        return new BufferedImage(SCALING * width, SCALING * height, BufferedImage.TYPE_INT_RGB);
    }

    private static Graphics2D scaled(BufferedImage image) {
        Graphics2D graphics = image.createGraphics();
        graphics.scale(SCALING, SCALING);
        return graphics;
    }

    private static XYChart lines(LinePlot plot) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(plot.title())
                .xAxisTitle(plot.x().label())
                .yAxisTitle(plot.y().label())
                .build();
        var styler = chart.getStyler();
        decorate(styler);
        styler.setXAxisLogarithmic(plot.x().logarithmic());
        styler.setYAxisLogarithmic(plot.y().logarithmic());
        styler.setPlotGridLinesColor(LINE);
        styler.setAxisTickLabelsColor(SOFT);
        styler.setChartTitleFont(fitted(styler.getChartTitleFont(), plot.title(), 0.7 * WIDTH));
        Font axis = new Font(Font.SANS_SERIF, Font.PLAIN, 15);
        styler.setAxisTitleFont(
                fitted(fitted(axis, plot.y().label(), 0.8 * HEIGHT), plot.x().label(), 0.7 * WIDTH));
        styler.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        styler.setPlotBorderColor(LINE);
        styler.setAnnotationTextFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        styler.setAnnotationTextFontColor(SOFT);
        List<String> names = new ArrayList<>();
        for (Curve curve : plot.curves()) {
            boolean first = !names.contains(curve.name());
            if (first) {
                names.add(curve.name());
            }
            Color colour = PALETTE[names.indexOf(curve.name()) % PALETTE.length];
            String id = first
                    ? curve.name()
                    : curve.name() + " " + chart.getSeriesCollection().size();
            add(chart, curve, id, colour, first);
        }
        styler.setLegendVisible(names.size() > 1);
        if (!plot.x().logarithmic() && !plot.y().logarithmic()) {
            marks(chart, plot);
        }
        return chart;
    }

    /** The font, smaller if a line of text would be longer than {@code length}: it is centred on the plot and cut off there. */
    private static Font fitted(Font font, String text, double length) {
        double needed = font.getStringBounds(text, new FontRenderContext(null, true, true))
                .getWidth();
        return needed <= length ? font : font.deriveFont((float) (font.getSize2D() * length / needed));
    }

    private static void add(XYChart chart, Curve curve, String id, Color colour, boolean inLegend) {
        int[] kept = finite(curve);
        if (kept.length == 0) {
            return;
        }
        double[] x = Arrays.stream(kept).mapToDouble(i -> curve.x()[i]).toArray();
        double[] y = Arrays.stream(kept).mapToDouble(i -> curve.y()[i]).toArray();
        int uneven = joined(curve.style()) ? firstStep(x) : 0;
        if (uneven > 0) {
            x = withMiddle(x, uneven);
            y = withMiddle(y, uneven);
        }
        XYSeries series = chart.addSeries(id, x, y);
        series.setLabel(curve.name());
        series.setShowInLegend(inLegend);
        series.setLineColor(colour);
        series.setMarkerColor(colour);
        boolean markers = curve.style() == Curve.Style.POINTS || curve.style() == Curve.Style.MARKED;
        series.setMarker(markers ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
        switch (curve.style()) {
            case POINTS:
                series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
                break;
            case STEP:
                series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Step);
                series.setLineStyle(new BasicStroke(2f));
                break;
            case THIN:
                series.setLineStyle(new BasicStroke(1f));
                break;
            case DASHED:
                float[] dashes = {7f, 5f};
                series.setLineStyle(
                        new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1f, dashes, 0f));
                break;
            default:
                series.setLineStyle(new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        }
    }

    private static boolean joined(Curve.Style style) {
        return style == Curve.Style.LINE || style == Curve.Style.THIN || style == Curve.Style.DASHED;
    }

    /** The first point with another abscissa than the one before; 0 if there is none. */
    private static int firstStep(double[] x) {
        for (int i = 1; i < x.length; i++) {
            if (x[i] != x[i - 1]) {
                return i;
            }
        }
        return 0;
    }

    /**
     * With the middle of points {@code i - 1} and {@code i} between them: the same line. Evenly spaced abscissae would be taken
     * for categories, with a label each, and not for numbers with round ones.
     */
    private static double[] withMiddle(double[] values, int i) {
        double[] more = new double[values.length + 1];
        System.arraycopy(values, 0, more, 0, i);
        more[i] = 0.5 * (values[i - 1] + values[i]);
        System.arraycopy(values, i, more, i + 1, values.length - i);
        return more;
    }

    private static int[] finite(Curve curve) {
        return java.util.stream.IntStream.range(0, curve.x().length)
                .filter(i -> Double.isFinite(curve.x()[i]) && Double.isFinite(curve.y()[i]))
                .toArray();
    }

    /** Vertical dotted lines over the range of the curves. */
    private static void marks(XYChart chart, LinePlot plot) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Curve curve : plot.curves()) {
            for (int i : finite(curve)) {
                low = Math.min(low, curve.y()[i]);
                high = Math.max(high, curve.y()[i]);
            }
        }
        for (LinePlot.Mark mark : plot.marks()) {
            if (low < high) {
                XYSeries series = chart.addSeries(
                        "mark " + chart.getSeriesCollection().size(),
                        new double[] {mark.x(), mark.x()},
                        new double[] {low, high});
                float[] dots = {2f, 5f};
                series.setLineStyle(new BasicStroke(1.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1f, dots, 0f));
                series.setLineColor(SOFT);
                series.setMarker(SeriesMarkers.NONE);
                series.setShowInLegend(false);
                chart.addAnnotation(new AnnotationText(mark.label(), mark.x(), high + 0.04 * (high - low), false));
            }
        }
    }

    private static void decorate(Styler styler) {
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBackgroundColor(Color.WHITE);
        styler.setChartFontColor(INK);
        styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 19));
        styler.setChartTitleBoxVisible(false);
        styler.setChartPadding(18);
        styler.setAntiAlias(true);
        styler.setLegendPosition(Styler.LegendPosition.OutsideE);
        styler.setLegendBorderColor(Color.WHITE);
        styler.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14));
    }
}
