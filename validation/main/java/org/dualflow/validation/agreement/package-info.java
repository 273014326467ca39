/**
 * Agreement of the two discretisations: one model, one initial law, a grid and particles; their distance, split into the
 * parts that space, time step and number of particles contribute, each with its own order.
 *
 * <p>May import the library, {@code exact}, {@code study} and {@code certificate}.
 */
@NullMarked
package org.dualflow.validation.agreement;

import org.jspecify.annotations.NullMarked;
