/**
 * Transport with particles: Runge–Kutta steps of a {@link org.dualflow.model.TransportModel} for weighted points,
 * walls, sticky merging, deterministic and random starts.
 *
 * <p>May import {@code mesh}, {@code measure}, {@code field}, {@code model} and {@code time}; not {@code fv}.
 */
@NullMarked
package org.dualflow.particle;

import org.jspecify.annotations.NullMarked;
