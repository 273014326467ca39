@NullMarked
package org.dualflow.fv;

import org.jspecify.annotations.NullMarked;
