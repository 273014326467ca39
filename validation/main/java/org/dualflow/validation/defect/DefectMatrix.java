package org.dualflow.validation.defect;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dualflow.validation.claim.ClaimOutcome;
import org.dualflow.validation.claim.ClaimResult;

/**
 * Which claims notice which defects.
 *
 * @param sound what the claims say of the library as it is
 * @param defects what they say with each defect in it; not every claim is run on every defect
 * @param whole whether all that was to be run came to its end
 */
public record DefectMatrix(List<ClaimOutcome> sound, List<DefectOutcome> defects, boolean whole) {

    /** Copies the lists. */
    public DefectMatrix {
        sound = List.copyOf(sound);
        defects = List.copyOf(defects);
    }

    /** With more pairs of the same claims. */
    DefectMatrix with(DefectMatrix more) {
        Map<Defect, DefectOutcome> rows = new LinkedHashMap<>();
        Stream.concat(defects.stream(), more.defects.stream())
                .forEach(row -> rows.merge(row.defect(), row, DefectOutcome::with));
        return new DefectMatrix(sound, List.copyOf(rows.values()), whole && more.whole);
    }

    /** Claims that do not pass although no defect was planted: they tell nothing. */
    public List<String> unsound() {
        return sound.stream()
                .filter(outcome -> !outcome.passes())
                .map(outcome -> outcome.claim().id())
                .toList();
    }

    /** Defects that no claim noticed. */
    public List<String> uncaught() {
        return defects.stream()
                .filter(outcome -> !outcome.caught())
                .map(outcome -> outcome.defect().id())
                .toList();
    }

    /** Claims that noticed no defect. */
    public List<String> idle() {
        Set<String> idle = new LinkedHashSet<>(
                sound.stream().map(outcome -> outcome.claim().id()).toList());
        defects.forEach(outcome -> outcome.caughtBy().forEach(idle::remove));
        return List.copyOf(idle);
    }

    /**
     * Claim → those of its expectations that were met whenever they were measured, whatever was planted: no tolerance is
     * known to mean anything until a defect has broken it. A defect by which the check breaks down breaks none of them.
     */
    public Map<String, List<String>> untouched() {
        Map<String, Set<String>> untouched = new LinkedHashMap<>();
        for (ClaimOutcome outcome : sound) {
            untouched.put(
                    outcome.claim().id(),
                    new LinkedHashSet<>(outcome.result().expectations().stream()
                            .map(ClaimResult.Expectation::name)
                            .toList()));
        }
        for (DefectOutcome defect : defects) {
            for (ClaimOutcome outcome : defect.outcomes()) {
                Set<String> left = untouched.getOrDefault(outcome.claim().id(), new LinkedHashSet<>());
                outcome.result().expectations().stream()
                        .filter(expectation -> !expectation.verdict().passes())
                        .forEach(broken -> left.remove(broken.name()));
            }
        }
        Map<String, List<String>> some = new LinkedHashMap<>();
        untouched.forEach((claim, names) -> {
            if (!names.isEmpty()) {
                some.put(claim, List.copyOf(names));
            }
        });
        return some;
    }

    /** Number of expectations of all claims. */
    public int expectations() {
        return sound.stream()
                .mapToInt(outcome -> outcome.result().expectations().size())
                .sum();
    }
}
