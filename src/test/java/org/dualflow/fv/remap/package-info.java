@NullMarked
package org.dualflow.fv.remap;

import org.jspecify.annotations.NullMarked;
