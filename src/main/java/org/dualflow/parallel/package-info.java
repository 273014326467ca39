/**
 * Loops over fixed chunks of work by several threads. What a chunk computes does not depend on who computes it, so results
 * do not depend on the number of threads.
 *
 * <p>The lowest layer; imports nothing of the library.
 */
@NullMarked
package org.dualflow.parallel;

import org.jspecify.annotations.NullMarked;
