package org.dualflow.validation.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dualflow.validation.study.MeanEstimate;

/**
 * Mean and standard deviation over the replicates of every combination, replicates without a finite value left out.
 *
 * @param axes the values at the axes, one row per combination
 * @param spreads one per result
 */
public record SweepStatistics(List<Column> axes, List<Spread> spreads) {

    /** Copies the lists. */
    public SweepStatistics {
        axes = List.copyOf(axes);
        spreads = List.copyOf(spreads);
    }

    /**
     * One result, combination by combination. Arrays are not copied.
     *
     * @param name of the result
     * @param count replicates with a finite value
     * @param mean of them, NaN if there is none
     * @param deviation square root of Σ(x - mean)² / (count - 1), NaN below two
     */
    public record Spread(String name, long[] count, double[] mean, double[] deviation) {

        /** Whether there is more than one finite mean, and not all are the same. */
        public boolean varies() {
            return IntStream.range(0, mean.length)
                            .filter(i -> Double.isFinite(mean[i]))
                            .mapToObj(i -> mean[i])
                            .distinct()
                            .limit(2)
                            .count()
                    == 2;
        }
    }

    /** Of all results of a table. */
    public static SweepStatistics of(SweepPlan plan, SweepTable table) {
        List<Spread> spreads = new ArrayList<>();
        for (Column.Numbers result : table.results()) {
            spreads.add(spread(result, plan.combinations(), plan.repeats()));
        }
        return new SweepStatistics(SweepTable.axes(plan, plan.combinations(), 1), spreads);
    }

    private static Spread spread(Column.Numbers result, int combinations, int repeats) {
        long[] count = new long[combinations];
        double[] mean = new double[combinations];
        double[] deviation = new double[combinations];
        for (int c = 0; c < combinations; c++) {
            double[] values = IntStream.range(c * repeats, (c + 1) * repeats)
                    .mapToDouble(row -> result.values()[row])
                    .filter(Double::isFinite)
                    .toArray();
            MeanEstimate estimate = MeanEstimate.of(values);
            count[c] = estimate.count();
            mean[c] = estimate.mean();
            deviation[c] = estimate.deviation();
        }
        return new Spread(result.name(), count, mean, deviation);
    }

    /** As columns: axes, then three per result. */
    public List<Column> columns() {
        List<Column> all = new ArrayList<>(axes);
        for (Spread spread : spreads) {
            all.add(new Column.Integers(spread.name() + " count", spread.count()));
            all.add(new Column.Numbers(spread.name() + " mean", spread.mean()));
            all.add(new Column.Numbers(spread.name() + " deviation", spread.deviation()));
        }
        return all;
    }
}
