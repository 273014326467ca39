/** Tests of {@code cli}. */
@NullMarked
package org.dualflow.validation.cli;

import org.jspecify.annotations.NullMarked;
