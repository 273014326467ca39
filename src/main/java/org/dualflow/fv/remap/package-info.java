/**
 * The conservative semi-Lagrangian scheme: faces are traced back along the field, cells receive the mass between the feet
 * of their faces, read off a reconstruction; for any Courant number. Everything but the scheme, its reconstructions and its
 * solver is private to the package.
 *
 * <p>May import what {@code fv} may, and of {@code fv} the interface of grid schemes; {@code fv} does not import it.
 */
@NullMarked
package org.dualflow.fv.remap;

import org.jspecify.annotations.NullMarked;
