/**
 * The documentation as a folder of HTML pages. {@link org.dualflow.validation.site.Site} renders it.
 *
 * <p>Imports nothing of the project but the typesetting of {@code report}.
 */
@NullMarked
package org.dualflow.validation.site;

import org.jspecify.annotations.NullMarked;
