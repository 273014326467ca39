/**
 * Measured data: tables of numbers that case files name, read column by column, checked, standardised and turned into
 * laws. What is wrong with a table is bad input, said in one line per problem: file, line, column, value.
 *
 * <p>May import the library and {@code io.schema}.
 */
@NullMarked
package org.dualflow.validation.io.data;

import org.jspecify.annotations.NullMarked;
