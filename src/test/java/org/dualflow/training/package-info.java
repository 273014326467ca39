@NullMarked
package org.dualflow.training;

import org.jspecify.annotations.NullMarked;
