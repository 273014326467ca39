/**
 * Case files: what they may say ({@link org.dualflow.validation.io.Registry}), how they are read
 * ({@link org.dualflow.validation.io.CaseReader}) and what they mean to the library
 * ({@link org.dualflow.validation.io.Setup}); and the folder that results go to.
 *
 * <p>May import the library and every package of the harness except {@code sweep} and {@code cli}.
 */
@NullMarked
package org.dualflow.validation.io;

import org.jspecify.annotations.NullMarked;
