package org.dualflow.validation.study;

import org.hipparchus.util.FastMath;

/** Order seen between two neighbouring levels, with their real refinement ratio. */
final class PairwiseOrder {

    private PairwiseOrder() {}

    /** log(e₀/e₁)/log(h₀/h₁); infinite or NaN if an error is zero. */
    static double between(Level coarse, Level fine) {
        return (FastMath.log(coarse.error()) - FastMath.log(fine.error()))
                / (FastMath.log(coarse.h()) - FastMath.log(fine.h()));
    }
}
