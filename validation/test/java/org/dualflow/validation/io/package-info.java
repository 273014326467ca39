/** Tests of {@code io}. */
@NullMarked
package org.dualflow.validation.io;

import org.jspecify.annotations.NullMarked;
