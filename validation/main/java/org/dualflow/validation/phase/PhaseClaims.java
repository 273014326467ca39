package org.dualflow.validation.phase;

import java.util.List;
import java.util.stream.Stream;
import org.dualflow.validation.claim.Claim;
import org.dualflow.validation.claim.ClaimSource;

/** All claims of this package. */
public final class PhaseClaims implements ClaimSource {

    @Override
    public List<Claim> claims() {
        return Stream.of(SweepClaims.all(), StabilityClaims.all(), CollapseBoundaryClaims.all())
                .flatMap(List::stream)
                .toList();
    }
}
