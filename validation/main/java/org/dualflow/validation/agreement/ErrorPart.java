package org.dualflow.validation.agreement;

import java.util.List;
import org.dualflow.validation.study.ConvergenceTable;
import org.dualflow.validation.study.Level;
import org.dualflow.validation.study.OrderFit;
import org.hipparchus.util.FastMath;

/**
 * The part of an error that one parameter makes, from the distances δ_k = W(S_k, S_{k+1}) of neighbouring levels.
 *
 * <p>If level k lies C h_k^p from the limit, δ_k = C h_k^p (1 - R^{-p}) has the same order p. What is left at the finest level is at most the
 * sum of all differences to come, Σ_j δ R^{-jp} = δ/(R^p - 1), δ the last one: by the triangle inequality, whatever
 * the geometry of the metric.
 *
 * <p>Where the differences do not settle on an order (an atom whose contact with a wall a time step meets early or late) the
 * order p that theory guarantees is used instead: δ_k ≤ C h_k^p, so at most C h^p/(R^p - 1) is left, h the width that the
 * last difference belongs to. C is the largest δ_k h_k^{-p} of the finest {@value OrderFit#FEWEST} differences, as many as a
 * fit needs: the last one alone may be a lucky one, and coarse levels, where the error falls faster than p, would say
 * nothing of fine ones. The margin by which a fitted order may miss p has no place here: the theorem is a bound, not a fit.
 *
 * <p>A part whose differences are all round-off is at most the {@linkplain ConvergenceTable#floorCeiling() ceiling} of
 * round-off: how large the roundings were that happened to be seen says nothing of those that were not.
 *
 * @param name which part
 * @param table the distances of neighbouring levels, with fitted order and verdict
 * @param size estimate of what is left at the finest level, with the fitted order
 * @param upper the same with the lower end of the order's interval, or with the order that theory guarantees; infinite if
 *     neither is positive
 * @param source what the upper estimate rests on
 */
public record ErrorPart(String name, ConvergenceTable table, double size, double upper, Source source) {

    /** What the upper estimate of a part rests on. */
    public enum Source {
        /** The lower end of the fitted order's interval. */
        FIT,
        /** The order that theory guarantees. */
        THEORY,
        /** All differences are round-off. */
        ROUND_OFF
    }

    static ErrorPart of(String name, ConvergenceTable table, double ratio) {
        OrderFit fit = table.fit();
        List<Level> levels = table.levels();
        double last = levels.get(levels.size() - 1).error();
        double largest = levels.stream().mapToDouble(Level::error).max().orElseThrow();
        if (table.expectation().expectsRoundOff()) {
            double most = Math.max(largest, table.expectation().roundOff());
            return new ErrorPart(name, table, largest, most, Source.ROUND_OFF);
        }
        if (fit.atFloor()) {
            return new ErrorPart(name, table, largest, table.floorCeiling(), Source.ROUND_OFF);
        }
        if (fit.isUsable() && fit.lower() > 0) {
            return new ErrorPart(
                    name, table, remainder(last, ratio, fit.order()), remainder(last, ratio, fit.lower()), Source.FIT);
        }
        double guaranteed = guaranteed(levels, ratio, table.expectation().order());
        return new ErrorPart(name, table, Math.min(last, guaranteed), guaranteed, Source.THEORY);
    }

    private static double guaranteed(List<Level> levels, double ratio, double order) {
        double finest = levels.get(levels.size() - 1).h();
        double envelope = levels.subList(Math.max(0, levels.size() - OrderFit.FEWEST), levels.size()).stream()
                .mapToDouble(level -> level.error() * FastMath.pow(finest / level.h(), order))
                .max()
                .orElseThrow();
        return remainder(envelope, ratio, order);
    }

    private static double remainder(double last, double ratio, double order) {
        return order > 0 ? last / (FastMath.pow(ratio, order) - 1) : Double.POSITIVE_INFINITY;
    }
}
