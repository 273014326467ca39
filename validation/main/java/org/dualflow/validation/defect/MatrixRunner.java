package org.dualflow.validation.defect;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.dualflow.validation.claim.Claim;
import org.dualflow.validation.claim.ClaimOutcome;
import org.dualflow.validation.claim.ClaimRunner;
import org.dualflow.validation.claim.OrderedTasks;

/**
 * Fills a {@link DefectMatrix}: first all claims on the library as it is, then the defects, several at a time. What comes
 * out does not depend on how many.
 */
public final class MatrixRunner {

    /** A claim on a defective library may take this many times what it takes on the sound one, and {@link #GRACE} more. */
    private static final double PATIENCE = 20;

    private static final double GRACE = 120;
    /** Seconds, about, to compile a defect and to load the library again. */
    private static final double LOADING = 0.5;

    /** Is told what happens, of one thing at a time. */
    public interface Listener {
        /**
         * Something was done.
         *
         * @param fraction how much of this part is done
         * @param what the part
         * @param line what came out
         */
        void done(Part part, double fraction, String line);
    }

    /** The two parts of the work. */
    public enum Part {
        /** The claims on the library as it is. */
        SOUND,
        /** The claims on the defective ones. */
        DEFECTIVE
    }

    private final int threads;
    private final BooleanSupplier stop;
    private final Listener listener;

    /**
     * @param threads how many defects or claims are run at one time
     * @param stop whether to give up
     * @param listener is told how far it has come
     */
    public MatrixRunner(int threads, BooleanSupplier stop, Listener listener) {
        this.threads = threads;
        this.stop = stop;
        this.listener = listener;
    }

    /** Runs as few pairs as {@link MatrixPlan#sparse} has. */
    public DefectMatrix sparse(Collection<Defect> defects, List<Claim> claims) {
        int[] done = {0};
        List<ClaimOutcome> sound = new ClaimRunner(new ClaimRunner.Listener() {
                    @Override
                    public void finished(ClaimOutcome outcome) {
                        listener.done(Part.SOUND, (double) ++done[0] / claims.size(), line(outcome));
                    }
                })
                .run(claims, threads, stop);
        return fill(MatrixPlan.sparse(defects, claims), sound);
    }

    /**
     * Runs every claim on every defect that it can notice: a claim that never loads the class with the defect computes what it
     * always does, and is not run.
     */
    public DefectMatrix complete(Collection<Defect> defects, List<Claim> claims) {
        Map<String, Set<String>> used = new ConcurrentHashMap<>();
        int[] done = {0};
        List<Callable<ClaimOutcome>> tasks = claims.stream()
                .map(claim -> (Callable<ClaimOutcome>) () -> {
                    DefectiveLibrary intact = new DefectiveLibrary();
                    ClaimOutcome outcome = DefectRunner.run(intact, claim);
                    used.put(claim.id(), intact.used());
                    synchronized (done) {
                        listener.done(Part.SOUND, (double) ++done[0] / claims.size(), line(outcome));
                    }
                    return outcome;
                })
                .toList();
        List<ClaimOutcome> sound = finished(tasks);
        return fill(
                MatrixPlan.of(defects, claims, (defect, claim) -> used.getOrDefault(claim.id(), Set.of())
                        .contains(defect.source())),
                sound);
    }

    private DefectMatrix fill(MatrixPlan plan, List<ClaimOutcome> sound) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        sound.forEach(outcome -> seconds.put(outcome.claim().id(), outcome.seconds()));
        double all = plan.rows().values().stream()
                .mapToDouble(row -> cost(row, seconds))
                .sum();
        double[] done = {0};
        List<Callable<DefectOutcome>> tasks = plan.rows().entrySet().stream()
                .map(row -> (Callable<DefectOutcome>) () -> {
                    DefectOutcome outcome = new DefectRunner(
                                    claim -> {}, claim -> GRACE + PATIENCE * seconds.getOrDefault(claim.id(), 0.0))
                            .run(row.getKey(), row.getValue());
                    synchronized (done) {
                        done[0] += cost(row.getValue(), seconds);
                        listener.done(Part.DEFECTIVE, done[0] / all, line(outcome));
                    }
                    return outcome;
                })
                .toList();
        return new DefectMatrix(sound, stop.getAsBoolean() ? List.of() : finished(tasks));
    }

    private <T> List<T> finished(List<Callable<T>> tasks) {
        return new OrderedTasks(threads, stop)
                .run(tasks).stream().flatMap(Optional::stream).toList();
    }

    private static double cost(List<Claim> row, Map<String, Double> seconds) {
        return (row.isEmpty() ? 0 : LOADING)
                + row.stream()
                        .mapToDouble(claim -> seconds.getOrDefault(claim.id(), 0.0))
                        .sum();
    }

    private static String line(ClaimOutcome outcome) {
        return outcome.result().verdict() + " " + outcome.claim().id() + " without defects";
    }

    private static String line(DefectOutcome outcome) {
        if (outcome.outcomes().isEmpty()) {
            return "NOT REACHED " + outcome.defect().id();
        }
        return (outcome.caught() ? "CAUGHT " : "NOT CAUGHT ")
                + outcome.defect().id()
                + (outcome.caught() ? " by " + String.join(", ", outcome.caughtBy()) : "");
    }
}
