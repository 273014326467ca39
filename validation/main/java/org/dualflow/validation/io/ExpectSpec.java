package org.dualflow.validation.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dualflow.model.Model;
import org.dualflow.model.Observable;
import org.dualflow.run.Event;
import org.dualflow.run.Solution;
import org.dualflow.validation.io.schema.Key;
import org.dualflow.validation.io.schema.NumberKind;
import org.dualflow.validation.io.schema.Problems;
import org.dualflow.validation.io.schema.RecordKind;
import org.dualflow.validation.io.schema.TextKind;
import org.dualflow.validation.io.schema.Values;
import org.dualflow.validation.io.schema.WordKind;
import org.dualflow.validation.report.ClaimLine;
import org.dualflow.validation.report.Numbers;
import org.dualflow.validation.study.Verdict;

/**
 * How near every computed solution of a case must come to its reference.
 *
 * @param quantity an observable, by its final value, or an event, by its time
 * @param within allowed distance
 * @param relative whether the distance is a share of the reference's value
 * @param reason why that near
 */
public record ExpectSpec(String quantity, double within, boolean relative, String reason) {

    /** The keys of one expectation. */
    public static final RecordKind KIND = RecordKind.of(
            Key.required("quantity", new TextKind(), "an observable, or a kind of event for its time"),
            Key.required("within", NumberKind.positive(), "allowed distance from the reference"),
            Key.optional(
                    "measured",
                    WordKind.of("relative", "absolute"),
                    "relative",
                    "as a share of the reference's value, or in the quantity's own unit"),
            Key.required("reason", new TextKind(), "why that near"));

    /** Takes values that {@link #KIND} has read. */
    static ExpectSpec of(Values values) {
        return new ExpectSpec(
                values.text("quantity"),
                values.number("within"),
                values.text("measured").equals("relative"),
                values.text("reason"));
    }

    /** Complains if a model has no such quantity. */
    void check(String path, Model model, Problems problems) {
        List<String> known = new ArrayList<>();
        model.observables().stream().map(Observable::name).forEach(known::add);
        for (String scalar : model.scalars()) {
            known.add(model.scalars().size() == 1 ? "period" : scalar + "Period");
            known.add(scalar + "Amplitude");
        }
        Arrays.stream(Event.Kind.values()).map(Event.Kind::label).forEach(known::add);
        if (!known.contains(quantity)) {
            problems.add(path + ".quantity", quantity, "one of " + String.join(", ", known) + " is allowed");
        }
    }

    /** Judges one solution; a quantity that either side lacks is INCONCLUSIVE. */
    public ClaimLine judge(Solution solution, Optional<Solution> reference) {
        OptionalDouble measured = of(solution);
        OptionalDouble expected = reference.map(this::of).orElse(OptionalDouble.empty());
        String id = solution.name() + "-" + quantity;
        String allowed = "within " + (relative ? Numbers.significant(100 * within, 3) + " % of " : within + " of ")
                + "the reference";
        if (measured.isEmpty() || expected.isEmpty()) {
            String missing = measured.isEmpty() ? solution.name() : "the reference";
            return new ClaimLine(id, Verdict.INCONCLUSIVE, missing + " has no " + quantity, allowed, reason);
        }
        double distance = Math.abs(measured.getAsDouble() - expected.getAsDouble());
        double scale = relative ? Math.abs(expected.getAsDouble()) : 1;
        Verdict verdict = distance <= within * scale ? Verdict.PASS : Verdict.FAIL;
        String said = Numbers.significant(measured.getAsDouble(), 8) + ", off by "
                + (relative ? Numbers.significant(100 * distance / scale, 3) + " %" : Numbers.significant(distance, 3));
        return new ClaimLine(id, verdict, said, allowed, reason);
    }

    private OptionalDouble of(Solution solution) {
        Double value = solution.observables().get(quantity);
        if (value != null) {
            return OptionalDouble.of(value);
        }
        return solution.events().stream()
                .filter(event -> event.kind().label().equals(quantity))
                .mapToDouble(Event::time)
                .findFirst();
    }
}
