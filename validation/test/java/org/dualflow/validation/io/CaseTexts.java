package org.dualflow.validation.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dualflow.validation.io.schema.BadCaseException;
import org.dualflow.validation.io.schema.CaseProblem;

/** Cases that tests write as text. */
final class CaseTexts {

    private CaseTexts() {}

    /** Reads a text as the file {@code case.yaml} of a folder. */
    static CaseReader.ReadCase read(Path folder, String text, String... overrides)
            throws IOException, BadCaseException {
        return CaseReader.read(Files.writeString(folder.resolve("case.yaml"), text), List.of(overrides));
    }

    /** Asserts that exactly this is wrong with a text, and that it is told in one line. */
    static CaseProblem refused(Path folder, String text, int line, String path, String value, String allowed) {
        List<CaseProblem> problems =
                assertThrows(BadCaseException.class, () -> read(folder, text)).problems();
        assertEquals(1, problems.size(), problems.toString());
        CaseProblem problem = problems.get(0);
        assertEquals(line, problem.line(), problem.toString());
        assertEquals(path, problem.path(), problem.toString());
        assertTrue(problem.value().contains(value), problem.toString());
        assertTrue(problem.allowed().contains(allowed), problem.toString());
        assertEquals(1, problem.toString().lines().count());
        return problem;
    }
}
