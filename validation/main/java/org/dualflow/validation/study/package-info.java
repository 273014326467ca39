/**
 * Convergence studies: a ladder of errors becomes an order with an interval, a table and a verdict; Richardson
 * extrapolation and grid convergence indices where no exact solution exists.
 *
 * <p>Pure statistics: imports nothing of the project.
 */
@NullMarked
package org.dualflow.validation.study;

import org.jspecify.annotations.NullMarked;
