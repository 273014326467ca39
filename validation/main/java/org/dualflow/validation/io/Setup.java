package org.dualflow.validation.io;

import java.util.List;
import org.dualflow.model.Initial;
import org.dualflow.model.Model;

/**
 * What a case means to the library.
 *
 * @param model that is solved
 * @param initial where it starts
 * @param reference what the numbers are measured against, if anything is known
 * @param certification how a grid bounds its own error, if that is known
 * @param equations of the model in TeX, for the report; may be empty
 */
public record Setup(
        Model model, Initial initial, Reference.Source reference, Certification certification, List<String> equations) {

    /** Copies the list. */
    public Setup {
        equations = List.copyOf(equations);
    }

    /** Without equations. */
    public Setup(Model model, Initial initial, Reference.Source reference, Certification certification) {
        this(model, initial, reference, certification, List.of());
    }

    /** With the certificate that the model alone tells, without equations. */
    public Setup(Model model, Initial initial, Reference.Source reference) {
        this(model, initial, reference, Certification.of(model));
    }

    /** The same setup with equations in TeX. */
    public Setup withEquations(List<String> others) {
        return new Setup(model, initial, reference, certification, others);
    }
}
