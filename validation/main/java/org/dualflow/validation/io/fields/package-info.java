/**
 * The states that a solution keeps, as files for other programs: VTK XML and HDF5.
 *
 * <p>May import the library and {@code report}; knows nothing of case files.
 */
@NullMarked
package org.dualflow.validation.io.fields;

import org.jspecify.annotations.NullMarked;
