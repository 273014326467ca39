/**
 * The command line: {@link org.dualflow.validation.cli.Dualflow} and its commands.
 *
 * <p>The top layer of the harness: may import all other packages.
 */
@NullMarked
package org.dualflow.validation.cli;

import org.jspecify.annotations.NullMarked;
