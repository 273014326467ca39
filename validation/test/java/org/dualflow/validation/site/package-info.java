@NullMarked
package org.dualflow.validation.site;

import org.jspecify.annotations.NullMarked;
