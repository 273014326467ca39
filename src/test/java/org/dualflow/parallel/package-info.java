@NullMarked
package org.dualflow.parallel;

import org.jspecify.annotations.NullMarked;
