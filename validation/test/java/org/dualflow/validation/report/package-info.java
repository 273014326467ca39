/** Tests of {@code report}. */
@NullMarked
package org.dualflow.validation.report;

import org.jspecify.annotations.NullMarked;
