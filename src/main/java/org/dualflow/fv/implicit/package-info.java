/**
 * Implicit finite volumes for gradient flows: two-point fluxes of the potential, implicit Euler steps by Newton's
 * method, a limited extrapolation of them of order 2, step control.
 *
 * <p>Belongs to the layer {@code fv}; may import {@code mesh}, {@code measure}, {@code linear}, {@code model} and
 * {@code time}.
 */
@NullMarked
package org.dualflow.fv.implicit;

import org.jspecify.annotations.NullMarked;
