package org.dualflow.validation.defect;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import org.dualflow.validation.claim.Claim;

/**
 * Which claims are run on which defects.
 *
 * @param rows defect → claims, in the order in which both are shown
 */
public record MatrixPlan(Map<Defect, List<Claim>> rows) {

    /** The defects, in their order. */
    List<Defect> defects() {
        return List.copyOf(rows.keySet());
    }

    /** The claims that are run on a defect of the plan. */
    List<Claim> row(Defect defect) {
        return Objects.requireNonNull(rows.get(defect));
    }

    /**
     * Every defect with the first of the given claims that it names, and every claim with the first defect that names it:
     * the fewest pairs that the catalogue promises to show each defect caught and each claim at work. Defects that name none
     * of the claims are left out.
     */
    public static MatrixPlan sparse(Collection<Defect> defects, List<Claim> claims) {
        Map<Defect, Set<String>> chosen = new LinkedHashMap<>();
        Set<String> ids = new LinkedHashSet<>(claims.stream().map(Claim::id).toList());
        for (Defect defect : defects) {
            defect.caughtBy().stream()
                    .filter(ids::contains)
                    .findFirst()
                    .ifPresent(first -> chosen.put(defect, new LinkedHashSet<>(List.of(first))));
        }
        Set<String> idle = new LinkedHashSet<>(ids);
        chosen.values().forEach(idle::removeAll);
        chosen.forEach(
                (defect, row) -> defect.caughtBy().stream().filter(idle::remove).forEach(row::add));
        return of(chosen.keySet(), claims, (defect, claim) -> chosen.getOrDefault(defect, Set.of())
                .contains(claim.id()));
    }

    /** Every defect with every claim that can notice it. */
    public static MatrixPlan of(Collection<Defect> defects, List<Claim> claims, BiPredicate<Defect, Claim> canNotice) {
        Map<Defect, List<Claim>> rows = new LinkedHashMap<>();
        for (Defect defect : defects) {
            rows.put(
                    defect,
                    claims.stream()
                            .filter(claim -> canNotice.test(defect, claim))
                            .toList());
        }
        return new MatrixPlan(rows);
    }
}
