package org.dualflow.validation.io;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.CircularWasserstein;
import org.dualflow.measure.Divergences;
import org.dualflow.measure.LineLaw;
import org.dualflow.measure.Measure;
import org.dualflow.measure.QuantileFunction;
import org.dualflow.measure.Wasserstein;
import org.dualflow.model.Species;
import org.dualflow.run.Solution;

/** Distances of last states, {@code metric:species} to value. Cells are read as atoms at their points. */
public final class Distances {

    private Distances() {}

    /** A solution against the reference. */
    public static Map<String, Double> toReference(Solution solution, Reference reference) {
        Map<String, Double> distances = new LinkedHashMap<>();
        Species species = solution.model().species().get(0);
        if (species.domain().dimension() == 1 && !species.domain().side(0).isPeriodic()) {
            QuantileFunction last =
                    QuantileFunction.ofAtoms(solution.last().state().measure(0));
            LineLaw law = reference.law(solution.last().time());
            distances.put("W1:" + species.name(), Wasserstein.W1.between(last, law));
            distances.put("W2:" + species.name(), Wasserstein.W2.between(last, law));
        }
        double[] scalars = reference.scalars(solution.last().time());
        List<String> names = solution.model().scalars();
        for (int i = 0; i < scalars.length; i++) {
            distances.put(
                    "abs:" + names.get(i), Math.abs(solution.last().state().scalar(i) - scalars[i]));
        }
        return distances;
    }

    /** One distance of a solution to the reference: {@code W1}, {@code W2} or {@code L1}; cells as atoms or slabs. */
    public static double toReference(Solution solution, Reference reference, String metric, String reading) {
        Measure last = solution.last().state().measure(0);
        LineLaw law = reference.law(solution.last().time());
        if (metric.equals("L1")) {
            if (!(last instanceof CellMeasure cells)) {
                throw new IllegalArgumentException("metric = L1: W1 or W2 is allowed for particles");
            }
            return Divergences.l1(cells, law.onto(cells.mesh()));
        }
        QuantileFunction quantiles = last instanceof CellMeasure cells && reading.equals("slabs")
                ? QuantileFunction.ofSlabs(cells)
                : QuantileFunction.ofAtoms(last);
        return (metric.equals("W1") ? Wasserstein.W1 : Wasserstein.W2).between(quantiles, law);
    }

    /** The width of the cells of a solution on a line. */
    public static double width(Solution solution) {
        CellMeasure cells = (CellMeasure) solution.last().state().measure(0);
        return cells.mesh().axis(0).width(0);
    }

    /** Two solutions of one model against each other. */
    public static Map<String, Double> between(Solution a, Solution b) {
        Map<String, Double> distances = new LinkedHashMap<>();
        for (int s = 0; s < a.model().species().size(); s++) {
            Species species = a.model().species().get(s);
            Measure x = a.last().state().measure(s);
            Measure y = b.last().state().measure(s);
            if (species.domain().dimension() > 1) {
                continue;
            }
            if (species.domain().side(0).isPeriodic()) {
                var circle = CircularWasserstein.on(species.domain().side(0));
                distances.put("W1:" + species.name(), circle.between(x, y));
            } else {
                distances.put("W1:" + species.name(), Wasserstein.W1.between(x, y));
                distances.put("W2:" + species.name(), Wasserstein.W2.between(x, y));
            }
        }
        List<String> names = a.model().scalars();
        for (int i = 0; i < names.size(); i++) {
            distances.put(
                    "abs:" + names.get(i),
                    Math.abs(a.last().state().scalar(i) - b.last().state().scalar(i)));
        }
        return distances;
    }
}
