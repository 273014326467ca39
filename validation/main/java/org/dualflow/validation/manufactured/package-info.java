/**
 * Manufactured solutions: a density and a field are written down once, as functions of dual numbers; the source that makes
 * the density a solution, exact cell masses and checks of the whole follow by automatic differentiation and quadrature.
 *
 * <p>May import the library and {@code exact}.
 */
@NullMarked
package org.dualflow.validation.manufactured;

import org.jspecify.annotations.NullMarked;
