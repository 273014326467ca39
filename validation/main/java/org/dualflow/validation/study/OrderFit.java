package org.dualflow.validation.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * The order of convergence of a ladder: weighted least squares of log e on log h over the asymptotic window, with an
 * interval that holds statistical and model error.
 *
 * <p><b>Window.</b> Levels at the {@linkplain Floor floor} are dropped, and so are levels whose standard error
 * exceeds a quarter of their error (the logarithm of such a mean is biased by more than 3 %). Then the coarsest level is dropped while
 * more than three are left and pairwise orders drift significantly: the coarsest level lies outside the prediction
 * interval of the line through the finer ones by more than 1 % of its error, or the levels lie on a
 * {@linkplain LogParabola parabola} rather than on a line.
 *
 * <p><b>Interval.</b> Half-width = statistical + model + floor.
 * <ul>
 *   <li>Statistical: {@link LogLine}; Student's t for errors without noise, at 95 %; normal for Monte-Carlo means with known
 *       standard errors, at 1 - 10⁻⁶.
 *   <li>Model: errors without noise converge in their orders monotonically, so their residuals are neither independent
 *       nor centred and a t interval over many levels misses the limit. The distance of the fitted order from the
 *       finest pairwise one and from the {@linkplain Trend limit} to which the pairwise orders go is an estimate of what the
 *       fit misses. Both measure the same thing here, so the larger of the two counts; with noise they add, the
 *       model's part only if the last change of the pairwise order exceeds its noise.
 *   <li>Floor: the largest effect that an error of the floor's height can have, Σ |∂p/∂log e_k| floor/e_k.
 * </ul>
 *
 * @param order the fitted order; NaN if fewer than three levels are left
 * @param halfWidth half the interval; infinite if fewer than three levels are left
 * @param confidence confidence of the statistical part
 * @param window the levels of the fit, coarsest first
 * @param floor estimated floor, 0 if none was seen
 * @param atFloor whether every level is at the floor
 */
public record OrderFit(
        double order, double halfWidth, double confidence, List<Level> window, double floor, boolean atFloor) {

    /** Confidence for errors without statistical noise. */
    public static final double DETERMINISTIC = 0.95;
    /** Confidence for Monte-Carlo errors: a false alarm has a probability below 10⁻⁶. */
    public static final double STATISTICAL = 1 - 1e-6;
    /** Fewest levels from which an order is claimed. */
    public static final int FEWEST = 3;

    private static final double LOUDEST = 0.25;
    private static final double NEGLIGIBLE = 0.01;

    /** Copies the list. */
    public OrderFit {
        window = List.copyOf(window);
    }

    /**
     * Fits a ladder.
     *
     * @param levels the levels, in any order, no two with one h
     * @param ceiling the largest error that is credible as round-off or solver tolerance
     */
    public static OrderFit of(List<Level> levels, double ceiling) {
        List<Level> ladder = coarsestFirst(levels);
        boolean noisy = ladder.stream().anyMatch(level -> level.standardError() > 0);
        double confidence = noisy ? STATISTICAL : DETERMINISTIC;
        Floor floor = Floor.estimate(ladder, ceiling);
        List<Level> heard = new ArrayList<>(ladder.subList(0, floor.levels()));
        heard.removeIf(level -> level.standardError() > LOUDEST * level.error());
        if (heard.size() < FEWEST) {
            return new OrderFit(
                    Double.NaN, Double.POSITIVE_INFINITY, confidence, heard, floor.height(), floor.levels() == 0);
        }
        LogLadder logs = LogLadder.of(heard);
        int from = asymptotic(logs, noisy ? 0.99 : DETERMINISTIC);
        LogLine line = logs.line(from);
        double statistical = line.slopeInterval(confidence);
        double model = drift(logs, line.slope(), confidence);
        double half = (noisy ? statistical + model : Math.max(statistical, model))
                + logs.floorEffect(line, from, floor.height());
        return new OrderFit(line.slope(), half, confidence, heard.subList(from, heard.size()), floor.height(), false);
    }

    static List<Level> coarsestFirst(List<Level> levels) {
        List<Level> ladder = new ArrayList<>(levels);
        ladder.sort(Comparator.comparingDouble(Level::h).reversed());
        for (int k = 1; k < ladder.size(); k++) {
            if (ladder.get(k).h() == ladder.get(k - 1).h()) {
                throw new IllegalArgumentException(
                        "h = " + ladder.get(k).h() + " twice: levels with different h are allowed");
            }
        }
        return ladder;
    }

    private static int asymptotic(LogLadder logs, double confidence) {
        int from = 0;
        while (logs.size() - from > FEWEST
                && (isOff(logs, from, confidence) || LogParabola.bends(logs, from, confidence))) {
            from++;
        }
        return from;
    }

    private static boolean isOff(LogLadder logs, int level, double confidence) {
        LogLine finer = logs.line(level + 1);
        double off = Math.abs(logs.y(level) - finer.at(logs.x(level)));
        return off > Math.max(NEGLIGIBLE, finer.predictionInterval(logs.x(level), logs.s(level), confidence));
    }

    private static double drift(LogLadder logs, double order, double confidence) {
        Trend trend = Trend.of(logs.pairwiseOrders(), logs.lastRatio());
        double noise = new NormalDistribution().inverseCumulativeProbability(0.5 + 0.5 * confidence)
                * logs.noiseOfLastChange();
        return Math.abs(trend.last() - trend.previous()) > noise ? trend.distance(order) : 0;
    }

    /** Lower end of the interval. */
    public double lower() {
        return order - halfWidth;
    }

    /** Upper end of the interval. */
    public double upper() {
        return order + halfWidth;
    }

    /** Whether an order was found. */
    public boolean isUsable() {
        return window.size() >= FEWEST && !atFloor;
    }

    /** Pairwise orders of a whole ladder, coarsest first: one fewer than levels. */
    public static double[] pairwiseOrders(List<Level> levels) {
        List<Level> ladder = coarsestFirst(levels);
        double[] orders = new double[Math.max(0, ladder.size() - 1)];
        for (int k = 0; k < orders.length; k++) {
            orders[k] = PairwiseOrder.between(ladder.get(k), ladder.get(k + 1));
        }
        return orders;
    }

    /** The order and its interval, as tables print them. */
    public String describe() {
        return isUsable()
                ? Format.order(order) + " ± " + Format.order(halfWidth)
                : atFloor ? "at floor" : "too few levels";
    }

    /**
     * Constant c of e = c h^p over the window with its relative interval.
     *
     * @param p the exact order
     */
    ConstantFit constant(double p) {
        return ConstantFit.of(LogLadder.of(window), p, confidence);
    }
}
