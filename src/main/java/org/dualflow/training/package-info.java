/**
 * The stochastic training algorithm of which {@link org.dualflow.gan.ClippedWassersteinGan} is the limit, as a solver of that
 * model.
 *
 * <p>May import every package but {@code run}.
 */
@NullMarked
package org.dualflow.training;

import org.jspecify.annotations.NullMarked;
