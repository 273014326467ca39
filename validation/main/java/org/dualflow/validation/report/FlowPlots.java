package org.dualflow.validation.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dualflow.measure.CellMeasure;
import org.dualflow.mesh.Axis;
import org.dualflow.model.GradientFlow;
import org.dualflow.run.Snapshot;
import org.dualflow.run.Solution;

/** A gradient flow on a grid beside its target: densities on a line, a map of the target in more dimensions. */
final class FlowPlots {

    private FlowPlots() {}

    static List<Plot> of(RunResult result) {
        List<Plot> plots = new ArrayList<>();
        for (Solution solution : result.solutions()) {
            if (solution.model() instanceof GradientFlow flow
                    && solution.last().state().measure(0) instanceof CellMeasure cells) {
                CellMeasure target = flow.target().onto(cells.mesh());
                plots.add(
                        cells.dimension() == 1
                                ? densities(solution, target)
                                : RunPlots.map(
                                        target,
                                        "map-target",
                                        "The target of the flow",
                                        cells.dimension() > 2 ? "Density, summed over the third axis." : "Density."));
            }
        }
        return plots;
    }

    private static Plot densities(Solution solution, CellMeasure target) {
        List<Curve> curves = new ArrayList<>();
        int last = solution.snapshots().size() - 1;
        Set<Integer> shown = new LinkedHashSet<>(List.of(0, Math.min(1, last), last / 4, last));
        for (int k : shown) {
            Snapshot snapshot = solution.snapshots().get(k);
            CellMeasure cells = (CellMeasure) snapshot.state().measure(0);
            curves.add(new Curve(
                    "t = " + Numbers.significant(snapshot.time(), 3), points(cells), density(cells), Curve.Style.LINE));
        }
        curves.add(new Curve("target", points(target), density(target), Curve.Style.DASHED));
        String species = solution.model().species().get(0).name();
        return new LinePlot(
                "density-" + species,
                "The " + species + " flows to its target: " + solution.name(),
                "Densities.",
                Plot.Axis.of("x"),
                Plot.Axis.of("density"),
                curves,
                List.of());
    }

    private static double[] points(CellMeasure cells) {
        return cells.mesh().axis(0).points();
    }

    private static double[] density(CellMeasure cells) {
        Axis axis = cells.mesh().axis(0);
        double[] density = cells.rows()[0].clone();
        for (int i = 0; i < density.length; i++) {
            density[i] /= axis.width(i);
        }
        return density;
    }
}
