/**
 * Velocity fields over batches of points, and the interactions that make them: kernels, projections on a box.
 *
 * <p>May import {@code mesh} and {@code measure}.
 */
@NullMarked
package org.dualflow.field;

import org.jspecify.annotations.NullMarked;
