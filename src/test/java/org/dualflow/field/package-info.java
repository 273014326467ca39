/** Tests of fields and interactions. */
@NullMarked
package org.dualflow.field;

import org.jspecify.annotations.NullMarked;
