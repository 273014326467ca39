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
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.FokkerPlanck;
import org.dualflow.model.GradientFlow;
import org.dualflow.model.PorousMedium;

/** What a movement on a mesh must be, whatever target, start and step. */
class GridMoverProperties {

    record Setting(GradientFlow flow, CellMeasure start, double tau) {}

    /** Masses of two decades, in one to three dimensions; for porous media a fifth of the cells are empty at the start. */
    @Provide
    Arbitrary<Setting> settings() {
        Arbitrary<Mesh> meshes = Arbitraries.oneOf(
                FlowGenerators.axes(12).map(Mesh::of),
                Combinators.combine(FlowGenerators.axes(6), FlowGenerators.axes(5))
                        .as(Mesh::of),
                Combinators.combine(FlowGenerators.axes(4), FlowGenerators.axes(3), FlowGenerators.axes(3))
                        .as(Mesh::of));
        return meshes.flatMap(mesh -> Arbitraries.integers().between(0, 3).flatMap(kind -> Combinators.combine(
                        masses(mesh, 0), masses(mesh, kind < 2 ? 0 : 0.2), FlowGenerators.steps(1))
                .as((target, start, tau) -> new Setting(flow(kind, mesh.domain(), new CellLaw(target)), start, tau))));
    }

    private static GradientFlow flow(int kind, Domain box, CellLaw law) {
        return switch (kind) {
            case 0 -> new FokkerPlanck(box, law);
            case 1 -> new JensenShannonFlow(box, law);
            case 2 -> new PorousMedium(box, 1.5);
            default -> new PorousMedium(box, 2);
        };
    }

    private static Arbitrary<CellMeasure> masses(Mesh mesh, double empty) {
        return Arbitraries.randomValue(random -> {
            double[][] rows = mesh.newRows();
            double sum = 0;
            for (double[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = sum > 0 && random.nextDouble() < empty ? 0 : Math.pow(10, -2 * random.nextDouble());
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
