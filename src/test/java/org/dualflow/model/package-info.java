/** Tests of models. */
@NullMarked
package org.dualflow.model;

import org.jspecify.annotations.NullMarked;
