/** Tests of {@code defect}. */
@NullMarked
package org.dualflow.validation.defect;

import org.jspecify.annotations.NullMarked;
