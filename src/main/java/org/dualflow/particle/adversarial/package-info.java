/**
 * Particles that know the ratio of their law to the data's from a discriminator: fitted logistic regression on
 * features, and adversarial training of two-layer networks, particles being the generator's outputs.
 *
 * <p>May import {@code particle}, {@code particle.flow} and what they may import.
 */
@NullMarked
package org.dualflow.particle.adversarial;

import org.jspecify.annotations.NullMarked;
