/**
 * Error certificates: bounds on the error of a run that the run computes about itself and that a stability theorem
 * guarantees. {@link org.dualflow.validation.certificate.CertifiedEvolution} accumulates the W₁ bound of transport on a
 * line, {@link org.dualflow.validation.certificate.CertifiedFlow} the L¹ bound of gradient flows in one to three dimensions.
 *
 * <p>May import the library and {@code study}.
 */
@NullMarked
package org.dualflow.validation.certificate;

import org.jspecify.annotations.NullMarked;
