/**
 * Claims on sweeps, and on phase diagrams that sweeps make. May import the library and every package of the harness except {@code
 * cli}; {@link org.dualflow.validation.claim.Claims} finds it through {@link org.dualflow.validation.claim.ClaimSource}.
 */
@NullMarked
package org.dualflow.validation.phase;

import org.jspecify.annotations.NullMarked;
