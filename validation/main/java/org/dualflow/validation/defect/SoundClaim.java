package org.dualflow.validation.defect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.dualflow.validation.claim.Claim;
import org.dualflow.validation.claim.ClaimOutcome;

/**
 * What a claim says of the library as it is.
 *
 * @param outcome what came out
 * @param used the sources that it used; empty if nobody asked
 */
record SoundClaim(ClaimOutcome outcome, Set<String> used) {

    /** Copies the set. */
    SoundClaim {
        used = Set.copyOf(used);
    }

    /** Whether a claim uses the class with a defect. */
    static BiPredicate<Defect, Claim> users(List<SoundClaim> sound) {
        Map<String, Set<String>> used = new LinkedHashMap<>();
        sound.forEach(claim -> used.put(claim.outcome().claim().id(), claim.used()));
        return (defect, claim) -> used.getOrDefault(claim.id(), Set.of()).contains(defect.source());
    }

    /** As a record of {@link MatrixRecords}. */
    List<List<String>> lines() {
        return List.of(DefectProbe.write(outcome), used.stream().sorted().toList());
    }

    /** Reads what {@link #lines} wrote. */
    static SoundClaim read(Claim claim, List<List<String>> lines) {
        return new SoundClaim(DefectProbe.read(claim, lines.get(0)), Set.copyOf(lines.get(1)));
    }
}
