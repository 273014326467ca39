package org.dualflow.validation.claim;

import org.dualflow.validation.study.ConvergenceTable;
import org.dualflow.validation.study.OrderExpectation;

/**
 * A claim on an order of convergence, as a value: problem and scheme in the measure, ladder, metric, expectation and
 * reason.
 *
 * @param id name in kebab case
 * @param title problem and scheme in a line
 * @param quantity what the error is: metric and, if there are several, species
 * @param ladder the levels
 * @param measure the error of one level
 * @param expectation what theory says, and why
 * @param floorCeiling largest error credible as round-off or solver tolerance
 * @param suite the smallest suite that runs it
 */
public record OrderClaim(
        String id,
        String title,
        String quantity,
        Ladder ladder,
        Ladder.Measure measure,
        OrderExpectation expectation,
        double floorCeiling,
        Suite suite)
        implements Claim {

    /** A claim of the fast suite with the default ceiling of the floor. */
    public OrderClaim(
            String id,
            String title,
            String quantity,
            Ladder ladder,
            Ladder.Measure measure,
            OrderExpectation expectation) {
        this(id, title, quantity, ladder, measure, expectation, ConvergenceTable.ROUND_OFF, Suite.FAST);
    }

    /** The same claim in the full suite only. */
    public OrderClaim inFullSuite() {
        return new OrderClaim(id, title, quantity, ladder, measure, expectation, floorCeiling, Suite.FULL);
    }

    @Override
    public String statement() {
        return quantity + " error of " + title + " for " + ladder.resolution().symbol() + ": " + ladder.sizes()
                + (ladder.extent() == 1 ? "" : " over " + ladder.extent());
    }

    @Override
    public String expected() {
        return expectation.describe();
    }

    @Override
    public String why() {
        return expectation.reason();
    }

    @Override
    public ClaimResult check(ClaimProgress progress) {
        return ClaimResult.of(new ConvergenceTable(
                title, quantity, ladder.resolution(), ladder.climb(measure, progress), expectation, floorCeiling));
    }
}
