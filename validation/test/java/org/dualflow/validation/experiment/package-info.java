/** Tests of {@code experiment}. */
@NullMarked
package org.dualflow.validation.experiment;

import org.jspecify.annotations.NullMarked;
