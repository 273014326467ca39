/**
 * Minimising movements: implicit steps of gradient flows in metric spaces,
 *
 * <pre>  x_{n+1} = argmin_x  d²(x, x_n)/(2τ) + E(x),</pre>
 *
 * in R^n, in P₂(R) or P₂ of an interval by quantile functions, and in P₂ of a mesh, with the distance to the exact minimiser bounded in
 * every step; and {@link org.dualflow.movement.DualFlow}, two players who descend at once, each in a space of their own.
 *
 * <p>May import {@code parallel}, {@code mesh}, {@code measure}, {@code field}, {@code linear}, {@code model}, {@code gan}
 * and {@code time}.
 */
@NullMarked
package org.dualflow.movement;

import org.jspecify.annotations.NullMarked;
