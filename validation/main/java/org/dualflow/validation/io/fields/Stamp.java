package org.dualflow.validation.io.fields;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dualflow.validation.report.Provenance;

/**
 * Where fields come from, as far as it is the same for every run that gives them: the time of day and the machine are in
 * {@code summary.json}, so that files of equal numbers have equal bytes.
 *
 * @param caseName name of the case
 * @param digest tells the case from others
 * @param build version and revision of the program
 */
public record Stamp(String caseName, String digest, String build) {

    /** Of this build. */
    public static Stamp of(String caseName, String digest) {
        return new Stamp(caseName, digest, Provenance.buildLabel());
    }

    /** What files hold: name → value. */
    Map<String, String> entries() {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("case", caseName);
        entries.put("digest", digest);
        entries.put("dualflow", build);
        return entries;
    }
}
