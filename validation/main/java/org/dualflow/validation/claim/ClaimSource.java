package org.dualflow.validation.claim;

import java.util.List;

/** Claims that a layer above this one makes, found on the class path: those on sweeps. */
public interface ClaimSource {

    /** The claims. */
    List<Claim> claims();
}
