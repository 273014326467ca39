package org.dualflow.validation.defect;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
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

    /** Runs the pairs that a scope has. */
    public DefectMatrix run(MatrixScope scope, Collection<Defect> defects, List<Claim> claims) {
        if (scope == MatrixScope.SPARSE) {
            return new Rows(unwatched(claims)).fill(MatrixPlan.sparse(defects, claims), 0, 0);
        }
        List<SoundClaim> sound = watched(claims);
        BiPredicate<Defect, Claim> canNotice = SoundClaim.users(sound);
        return scope == MatrixScope.COMPLETE
                ? new Rows(sound).fill(MatrixPlan.of(defects, claims, canNotice), 0, 0)
                : search(new MatrixSearch(defects, claims, canNotice), new Rows(sound));
    }

    private DefectMatrix search(MatrixSearch search, Rows rows) {
        DefectMatrix matrix = rows.fill(search.named(), 0, 0);
        for (int round = 1; matrix.whole(); round++) {
            Set<String> open = matrix.untouched().keySet();
            MatrixPlan plan = search.round(round, open);
            if (plan.rows().isEmpty()) {
                return matrix;
            }
            matrix = matrix.with(rows.fill(plan, round, rows.times.cost(search.after(round, open))));
        }
        return matrix;
    }

    private List<SoundClaim> unwatched(List<Claim> claims) {
        Probe here = new ClaimRunner(ClaimRunner.Listener.SILENT)::run;
        return sound(
                claims, (claim, alone) -> new SoundClaim(DefectRunner.run(here, claim, FOR_EVER, alone), Set.of()));
    }

    private List<SoundClaim> watched(List<Claim> claims) {
        return sound(claims, (claim, alone) -> {
            DefectiveLibrary intact = new DefectiveLibrary();
            ClaimOutcome outcome = DefectRunner.run(Probe.of(intact), claim, FOR_EVER, alone);
            return new SoundClaim(outcome, intact.used());
        });
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

    /** Runs the rows of plans, and tells how far they have come. */
    private final class Rows {
        private final List<SoundClaim> sound;
        private final ClaimTimes times;
        private final DefectRunner runner;
        private double done;

        Rows(List<SoundClaim> sound) {
            this.sound = sound;
            this.times = new ClaimTimes(sound);
            this.runner = new DefectRunner(claim -> {}, times::limit, planting);
        }

        /**
         * What a plan gives.
         *
         * @param round 0 for the only or first one
         * @param later seconds that may follow after it
         */
        DefectMatrix fill(MatrixPlan plan, int round, double later) {
            List<Defect> rows = stop.getAsBoolean() ? List.of() : plan.defects();
            Set<Defect> missing = rows.stream()
                    .filter(defect -> records.find(name(defect, round)).isEmpty())
                    .collect(Collectors.toSet());
            double left = later
                    + missing.stream()
                            .mapToDouble(defect -> times.cost(plan.row(defect)))
                            .sum();
            double all = done + left;
            List<DefectOutcome> outcomes = finished(rows, (defect, alone) -> {
                List<Claim> row = plan.row(defect);
                DefectOutcome outcome = records.take(
                        name(defect, round),
                        lines -> DefectOutcome.read(defect, row, lines),
                        () -> runner.run(defect, row, alone),
                        DefectOutcome::lines);
                if (missing.contains(defect)) {
                    tell(times.cost(row), all, line(outcome, round));
                }
                return outcome;
            });
            return new DefectMatrix(
                    sound.stream().map(SoundClaim::outcome).toList(),
                    outcomes,
                    outcomes.size() == plan.defects().size());
        }

        private synchronized void tell(double seconds, double all, String line) {
            done += seconds;
            listener.done(Part.DEFECTIVE, done / all, line);
        }
    }

    private static String name(Defect defect, int round) {
        return "defect-" + defect.id() + (round == 0 ? "" : "-" + round);
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

    private static String line(DefectOutcome outcome, int round) {
        String id = outcome.defect().id();
        if (outcome.caught()) {
            return "CAUGHT " + id + " by " + String.join(", ", outcome.caughtBy());
        }
        int asked = outcome.outcomes().size();
        return round > 0
                ? "NO MORE of " + id + " in " + asked + (asked == 1 ? " claim" : " claims")
                : (asked == 0 ? "NOT REACHED " : "NOT CAUGHT ") + id;
    }
}
