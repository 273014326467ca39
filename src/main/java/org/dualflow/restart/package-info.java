/**
 * Going on where a computation stopped: what a state is made of ({@link org.dualflow.restart.Restartable}), and where it is
 * kept ({@link org.dualflow.restart.Checkpoints}).
 *
 * <p>The lowest layer: imports no other package, and may be imported by all.
 */
@NullMarked
package org.dualflow.restart;

import org.jspecify.annotations.NullMarked;
