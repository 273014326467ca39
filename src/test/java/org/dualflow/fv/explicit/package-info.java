/** Tests of explicit finite volumes for gradient flows. */
@NullMarked
package org.dualflow.fv.explicit;

import org.jspecify.annotations.NullMarked;
