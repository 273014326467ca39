package org.dualflow.validation.report;

import java.util.ArrayList;
import java.util.List;
import org.dualflow.gan.ClippedWassersteinGan;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.Measure;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.run.Snapshot;
import org.dualflow.run.Solution;
import org.hipparchus.util.FastMath;

/**
 * The joint law of the first outer and the first inner weight of a network's neurons: the share of the mass in each of a
 * number of squares, as its logarithm. On an axis with clipped ends the outermost squares are centred on the walls, as the
 * cells of a grid are there, so that what is on a wall is seen on the edge of the picture.
 */
final class WeightMaps {

    private static final int SQUARES = 25;
    private static final int MOST_CELLS = 50;
    private static final int CRITIC_INSTANTS = 4;

    /** Logarithm of the least share that is told from nothing. */
    private static final double FAINTEST = -4;

    private WeightMaps() {}

    /** The critic over time and the generator at the beginning and the end of the first solution, the critic's end of others. */
    static List<Plot> of(RunResult result) {
        List<Plot> plots = new ArrayList<>();
        for (Solution solution : result.solutions()) {
            if (solution.model() instanceof ClippedWassersteinGan gan) {
                boolean first = plots.isEmpty();
                List<Snapshot> shown = first ? GanPlots.instants(solution, CRITIC_INSTANTS) : List.of(solution.last());
                for (int k = 0; k < shown.size(); k++) {
                    plots.add(map(gan, solution, 1, shown.get(k), first ? "-" + (k + 1) : ""));
                }
                if (first) {
                    plots.add(map(gan, solution, 0, solution.snapshots().get(0), "-first"));
                    plots.add(map(gan, solution, 0, solution.last(), "-last"));
                }
            }
        }
        return plots;
    }

    private static MapPlot map(ClippedWassersteinGan gan, Solution solution, int s, Snapshot snapshot, String which) {
        int inner = s == 0 ? gan.dataDimension() : 1;
        Domain domain = gan.species().get(s).domain();
        Measure law = snapshot.state().measure(s);
        double[] xs = centres(domain.side(0), squares(law, 0));
        double[] ys = centres(domain.side(inner), squares(law, inner));
        double[][] share = new double[ys.length][xs.length];
        double mass = law.mass();
        law.forEachBlock((x, w, n) -> {
            for (int i = 0; i < n; i++) {
                share[at(ys, x[inner][i])][at(xs, x[0][i])] += w[i] / mass;
            }
        });
        double[][] z = new double[ys.length][xs.length];
        for (int j = 0; j < ys.length; j++) {
            for (int i = 0; i < xs.length; i++) {
                z[j][i] = Math.max(FAINTEST, FastMath.log10(share[j][i]));
            }
        }
        String species = gan.species().get(s).name();
        return new MapPlot(
                "weights-" + species + "-" + solution.name() + which,
                "The " + species + "'s weights at time " + Numbers.significant(snapshot.time(), 4) + ": "
                        + solution.name(),
                s == 1
                        ? "Share of the neurons in each square, as its logarithm. The outermost squares lie on the walls of the"
                                + " clipping box: dark edges are neurons piled up there, dark corners atoms."
                        : "Share of the neurons in each square, as its logarithm.",
                Plot.Axis.of("outer weight"),
                Plot.Axis.of("inner weight"),
                xs,
                ys,
                z,
                "log10 of the mass",
                FAINTEST);
    }

    private static int squares(Measure law, int axis) {
        return law instanceof CellMeasure cells && cells.mesh().cells(axis) <= MOST_CELLS
                ? cells.mesh().cells(axis)
                : SQUARES;
    }

    /** Evenly spaced, on the ends of a side with clipped ends, half a square inside of one with others. */
    private static double[] centres(Domain.Side side, int n) {
        boolean onWalls = side.atLower() == Boundary.CLIPPED && n > 1;
        double width = side.length() / (onWalls ? n - 1 : n);
        double[] centres = new double[n];
        for (int i = 0; i < n; i++) {
            centres[i] = side.lower() + (onWalls ? i : i + 0.5) * width;
        }
        return centres;
    }

    private static int at(double[] centres, double x) {
        int last = centres.length - 1;
        double width = last > 0 ? (centres[last] - centres[0]) / last : 1;
        return (int) Math.max(0, Math.min(last, Math.rint((x - centres[0]) / width)));
    }
}
