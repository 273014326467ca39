/** Tests of implicit finite volumes for gradient flows. */
@NullMarked
package org.dualflow.fv.implicit;

import org.jspecify.annotations.NullMarked;
