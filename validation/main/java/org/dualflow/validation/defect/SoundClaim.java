package org.dualflow.validation.defect;

import java.util.List;
import java.util.Set;
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

    /** As a record of {@link MatrixRecords}. */
    List<List<String>> lines() {
        return List.of(DefectProbe.write(outcome), used.stream().sorted().toList());
    }

    /** Reads what {@link #lines} wrote. */
    static SoundClaim read(Claim claim, List<List<String>> lines) {
        return new SoundClaim(DefectProbe.read(claim, lines.get(0)), Set.copyOf(lines.get(1)));
    }
}
