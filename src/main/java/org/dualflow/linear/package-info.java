/**
 * Linear systems of networks of conductors: a node i is linked to its neighbours by conductances g ≥ 0 and to the ground
 * by c ≥ 0, so that
 *
 * <pre>  c_i x_i + Σ_j g_ij (x_i - x_j) = b_i.</pre>
 *
 * The matrix is symmetric, an M-matrix, and positive definite if every part of the network is grounded somewhere. Elimination
 * keeps ground and links apart and never subtracts (Grassmann, Taksar and Heyman), hence solutions of data b ≥ 0 are
 * nonnegative as computed and right in every digit, component by component, however large the conductances are.
 *
 * <p>A bottom layer: imports no other package of the library.
 */
@NullMarked
package org.dualflow.linear;

import org.jspecify.annotations.NullMarked;
