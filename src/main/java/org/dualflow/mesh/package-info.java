/**
 * Tensor-product meshes in one to three dimensions: where the cells are and what happens at the ends of each axis.
 *
 * <p>This package knows nothing of measures, fields or solvers and imports nothing of the project.
 */
@NullMarked
package org.dualflow.mesh;

import org.jspecify.annotations.NullMarked;
