/**
 * Exact and event-located solutions, against which grid and particles are measured.
 *
 * <p>The lowest layer of the harness: may import the library only.
 */
@NullMarked
package org.dualflow.validation.exact;

import org.jspecify.annotations.NullMarked;
