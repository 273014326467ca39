package org.dualflow.validation.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Draws a {@link MapPlot}: a cell is a rectangle, ticks stand at round numbers, a bar explains the colours. */
final class MapPicture {

    private static final int HEIGHT = 560;
    private static final int SIDE = 660;
    private static final int LENGTH = 760;
    private static final int LEFT = 92;
    private static final int TOP = 64;
    private static final int BOTTOM = 72;
    private static final int RIGHT = 128;
    private static final int BAR = 18;
    private static final Color INK = new Color(0x1c2430);
    private static final Color SOFT = new Color(0x5d6878);
    private static final Color LINE = new Color(0xb9c0ca);
    private static final Color OVER = new Color(0xd95f02);
    private static final double CAP = 4;
    private static final Color NOTHING = new Color(0xd8dade);
    private static final Color[] SCALE = {
        Color.WHITE,
        new Color(0xcfe3f7),
        new Color(0x7fb5e0),
        new Color(0x2f7fc1),
        new Color(0x0f4c8a),
        new Color(0x08244a)
    };

    private final MapPlot plot;
    private final double top;

    MapPicture(MapPlot plot) {
        this.plot = plot;
        this.top = plot.max() > plot.min() ? plot.max() : plot.min() + 1;
    }

    int width() {
        return LEFT + across() + RIGHT;
    }

    int height() {
        return TOP + up() + BOTTOM;
    }

    private int across() {
        return plot.isSquare() ? SIDE : LENGTH;
    }

    private int up() {
        return plot.isSquare() ? SIDE : HEIGHT - TOP - BOTTOM;
    }

    void paint(Graphics2D graphics) {
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width(), height());
        cells(graphics);
        plot.lines().forEach(line -> line(graphics, line));
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setStroke(new BasicStroke(1f));
        graphics.setColor(LINE);
        graphics.draw(new Rectangle2D.Double(LEFT, TOP, across(), up()));
        graphics.setColor(INK);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 19));
        centred(graphics, plot.title(), LEFT + 0.5 * across(), TOP - 22);
        axes(graphics);
        bar(graphics);
    }

    private void cells(Graphics2D graphics) {
        double dx = (double) across() / plot.xs().length;
        double dy = (double) up() / plot.ys().length;
        for (int j = 0; j < plot.ys().length; j++) {
            for (int i = 0; i < plot.xs().length; i++) {
                double value = plot.z()[j][i];
                graphics.setColor(Double.isNaN(value) ? NOTHING : colour((value - plot.min()) / (top - plot.min())));
                graphics.fill(new Rectangle2D.Double(LEFT + i * dx, TOP + up() - (j + 1) * dy, dx, dy));
            }
        }
    }

    /** A dark line with a light rim, to be seen on any colour; clipped to the map. */
    private void line(Graphics2D graphics, MapPlot.Line line) {
        Graphics2D own = (Graphics2D) graphics.create();
        own.clip(new Rectangle2D.Double(LEFT, TOP, across(), up()));
        own.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        double dx = (double) across() / plot.xs().length;
        double dy = (double) up() / plot.ys().length;
        Path2D path = new Path2D.Double();
        for (int i = 0; i < line.columns().length; i++) {
            double x = LEFT + (line.columns()[i] + 0.5) * dx;
            double y = TOP + up() - (line.rows()[i] + 0.5) * dy;
            double bar = line.errors()[i] * dy;
            if (i > 0 && !Double.isNaN(y + line.rows()[i - 1])) {
                double before = TOP + up() - (line.rows()[i - 1] + 0.5) * dy;
                path.append(new Line2D.Double(LEFT + (line.columns()[i - 1] + 0.5) * dx, before, x, y), false);
            }
            if (bar > 0) {
                path.append(new Line2D.Double(x, y - bar, x, y + bar), false);
                path.append(new Line2D.Double(x - CAP, y - bar, x + CAP, y - bar), false);
                path.append(new Line2D.Double(x - CAP, y + bar, x + CAP, y + bar), false);
            }
        }
        own.setColor(Color.WHITE);
        own.setStroke(new BasicStroke(4.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        own.draw(path);
        own.setColor(OVER);
        own.setStroke(new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        own.draw(path);
        own.dispose();
    }

    /** Linear between neighbours of the scale. */
    static Color colour(double share) {
        double at = Math.max(0, Math.min(1, share)) * (SCALE.length - 1);
        int low = (int) Math.min(SCALE.length - 2, Math.floor(at));
        double part = at - low;
        Color a = SCALE[low];
        Color b = SCALE[low + 1];
        return new Color(
                mix(a.getRed(), b.getRed(), part),
                mix(a.getGreen(), b.getGreen(), part),
                mix(a.getBlue(), b.getBlue(), part));
    }

    private static int mix(int a, int b, double part) {
        return (int) Math.round(a + part * (b - a));
    }

    private void axes(Graphics2D graphics) {
        Font ticks = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
        Font titles = new Font(Font.SANS_SERIF, Font.PLAIN, 15);
        graphics.setFont(ticks);
        graphics.setColor(SOFT);
        for (RoundTicks.Tick tick : ticks(plot.xNames(), plot.xs())) {
            double x = LEFT + tick.share() * across();
            graphics.draw(new Line2D.Double(x, TOP + up(), x, TOP + up() + 5));
            centred(graphics, tick.label(), x, TOP + up() + 21);
        }
        for (RoundTicks.Tick tick : ticks(plot.yNames(), plot.ys())) {
            double y = TOP + up() - tick.share() * up();
            graphics.draw(new Line2D.Double(LEFT - 5, y, LEFT, y));
            int width = graphics.getFontMetrics().stringWidth(tick.label());
            graphics.drawString(tick.label(), (float) (LEFT - 10 - width), (float) y + 5);
        }
        graphics.setFont(titles);
        graphics.setColor(INK);
        centred(graphics, plot.x().label(), LEFT + 0.5 * across(), TOP + up() + 50);
        graphics.rotate(-0.5 * Math.PI);
        centred(graphics, plot.y().label(), -(TOP + 0.5 * up()), 28);
        graphics.rotate(0.5 * Math.PI);
    }

    private static List<RoundTicks.Tick> ticks(List<String> names, double[] centres) {
        return names.isEmpty() ? RoundTicks.of(centres) : RoundTicks.of(MapPlot.thinned(names));
    }

    private void bar(Graphics2D graphics) {
        int x = LEFT + across() + 28;
        for (int k = 0; k < up(); k++) {
            graphics.setColor(colour(1 - (k + 0.5) / up()));
            graphics.fill(new Rectangle2D.Double(x, TOP + k, BAR, 1.5));
        }
        graphics.setColor(LINE);
        graphics.draw(new Rectangle2D.Double(x, TOP, BAR, up()));
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        graphics.setColor(SOFT);
        for (RoundTicks.Tick tick : RoundTicks.between(plot.min(), top)) {
            float y = (float) (TOP + up() - tick.share() * up());
            graphics.draw(new Line2D.Double(x + BAR, y, x + BAR + 4.0, y));
            graphics.drawString(tick.label(), x + BAR + 8f, y + 5);
        }
        graphics.setColor(INK);
        int width = graphics.getFontMetrics().stringWidth(plot.label());
        graphics.drawString(plot.label(), width() - 12f - width, TOP - 10f);
    }

    private static void centred(Graphics2D graphics, String text, double x, double y) {
        graphics.drawString(text, (float) (x - 0.5 * graphics.getFontMetrics().stringWidth(text)), (float) y);
    }
}
