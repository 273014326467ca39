/**
 * Claims: what this project says about its own numbers, each stated once and checked by tests, the command line, the
 * report and the cluster alike. {@link org.dualflow.validation.claim.Claims} lists them;
 * {@link org.dualflow.validation.claim.ClaimRunner} runs them.
 *
 * <p>May import {@code exact}, {@code manufactured}, {@code study}, {@code certificate}, {@code agreement} and the library.
 */
@NullMarked
package org.dualflow.validation.claim;

import org.jspecify.annotations.NullMarked;
