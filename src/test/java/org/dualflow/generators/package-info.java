/** Generators of meshes, measures, laws and fields for property-based tests, ours and those of users' own solvers. */
@NullMarked
package org.dualflow.generators;

import org.jspecify.annotations.NullMarked;
