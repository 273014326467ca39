package org.dualflow.validation.io;

import org.dualflow.model.Initial;
import org.dualflow.model.Model;

/**
 * What a case means to the library.
 *
 * @param model the equations
 * @param initial where they start
 * @param reference what the numbers are measured against, if anything is known
 * @param certification how a grid bounds its own error, if that is known
 */
public record Setup(Model model, Initial initial, Reference.Source reference, Certification certification) {

    /** With the certificate that the model alone tells. */
    public Setup(Model model, Initial initial, Reference.Source reference) {
        this(model, initial, reference, Certification.of(model));
    }
}
