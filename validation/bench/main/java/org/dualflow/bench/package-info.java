/**
 * Java kernels of the library against references in C and C++, both timed in one run by turns. To add a kernel: a C source
 * in {@code main/c} that prints its best time in seconds, a JMH class here, one line in {@link
 * org.dualflow.bench.Comparisons}.
 *
 * <p>May import the whole library; nothing imports it.
 */
@NullMarked
package org.dualflow.bench;

import org.jspecify.annotations.NullMarked;
