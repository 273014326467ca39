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
 * <p>Where the differences do not settle on an order (an atom that a time step rounds up or down, round-off among them) the
 * order that theory guarantees is used instead: δ_k ≤ C h_k^p with C from all levels, so at most C h^p/(R^p - 1) is left.
 *
 * @param name which part
 * @param table the distances of neighbouring levels, with fitted order and verdict
 * @param size estimate of what is left at the finest level, with the fitted order
 * @param upper the same with the lower end of the order's interval, or with the order that theory guarantees; infinite if
 *     neither is positive
 */
public record ErrorPart(String name, ConvergenceTable table, double size, double upper) {

    static ErrorPart of(String name, ConvergenceTable table, double ratio) {
        OrderFit fit = table.fit();
        List<Level> levels = table.levels();
        double last = levels.get(levels.size() - 1).error();
        if (fit.atFloor() || table.expectation().expectsRoundOff()) {
            double largest = levels.stream().mapToDouble(Level::error).max().orElseThrow();
            return new ErrorPart(name, table, largest, largest);
        }
        double guaranteed = guaranteed(levels, ratio, table.expectation().lower());
        return fit.isUsable() && fit.lower() > 0
                ? new ErrorPart(name, table, remainder(last, ratio, fit.order()), remainder(last, ratio, fit.lower()))
                : new ErrorPart(name, table, Math.min(last, guaranteed), guaranteed);
    }

    private static double guaranteed(List<Level> levels, double ratio, double order) {
        double finest = levels.get(levels.size() - 1).h();
        double envelope = levels.stream()
                .mapToDouble(level -> level.error() * FastMath.pow(finest / level.h(), order))
                .max()
                .orElseThrow();
        return remainder(envelope, ratio, order);
    }

    private static double remainder(double last, double ratio, double order) {
        return order > 0 ? last / (FastMath.pow(ratio, order) - 1) : Double.POSITIVE_INFINITY;
    }
}
