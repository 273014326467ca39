package org.dualflow.validation.defect;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dualflow.validation.claim.Claim;
import org.dualflow.validation.claim.ClaimOutcome;
import org.dualflow.validation.claim.ClaimRunner;
import org.dualflow.validation.claim.OrderedTasks;

/**
 * Fills a {@link DefectMatrix}: first all claims on the library as it is, then the defects, several at a time. What comes
 * out does not depend on how many: a row that runs out of memory beside others, whoever took it, is run again alone.
 */
public final class MatrixRunner {

    private static final double FOR_EVER = Double.POSITIVE_INFINITY;

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
    private final MatrixRecords records;
    private final Function<Defect, Probe> planting;

    /**
     * @param threads how many defects or claims are run at one time
     * @param stop whether to give up
     * @param listener is told how far it has come
     * @param records what is there already, and where more is kept
     */
    public MatrixRunner(int threads, BooleanSupplier stop, Listener listener, MatrixRecords records) {
        this(threads, stop, listener, records, Probe::of);
    }

    MatrixRunner(
            int threads,
            BooleanSupplier stop,
            Listener listener,
            MatrixRecords records,
            Function<Defect, Probe> planting) {
        this.threads = threads;
        this.stop = stop;
        this.listener = listener;
        this.records = records;
        this.planting = planting;
    }

    /** Runs as few pairs as {@link MatrixPlan#sparse} has. */
    public DefectMatrix sparse(Collection<Defect> defects, List<Claim> claims) {
        Probe here = new ClaimRunner(ClaimRunner.Listener.SILENT)::run;
        List<SoundClaim> sound = sound(
                claims, (claim, alone) -> new SoundClaim(DefectRunner.run(here, claim, FOR_EVER, alone), Set.of()));
        return fill(MatrixPlan.sparse(defects, claims), sound);
    }

    /**
     * Runs every claim on every defect that it can notice: a claim that never loads the class with the defect computes what it
     * always does, and is not run.
     */
    public DefectMatrix complete(Collection<Defect> defects, List<Claim> claims) {
        List<SoundClaim> sound = sound(claims, (claim, alone) -> {
            DefectiveLibrary intact = new DefectiveLibrary();
            ClaimOutcome outcome = DefectRunner.run(Probe.of(intact), claim, FOR_EVER, alone);
            return new SoundClaim(outcome, intact.used());
        });
        Map<String, Set<String>> used = new LinkedHashMap<>();
        sound.forEach(claim -> used.put(claim.outcome().claim().id(), claim.used()));
        return fill(
                MatrixPlan.of(defects, claims, (defect, claim) -> used.getOrDefault(claim.id(), Set.of())
                        .contains(defect.source())),
                sound);
    }

    private List<SoundClaim> sound(List<Claim> claims, BiFunction<Claim, Boolean, SoundClaim> run) {
        int[] done = {0};
        return finished(claims, (claim, alone) -> {
            SoundClaim sound = records.take(
                    "claim-" + claim.id(),
                    lines -> SoundClaim.read(claim, lines),
                    () -> run.apply(claim, alone),
                    SoundClaim::lines);
            synchronized (done) {
                listener.done(Part.SOUND, (double) ++done[0] / claims.size(), line(sound.outcome()));
            }
            return sound;
        });
    }

    private DefectMatrix fill(MatrixPlan plan, List<SoundClaim> sound) {
        ClaimTimes times = new ClaimTimes(sound);
        DefectRunner runner = new DefectRunner(claim -> {}, times::limit, planting);
        Set<Defect> missing = plan.rows().keySet().stream()
                .filter(defect -> records.find(name(defect)).isEmpty())
                .collect(Collectors.toSet());
        double all = missing.stream()
                .mapToDouble(defect -> times.cost(plan.row(defect)))
                .sum();
        double[] done = {0};
        List<Defect> rows =
                stop.getAsBoolean() ? List.of() : List.copyOf(plan.rows().keySet());
        List<DefectOutcome> outcomes = finished(rows, (defect, alone) -> {
            List<Claim> row = plan.row(defect);
            DefectOutcome outcome = records.take(
                    name(defect),
                    lines -> DefectOutcome.read(defect, row, lines),
                    () -> runner.run(defect, row, alone),
                    DefectOutcome::lines);
            if (missing.contains(defect)) {
                synchronized (done) {
                    done[0] += times.cost(row);
                    listener.done(Part.DEFECTIVE, done[0] / all, line(outcome));
                }
            }
            return outcome;
        });
        return new DefectMatrix(sound.stream().map(SoundClaim::outcome).toList(), outcomes);
    }

    private static String name(Defect defect) {
        return "defect-" + defect.id();
    }

    private <S, T> List<T> finished(List<S> what, BiFunction<S, Boolean, T> how) {
        return new OrderedTasks(threads, stop)
                        .run(what.stream()
                                .map(one -> (OrderedTasks.Task<T>) alone -> how.apply(one, alone))
                                .toList())
                        .stream()
                        .flatMap(Optional::stream)
                        .toList();
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
