@NullMarked
package org.dualflow.movement;

import org.jspecify.annotations.NullMarked;
