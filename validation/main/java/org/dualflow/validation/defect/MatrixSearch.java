package org.dualflow.validation.defect;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import org.dualflow.validation.claim.Claim;

/**
 * Looks, round by round, for defects that break what no defect has broken yet. The first round has every claim on the
 * defects that name it. In round r each claim with an expectation that is still whole is run on the next 2^(r - 1) of the other defects that
 * it can notice: those first whose classes the fewest claims use, since a mistake in what everybody uses has mostly been tried by the
 * claims that name it. What a round runs depends on the verdicts before it, not on who came to them first.
 */
final class MatrixSearch {

    private final List<Defect> defects;
    private final List<Claim> claims;
    private final Map<String, List<Defect>> others = new LinkedHashMap<>();

    /**
     * @param defects the rows
     * @param claims the columns
     * @param canNotice whether a claim uses the class with the defect
     */
    MatrixSearch(Collection<Defect> defects, List<Claim> claims, BiPredicate<Defect, Claim> canNotice) {
        this.defects = List.copyOf(defects);
        this.claims = List.copyOf(claims);
        Map<Defect, Long> users = new LinkedHashMap<>();
        defects.forEach(defect -> users.put(
                defect,
                claims.stream().filter(claim -> canNotice.test(defect, claim)).count()));
        for (Claim claim : claims) {
            others.put(
                    claim.id(),
                    defects.stream()
                            .filter(defect -> !names(defect, claim) && canNotice.test(defect, claim))
                            .sorted(Comparator.comparing(users::get))
                            .toList());
        }
    }

    private static boolean names(Defect defect, Claim claim) {
        return defect.caughtBy().contains(claim.id());
    }

    /** The first round. */
    MatrixPlan named() {
        return MatrixPlan.of(defects, claims, MatrixSearch::names);
    }

    /**
     * A later round; defects on which nothing is run are left out.
     *
     * @param round at least 1
     * @param whole the claims with expectations that nothing has broken yet
     */
    MatrixPlan round(int round, Set<String> whole) {
        return plan(whole, (1 << (round - 1)) - 1, (1 << round) - 1);
    }

    /** All that the rounds after it can run. */
    MatrixPlan after(int round, Set<String> whole) {
        return plan(whole, (1 << round) - 1, Integer.MAX_VALUE);
    }

    /** The claims that are still whole, each on its other defects between two numbers. */
    private MatrixPlan plan(Set<String> whole, int from, int to) {
        Map<String, Set<Defect>> chosen = new LinkedHashMap<>();
        Set<Defect> rows = new LinkedHashSet<>();
        others.forEach((claim, all) -> {
            List<Defect> some = whole.contains(claim)
                    ? all.subList(Math.min(from, all.size()), Math.min(to, all.size()))
                    : List.of();
            chosen.put(claim, Set.copyOf(some));
            rows.addAll(some);
        });
        return MatrixPlan.of(
                defects.stream().filter(rows::contains).toList(), claims, (defect, claim) -> Objects.requireNonNull(
                                chosen.get(claim.id()))
                        .contains(defect));
    }
}
