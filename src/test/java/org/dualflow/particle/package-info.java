/** Tests of transport with particles. */
@NullMarked
package org.dualflow.particle;

import org.jspecify.annotations.NullMarked;
