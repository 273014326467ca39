package org.dualflow.validation.sweep;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dualflow.validation.io.Digest;
import org.dualflow.validation.io.schema.BadCaseException;
import org.dualflow.validation.io.schema.CaseProblem;

/** What the data files hold that the case of a sweep names: part of what the sweep is. */
final class DataFiles {

    private DataFiles() {}

    /**
     * Name as written → SHA-256.
     *
     * @param files by name as written
     */
    static Map<String, String> digests(Map<String, Path> files) throws BadCaseException {
        Map<String, String> digests = new TreeMap<>();
        List<CaseProblem> problems = new ArrayList<>();
        files.forEach((name, file) -> {
            try {
                digests.put(name, Digest.of(file));
            } catch (IOException e) {
                problems.add(new CaseProblem(file.toString(), 0, "", "cannot be read", "a readable file is allowed"));
            }
        });
        if (!problems.isEmpty()) {
            throw new BadCaseException(problems);
        }
        return digests;
    }

    /** Complains if a file is not what it was when the plan was made. */
    static void check(SweepPlan plan) throws BadCaseException {
        Map<String, Path> files = new TreeMap<>();
        plan.data()
                .keySet()
                .forEach(name -> files.put(name, Path.of(plan.file()).resolveSibling(name)));
        List<CaseProblem> changed = new ArrayList<>();
        digests(files).forEach((name, digest) -> {
            if (!digest.equals(plan.data().get(name))) {
                changed.add(new CaseProblem(
                        String.valueOf(files.get(name)),
                        0,
                        "",
                        "changed since the sweep began",
                        "the same content, SHA-256 " + plan.data().get(name) + ", is allowed"));
            }
        });
        if (!changed.isEmpty()) {
            throw new BadCaseException(changed);
        }
    }
}
