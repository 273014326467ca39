/**
 * Time: what it means to advance a state, Runge–Kutta methods, and the failure of a step.
 *
 * <p>May import {@code mesh}, {@code measure}, {@code field} and {@code model}.
 */
@NullMarked
package org.dualflow.time;

import org.jspecify.annotations.NullMarked;
