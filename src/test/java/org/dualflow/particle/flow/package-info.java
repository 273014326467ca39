/** Tests of gradient flows with particles. */
@NullMarked
package org.dualflow.particle.flow;

import org.jspecify.annotations.NullMarked;
