/** Tests of the manufactured solutions. */
@NullMarked
package org.dualflow.validation.manufactured;

import org.jspecify.annotations.NullMarked;
