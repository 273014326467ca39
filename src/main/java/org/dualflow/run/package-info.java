/**
 * Solving: a {@link org.dualflow.run.Simulation} says what is solved and what is recorded, a
 * {@link org.dualflow.run.Discretisation} how, a {@link org.dualflow.run.Solution} what came out of it.
 *
 * <p>The top layer of the library: may import all other packages.
 */
@NullMarked
package org.dualflow.run;

import org.jspecify.annotations.NullMarked;
