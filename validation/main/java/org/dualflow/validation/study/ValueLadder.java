package org.dualflow.validation.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dualflow.validation.study.LeastSquaresUncertainty.Value;

/**
 * A number computed on three or more grids whose exact value is unknown: its observed order, its limit and how far the finest
 * grid may be from it.
 *
 * <p><b>Order.</b> Every three neighbouring grids give one by {@link Richardson}. Three values fit three unknowns exactly, so that one
 * order has no interval; the orders of the two finest triples, where there are two, span one. A triple whose differences do not
 * shrink has no order, and the ladder fails.
 *
 * <p><b>Uncertainty.</b> With four grids or more that of {@link LeastSquaresUncertainty}, with three the grid convergence index with the
 * safety factors of Oberkampf and Roy, which grow to 3 where the observed order is more than 10 % away from the expected one.
 *
 * @param title what was run
 * @param quantity what the value is
 * @param resolution what was refined
 * @param values coarsest first
 * @param expectation what theory says about the order
 */
public record ValueLadder(
        String title, String quantity, Resolution resolution, List<Value> values, OrderExpectation expectation) {

    /** Sorts the values. */
    public ValueLadder {
        List<Value> sorted = new ArrayList<>(values);
        sorted.sort(Comparator.comparingDouble(Value::h).reversed());
        if (sorted.size() < OrderFit.FEWEST) {
            throw new IllegalArgumentException("values = " + sorted.size() + ": at least 3 are allowed");
        }
        if (expectation.expectsRoundOff() || !(expectation.order() > 0)) {
            throw new IllegalArgumentException("expectation = " + expectation.describe() + ": an order is allowed");
        }
        values = List.copyOf(sorted);
    }

    /** The observed order of each triple of neighbours, coarsest first; NaN where there is none. */
    public double[] orders() {
        double[] orders = new double[values.size() - 2];
        for (int k = 0; k < orders.length; k++) {
            Value coarse = values.get(k);
            Value middle = values.get(k + 1);
            Value fine = values.get(k + 2);
            try {
                orders[k] = Richardson.of(fine.h(), fine.phi(), middle.h(), middle.phi(), coarse.h(), coarse.phi())
                        .order();
            } catch (ArithmeticException | IllegalArgumentException e) {
                orders[k] = Double.NaN;
            }
        }
        return orders;
    }

    /** Whether the values go to a limit at all: the finest triple has an order. */
    public boolean converges() {
        double[] orders = orders();
        return !Double.isNaN(orders[orders.length - 1]);
    }

    /** Whether the two finest values are the same to the last bit, so that there is nothing to measure. */
    public boolean atFloor() {
        int n = values.size();
        return values.get(n - 1).phi() == values.get(n - 2).phi();
    }

    /** The estimated limit; the finest value itself if there is no order. */
    public double limit() {
        if (!converges()) {
            return finest(0).phi();
        }
        return values.size() > OrderFit.FEWEST
                ? LeastSquaresUncertainty.of(values).value()
                : index().richardson().value();
    }

    /** How far the finest value may be from the exact one; infinite if there is no order, 0 at the floor. */
    public double uncertainty() {
        if (!converges()) {
            return atFloor() ? 0 : Double.POSITIVE_INFINITY;
        }
        return values.size() > OrderFit.FEWEST
                ? LeastSquaresUncertainty.of(values).uncertainty()
                : index().band();
    }

    private GridConvergenceIndex index() {
        Value fine = finest(0);
        Value middle = finest(1);
        Value coarse = finest(2);
        return GridConvergenceIndex.oberkampfRoy(
                expectation.order(), fine.h(), fine.phi(), middle.h(), middle.phi(), coarse.h(), coarse.phi());
    }

    private Value finest(int k) {
        return values.get(values.size() - 1 - k);
    }

    /** The verdict on the order. */
    public Verdict verdict() {
        if (atFloor()) {
            return Verdict.AT_FLOOR;
        }
        if (!converges()) {
            return Verdict.FAIL;
        }
        double[] p = finestOrders();
        return Double.isNaN(p[0])
                ? Verdict.INCONCLUSIVE
                : Verdict.of(Math.min(p[0], p[1]), Math.max(p[0], p[1]), expectation.lower(), expectation.upper());
    }

    /** The orders of the two finest triples, twice the same if there is but one. */
    private double[] finestOrders() {
        double[] all = orders();
        double last = all[all.length - 1];
        return new double[] {all.length == 1 ? last : all[all.length - 2], last};
    }

    /** The limit, with as many digits as its uncertainty lets count. */
    public String printedLimit() {
        return Format.number(limit(), uncertainty());
    }

    /** What was measured, in a few characters. */
    public String measured() {
        if (atFloor()) {
            return "at floor";
        }
        if (!converges()) {
            return "differences that do not shrink";
        }
        double[] p = finestOrders();
        String order = values.size() == OrderFit.FEWEST
                ? "order " + Format.order(p[1])
                : "orders " + Format.order(p[0]) + " and " + Format.order(p[1]);
        return order + ", limit " + printedLimit() + ", finest value ± " + Format.number(uncertainty());
    }
}
