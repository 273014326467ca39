@NullMarked
package org.dualflow.validation.cluster;

import org.jspecify.annotations.NullMarked;
