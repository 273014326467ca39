/** Tests of {@code io}. */
@NullMarked
package org.dualflow.validation.io.fields;

import org.jspecify.annotations.NullMarked;
