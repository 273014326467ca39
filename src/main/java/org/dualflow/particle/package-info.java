/**
 * Transport with particles: Runge–Kutta steps of a {@link org.dualflow.model.TransportModel} for weighted points,
 * walls, sticky merging, deterministic and random starts.
 *
 * <p>Particles that follow a gradient flow of their own law are in {@code flow}, and those that know it from a trained
 * discriminator in {@code adversarial}; this package knows neither.
 *
 * <p>May import {@code mesh}, {@code measure}, {@code field}, {@code model} and {@code time}; not {@code fv}.
 */
@NullMarked
package org.dualflow.particle;

import org.jspecify.annotations.NullMarked;
