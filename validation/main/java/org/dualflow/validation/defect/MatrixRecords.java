package org.dualflow.validation.defect;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Where what is finished of a matrix is kept, so that a run that was cut off can go on. Called from any thread. */
public interface MatrixRecords {

    /** Keeps nothing. */
    MatrixRecords NONE = new MatrixRecords() {
        @Override
        public Optional<List<List<String>>> find(String name) {
            return Optional.empty();
        }

        @Override
        public void keep(String name, List<List<String>> lines) {}
    };

    /** What was kept under a name in kebab case, if something was: lines of texts. */
    Optional<List<List<String>>> find(String name);

    /** Keeps it. */
    void keep(String name, List<List<String>> lines);

    /** Takes what is kept, or else computes and keeps it. */
    default <T> T take(
            String name,
            Function<List<List<String>>, T> read,
            Supplier<T> compute,
            Function<T, List<List<String>>> write) {
        Optional<List<List<String>>> kept = find(name);
        if (kept.isPresent()) {
            return read.apply(kept.get());
        }
        T made = compute.get();
        keep(name, write.apply(made));
        return made;
    }
}
