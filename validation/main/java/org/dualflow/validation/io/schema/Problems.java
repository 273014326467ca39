package org.dualflow.validation.io.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects everything that is wrong with one input, and remembers where each path was written. */
public final class Problems {

    private final String where;
    private final List<CaseProblem> problems = new ArrayList<>();
    private final Map<String, Yaml.Place> places = new HashMap<>();

    /** @param where the file as the user named it */
    public Problems(String where) {
        this.where = where;
    }

    /** Reports a problem at a known place. */
    void add(Yaml.Place place, String path, String value, String allowed) {
        problems.add(new CaseProblem(place.where(), place.line(), path, value, allowed));
    }

    /** Reports a problem at a path; the place is that of the path, or of the nearest one above that was written. */
    public void add(String path, String value, String allowed) {
        String at = path;
        while (!at.isEmpty() && !places.containsKey(at)) {
            int end = Math.max(at.lastIndexOf('.'), at.lastIndexOf('['));
            at = end < 0 ? "" : at.substring(0, end);
        }
        Yaml.Place place = places.getOrDefault(at, new Yaml.Place(where, 0));
        add(place, path, value, allowed);
    }

    /** Remembers where a path was written. */
    void locate(String path, Yaml.Place place) {
        places.put(path, place);
    }

    /** Whether nothing is wrong so far. */
    public boolean isEmpty() {
        return problems.isEmpty();
    }

    /** Everything that is wrong, by line; the command line comes last. */
    public List<CaseProblem> all() {
        List<CaseProblem> sorted = new ArrayList<>(problems);
        sorted.sort(Comparator.comparing((CaseProblem p) -> !p.where().equals(where))
                .thenComparingInt(CaseProblem::line));
        return sorted;
    }

    /** Throws if anything is wrong. */
    public void check() throws BadCaseException {
        if (!problems.isEmpty()) {
            throw new BadCaseException(all());
        }
    }
}
