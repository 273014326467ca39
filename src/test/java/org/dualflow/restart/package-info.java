/** Tests of checkpoints. */
@NullMarked
package org.dualflow.restart;

import org.jspecify.annotations.NullMarked;
