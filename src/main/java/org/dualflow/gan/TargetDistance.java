package org.dualflow.gan;

import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.CompensatedSum;
import org.dualflow.measure.Divergences;
import org.dualflow.measure.SmoothLaw;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.FaceConductances;
import org.dualflow.model.Observable;
import org.jspecify.annotations.Nullable;

/** How far masses u on a mesh are from a target d, r = u/d; keeps the masses of the target on the last mesh it saw. */
final class TargetDistance {

    private record OnMesh(Mesh mesh, CellMeasure target, double[][][] conductances) {}

    private final SmoothLaw target;
    private @Nullable OnMesh last;

    TargetDistance(SmoothLaw target) {
        this.target = target;
    }

    List<Observable> observables() {
        return List.of(
                observable("jsd", (u, on) -> Divergences.jensenShannon(u, on.target)),
                observable("l1ToTarget", (u, on) -> Divergences.l1(u, on.target)),
                observable("dissipation", TargetDistance::dissipation),
                observable("ratioMin", (u, on) -> -extreme(u, on.target, -1)),
                observable("ratioMax", (u, on) -> extreme(u, on.target, 1)));
    }

    private Observable observable(String name, ToDoubleBiFunction<CellMeasure, OnMesh> value) {
        return new Observable(
                name,
                state -> state.measure(0) instanceof CellMeasure cells
                        ? value.applyAsDouble(cells, on(cells.mesh()))
                        : Double.NaN);
    }

    private synchronized OnMesh on(Mesh mesh) {
        OnMesh known = last;
        if (known == null || known.mesh != mesh) {
            CellMeasure onto = target.onto(mesh);
            double[][][] conductances = new double[mesh.dimension()][][];
            for (int d = 0; d < conductances.length; d++) {
                conductances[d] = FaceConductances.along(d, onto);
            }
            known = new OnMesh(mesh, onto, conductances);
            last = known;
        }
        return known;
    }

    /** The largest sign · u/d over the cells with d &gt; 0. */
    private static double extreme(CellMeasure u, CellMeasure d, int sign) {
        double most = Double.NEGATIVE_INFINITY;
        for (int r = 0; r < u.rows().length; r++) {
            for (int i = 0; i < u.rows()[r].length; i++) {
                if (d.rows()[r][i] > 0) {
                    most = Math.max(most, sign * (u.rows()[r][i] / d.rows()[r][i]));
                }
            }
        }
        return most;
    }

    /** ¼ ∫ d |∇r|²/(r (1+r)²) by ¼ Σ G (r_j - r_i)²/(r (1+r)²) over the faces, r there by the arithmetic mean. */
    private static double dissipation(CellMeasure u, OnMesh on) {
        Mesh mesh = on.mesh;
        int[] strides = {0, 1, mesh.cells(1)};
        CompensatedSum sum = new CompensatedSum();
        for (int d = 0; d < mesh.dimension(); d++) {
            for (int r = 0; r < mesh.rows(); r++) {
                int index = d == 0 ? 0 : d == 1 ? r % mesh.cells(1) : r / mesh.cells(1);
                int next = d == 0 ? r : r + (index + 1 < mesh.cells(d) ? strides[d] : -index * strides[d]);
                for (int i = 0; i < mesh.rowLength(); i++) {
                    double conductance = on.conductances[d][r][i];
                    int j = d > 0 ? i : i + 1 < mesh.rowLength() ? i + 1 : 0;
                    if (conductance > 0) {
                        double here = u.rows()[r][i] / on.target.rows()[r][i];
                        double there = u.rows()[next][j] / on.target.rows()[next][j];
                        double mean = 0.5 * (here + there);
                        double slope = (there - here) / (1 + mean);
                        sum.add(mean > 0 ? 0.25 * conductance * slope * (slope / mean) : 0);
                    }
                }
            }
        }
        return sum.value();
    }
}
