/**
 * Measures as weighted points, laws they start from, and distances between them: W_p, total variation, divergences.
 *
 * <p>May import {@code mesh} and {@code restart} only.
 */
@NullMarked
package org.dualflow.measure;

import org.jspecify.annotations.NullMarked;
