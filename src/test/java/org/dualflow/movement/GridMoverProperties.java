package org.dualflow.movement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dualflow.gan.JensenShannonFlow;
import org.dualflow.generators.FlowGenerators;
import org.dualflow.measure.CellLaw;
import org.dualflow.measure.CellMeasure;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.FokkerPlanck;
import org.dualflow.model.GradientFlow;

/** What a movement on a mesh must be, whatever target, start and step. */
class GridMoverProperties {

    record Setting(GradientFlow flow, CellMeasure start, double tau) {}

    /** Masses of two decades, in one to three dimensions. */
    @Provide
    Arbitrary<Setting> settings() {
        Arbitrary<Mesh> meshes = Arbitraries.oneOf(
                FlowGenerators.axes(12).map(Mesh::of),
                Combinators.combine(FlowGenerators.axes(6), FlowGenerators.axes(5))
                        .as(Mesh::of),
                Combinators.combine(FlowGenerators.axes(4), FlowGenerators.axes(3), FlowGenerators.axes(3))
                        .as(Mesh::of));
        return meshes.flatMap(mesh -> Combinators.combine(
                        masses(mesh), masses(mesh), FlowGenerators.steps(1), Arbitraries.of(true, false))
                .as((target, start, tau, entropy) -> {
                    CellLaw law = new CellLaw(target);
                    GradientFlow flow =
                            entropy ? new FokkerPlanck(mesh.domain(), law) : new JensenShannonFlow(mesh.domain(), law);
                    return new Setting(flow, start, tau);
                }));
    }

    private static Arbitrary<CellMeasure> masses(Mesh mesh) {
        return Arbitraries.randomValue(random -> {
            double[][] rows = mesh.newRows();
            double sum = 0;
            for (double[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = Math.pow(10, -2 * random.nextDouble());
                    sum += row[i];
                }
            }
            for (double[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    row[i] /= sum;
                }
            }
            return new CellMeasure(mesh, rows);
        });
    }

    @Property(tries = 150)
    void keepsMassAndSignAndLowersTheEnergy(@ForAll("settings") Setting setting) {
        Mesh mesh = setting.start().mesh();
        GridMover mover = new GridMover(setting.flow(), mesh);
        double[][] start = setting.start().copy().rows();
        double[][] p = mesh.newRows();
        mover.prepare(start, setting.tau(), p);
        double[][] out = mesh.newRows();
        Movement movement = mover.move(start, setting.tau(), p, out);
        CellMeasure end = new CellMeasure(mesh, out);
        assertEquals(1, end.mass(), 1e-15 * (4 + mesh.size()));
        for (double[] row : out) {
            for (double m : row) {
                assertTrue(m >= 0);
            }
        }
        assertTrue(mover.energy(out) <= mover.energy(start) + 1e-14);
        assertTrue(movement.bound() <= GridMover.ACCURACY * (1 + 1e-14));
    }
}
