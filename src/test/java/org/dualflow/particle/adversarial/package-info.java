/** Tests of particles that follow a discriminator. */
@NullMarked
package org.dualflow.particle.adversarial;

import org.jspecify.annotations.NullMarked;
