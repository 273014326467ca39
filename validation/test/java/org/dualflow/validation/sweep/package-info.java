@NullMarked
package org.dualflow.validation.sweep;

import org.jspecify.annotations.NullMarked;
