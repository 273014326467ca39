package org.dualflow.generators;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.dualflow.measure.CellMeasure;
import org.dualflow.mesh.Axis;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;

/** Random meshes in one to three dimensions with every boundary, uniform and graded, and masses on them. */
public final class MeshGenerators {

    private MeshGenerators() {}

    /** Intervals with all pairs of boundaries that are allowed. */
    public static Arbitrary<Domain.Side> sides() {
        Arbitrary<Double> lower = Arbitraries.doubles().between(-2, 1).ofScale(3);
        Arbitrary<Double> length = Arbitraries.doubles().between(0.5, 3).ofScale(3);
        Arbitrary<Boundary> wall = Arbitraries.of(Boundary.NO_FLUX, Boundary.CLIPPED, Boundary.OPEN);
        return Combinators.combine(lower, length, wall, wall, Arbitraries.of(true, false, false))
                .as((a, l, below, above, periodic) -> new Domain.Side(
                        a, a + l, periodic ? Boundary.PERIODIC : below, periodic ? Boundary.PERIODIC : above));
    }

    /** Boxes in the given number of dimensions. */
    public static Arbitrary<Domain> domains(int dimension) {
        return sides().list().ofSize(dimension).map(Domain::new);
    }

    /** Axes with 2 to {@code most} equal cells. */
    public static Arbitrary<Axis> uniformAxes(int most) {
        return Combinators.combine(sides(), Arbitraries.integers().between(2, most))
                .as(Axis::uniform);
    }

    /** Axes with 2 to {@code most} cells, equal or with widths that vary by up to a factor of about four. */
    public static Arbitrary<Axis> axes(int most) {
        Arbitrary<Axis> graded = Combinators.combine(
                        sides(),
                        Arbitraries.integers().between(2, most),
                        Arbitraries.doubles().between(-0.6, 0.6).ofScale(3))
                .as((side, cells, q) -> Axis.graded(side, cells, s -> s * (1 + q * (1 - s))));
        return Arbitraries.oneOf(uniformAxes(most), graded);
    }

    /** Meshes of one to three of the given axes. */
    public static Arbitrary<Mesh> meshes(Arbitrary<Axis> axes) {
        return axes.list().ofMinSize(1).ofMaxSize(3).map(list -> Mesh.of(list.toArray(Axis[]::new)));
    }

    /** Masses on a mesh: empty cells, ordinary ones, and some so small that products of them underflow. */
    public static Arbitrary<CellMeasure> masses(Mesh mesh) {
        Arbitrary<Double> mass = Arbitraries.oneOf(
                Arbitraries.doubles().between(0, 1).ofScale(6),
                Arbitraries.of(0.0, 0.0, 1.0),
                Arbitraries.of(1e-155, 1e-161, 3e-200, 1e-240, 1e-245, 3e-245, 1e-300, 7e-310, Double.MIN_VALUE));
        return mass.list().ofSize(mesh.size()).map(list -> new CellMeasure(mesh, rows(mesh, list)));
    }

    private static double[][] rows(Mesh mesh, List<Double> list) {
        double[][] rows = mesh.newRows();
        for (int c = 0; c < list.size(); c++) {
            rows[c / mesh.rowLength()][c % mesh.rowLength()] = list.get(c);
        }
        return rows;
    }
}
