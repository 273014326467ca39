package org.dualflow.validation.io.schema;

import java.util.List;
import java.util.stream.Collectors;

/** The input was refused; holds everything that is wrong with it. */
public final class BadCaseException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<CaseProblem> problems;

    /** @param problems at least one */
    public BadCaseException(List<CaseProblem> problems) {
        super(problems.stream().map(CaseProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** All problems, in the order of their lines. */
    public List<CaseProblem> problems() {
        return problems;
    }
}
