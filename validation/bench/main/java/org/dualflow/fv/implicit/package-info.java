/** Benchmarks of the implicit solver, beside it for access to a single step. */
@NullMarked
package org.dualflow.fv.implicit;

import org.jspecify.annotations.NullMarked;
