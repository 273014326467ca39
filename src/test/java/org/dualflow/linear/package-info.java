/** Tests of linear solvers. */
@NullMarked
package org.dualflow.linear;

import org.jspecify.annotations.NullMarked;
