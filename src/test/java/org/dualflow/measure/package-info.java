/** Tests of laws, measures and distances. */
@NullMarked
package org.dualflow.measure;

import org.jspecify.annotations.NullMarked;
