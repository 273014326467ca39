package org.dualflow.validation.io.schema;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dualflow.validation.report.Remark;

/**
 * Collects everything that is wrong with one input, and what must be said though it is right; remembers where each path
 * was written.
 */
public final class Problems {

    private final String where;
    private final List<CaseProblem> problems = new ArrayList<>();
    private final Map<String, Yaml.Place> places = new HashMap<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final Map<String, Path> files = new TreeMap<>();

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
        add(place(path), path, value, allowed);
    }

    /** Warns of something that is allowed and may surprise: one line, with file, line and path, among the remarks. */
    public void warn(String path, String value, String meaning) {
        Yaml.Place place = place(path);
        String line = new CaseProblem(place.where(), place.line(), path, value, meaning).toString();
        remarks.add(new Remark(path, Map.of(Remark.WARNING, line)));
    }

    private Yaml.Place place(String path) {
        String at = path;
        while (!at.isEmpty() && !places.containsKey(at)) {
            int end = Math.max(at.lastIndexOf('.'), at.lastIndexOf('['));
            at = end < 0 ? "" : at.substring(0, end);
        }
        return places.getOrDefault(at, new Yaml.Place(where, 0));
    }

    /**
     * Reports a problem in another file that the input names.
     *
     * @param file as the user would look for it
     * @param line first is 1; 0 if no line is to blame
     * @param column the column at fault; empty for the whole file
     * @param value what stands there
     * @param allowed what is allowed instead
     */
    public void addIn(Path file, int line, String column, String value, String allowed) {
        add(new Yaml.Place(file.toString(), line), column, value, allowed);
    }

    /** Says something about the input that is right. */
    public void remark(Remark remark) {
        remarks.add(remark);
    }

    /** What must be said about the input, in the order in which it was read. */
    public List<Remark> remarks() {
        return List.copyOf(remarks);
    }

    /**
     * A file that the input names: relative paths start at the folder of the input.
     *
     * @param file as written
     * @param path where it was written
     * @return nothing, and a problem, if it is no path
     */
    public Optional<Path> beside(String file, String path) {
        try {
            Path named = Path.of(where).resolveSibling(file).normalize();
            files.put(file, named);
            return Optional.of(named);
        } catch (InvalidPathException e) {
            add(path, "no path (" + e.getReason() + ")", "the path of a file is allowed");
            return Optional.empty();
        }
    }

    /** Files that the input names, by name as written. */
    public Map<String, Path> files() {
        return Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /** Remembers where a path was written. */
    void locate(String path, Yaml.Place place) {
        places.put(path, place);
    }

    /** Whether nothing is wrong so far. */
    public boolean isEmpty() {
        return problems.isEmpty();
    }

    /** Everything that is wrong, by line; the command line and other files come last. */
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
