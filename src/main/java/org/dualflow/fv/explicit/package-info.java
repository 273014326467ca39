/**
 * Explicit finite volumes for the Jensen–Shannon flow, to compare implicit ones with: upwind fluxes of a velocity that is a
 * difference of potentials.
 *
 * <p>Belongs to the layer {@code fv}; may import {@code mesh}, {@code measure}, {@code model} and {@code time}.
 */
@NullMarked
package org.dualflow.fv.explicit;

import org.jspecify.annotations.NullMarked;
