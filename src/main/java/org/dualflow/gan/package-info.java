/**
 * The models of the papers: the two-point Wasserstein GAN and clipped transport.
 *
 * <p>May import {@code mesh}, {@code measure}, {@code field}, {@code model} and {@code time}. A model knows no
 * discretisation.
 */
@NullMarked
package org.dualflow.gan;

import org.jspecify.annotations.NullMarked;
