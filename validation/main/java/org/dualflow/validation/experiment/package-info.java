/**
 * The harness as a library: an {@link org.dualflow.validation.experiment.Experiment} takes a model, initial data and, if one is
 * known, an exact solution, and gives runs, convergence tables, agreements, certificates and reports. The command line does the same
 * with what case files say.
 *
 * <p>May import the library and every package of the harness except {@code sweep} and {@code cli}.
 */
@NullMarked
package org.dualflow.validation.experiment;

import org.jspecify.annotations.NullMarked;
