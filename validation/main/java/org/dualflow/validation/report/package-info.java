/**
 * What people and programs read of a result: tables, plots, {@code summary.json}, series as CSV, one HTML page.
 *
 * <p>A {@link org.dualflow.validation.report.Report} is described once and written as HTML, Markdown, CSV and pictures.
 * May import the library and the packages of the harness below it, not {@code io} or {@code cli}.
 */
@NullMarked
package org.dualflow.validation.report;

import org.jspecify.annotations.NullMarked;
