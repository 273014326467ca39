/**
 * Gradient flows with particles, deterministic: quantiles on a line, which know the density by their spacing, and
 * Gaussian blobs in any dimension.
 *
 * <p>May import {@code linear}, {@code particle} and what it may import; not {@code particle.adversarial}.
 */
@NullMarked
package org.dualflow.particle.flow;

import org.jspecify.annotations.NullMarked;
