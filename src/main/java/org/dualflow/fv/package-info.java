/**
 * Transport by finite volumes: upwind, MUSCL and WENO5 fluxes on tensor-product meshes, unsplit, with strong-stability
 * preserving Runge–Kutta steps that are rejected and rolled back when they break a rule.
 *
 * <p>May import {@code mesh}, {@code measure}, {@code field}, {@code model} and {@code time}; not {@code particle}.
 */
@NullMarked
package org.dualflow.fv;

import org.jspecify.annotations.NullMarked;
