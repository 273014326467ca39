package org.dualflow.generators;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.dualflow.gan.JensenShannonFlow;
import org.dualflow.measure.CellLaw;
import org.dualflow.measure.CellMeasure;
import org.dualflow.mesh.Axis;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;

/** Random gradient flows: closed meshes, targets with empty and nearly empty cells, data, step sizes. */
public final class FlowGenerators {

    private FlowGenerators() {}

    /** Axes between walls or periodic, with 1 to {@code most} cells, equal or graded. */
    public static Arbitrary<Axis> axes(int most) {
        return Combinators.combine(
                        Arbitraries.integers().between(1, most),
                        Arbitraries.doubles().between(-0.6, 0.6).ofScale(3),
                        Arbitraries.of(true, false),
                        Arbitraries.of(Boundary.NO_FLUX, Boundary.PERIODIC),
                        Arbitraries.doubles().between(0.5, 3).ofScale(3))
                .as((cells, q, graded, boundary, length) -> {
                    Domain.Side side = new Domain.Side(-1, length - 1, boundary, boundary);
                    return graded ? Axis.graded(side, cells, s -> s * (1 + q * (1 - s))) : Axis.uniform(side, cells);
                });
    }

    /** Masses of which some are zero and some tiny; at least one is 1. Not shrunk: whole fields come from one seed. */
    public static Arbitrary<CellMeasure> masses(Mesh mesh) {
        return Arbitraries.randomValue(random -> {
            double[][] rows = mesh.newRows();
            for (double[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    int kind = random.nextInt(8);
                    row[i] = kind == 0
                            ? 0
                            : kind == 1 ? Math.pow(10, -30 * random.nextDouble()) : 0.01 + random.nextDouble();
                }
            }
            rows[random.nextInt(rows.length)][random.nextInt(mesh.rowLength())] = 1;
            return new CellMeasure(mesh, rows);
        });
    }

    /** Step sizes from 1e-6 to 10^largest. */
    public static Arbitrary<Double> steps(double largest) {
        return Arbitraries.doubles().between(-6, largest).ofScale(2).map(e -> Math.pow(10, e));
    }

    /**
     * A Jensen–Shannon flow on a mesh, two data and a step size.
     *
     * @param first of mass one
     * @param second of mass one
     */
    public record Setting(
            JensenShannonFlow flow, CellMeasure target, CellMeasure first, CellMeasure second, double step) {

        /** The same setting seen in a mirror. */
        public Setting mirrored(int axis) {
            CellMeasure data = FlowGenerators.mirrored(target, axis);
            CellMeasure image = new CellMeasure(
                    data.mesh(), FlowGenerators.mirrored(first, axis).rows());
            CellMeasure other = new CellMeasure(
                    data.mesh(), FlowGenerators.mirrored(second, axis).rows());
            return new Setting(
                    new JensenShannonFlow(data.mesh().domain(), new CellLaw(data)), data, image, other, step);
        }

        @Override
        public String toString() {
            return "boundary " + target.mesh().domain() + " target "
                    + java.util.Arrays.deepToString(target.rows()) + " first "
                    + java.util.Arrays.deepToString(first.rows()) + " second "
                    + java.util.Arrays.deepToString(second.rows()) + " step " + step;
        }
    }

    /** Masses on the mesh that is mirrored along an axis. */
    public static CellMeasure mirrored(CellMeasure masses, int axis) {
        Mesh mesh = masses.mesh();
        Axis[] axes = new Axis[mesh.dimension()];
        for (int d = 0; d < axes.length; d++) {
            axes[d] = d == axis ? mirrored(mesh.axis(d)) : mesh.axis(d);
        }
        double[][] rows = mesh.newRows();
        for (int r = 0; r < rows.length; r++) {
            for (int i = 0; i < rows[r].length; i++) {
                int[] at = {i, r % mesh.cells(1), r / mesh.cells(1)};
                at[axis] = mesh.cells(axis) - 1 - at[axis];
                rows[r][i] = masses.rows()[at[1] + mesh.cells(1) * at[2]][at[0]];
            }
        }
        return new CellMeasure(Mesh.of(axes), rows);
    }

    private static Axis mirrored(Axis axis) {
        Domain.Side side = axis.side();
        int n = axis.cells();
        return axis.isUniform()
                ? axis
                : Axis.graded(side, n, s -> (side.upper() - axis.face(n - (int) Math.round(s * n))) / side.length());
    }

    /** Settings in the given number of dimensions, with up to {@code most} cells per axis and steps up to 10^largest. */
    public static Arbitrary<Setting> settings(int dimension, int most, double largest) {
        return axes(most)
                .list()
                .ofSize(dimension)
                .map(list -> Mesh.of(list.toArray(Axis[]::new)))
                .flatMap(mesh -> Combinators.combine(masses(mesh), masses(mesh), masses(mesh), steps(largest))
                        .as((d, u, v, step) -> {
                            CellLaw law = new CellLaw(d);
                            return new Setting(
                                    new JensenShannonFlow(mesh.domain(), law),
                                    law.onto(mesh),
                                    new CellLaw(u).onto(mesh),
                                    new CellLaw(v).onto(mesh),
                                    step);
                        }));
    }

    /** A convex function and a Lipschitz-like constant: errors δ relative to r change μ Φ(r) by at most δ μ size(r). */
    public record Convex(
            String name, java.util.function.DoubleUnaryOperator value, java.util.function.DoubleUnaryOperator size) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Convex functions of the ratio: kinks at random levels, powers, r log r, the Jensen–Shannon integrand. */
    public static Arbitrary<Convex> convexFunctions() {
        Arbitrary<Convex> kinks = Arbitraries.doubles()
                .between(-2, 2)
                .ofScale(3)
                .map(e -> Math.pow(10, e))
                .map(k -> new Convex("|r - " + k + "|", r -> Math.abs(r - k), r -> r));
        Arbitrary<Convex> powers = Arbitraries.doubles()
                .between(1, 3)
                .ofScale(2)
                .map(p -> new Convex("r^" + p, r -> Math.pow(r, p), r -> (p + 1) * Math.pow(r, p)));
        Arbitrary<Convex> others = Arbitraries.of(List.of(
                new Convex(
                        "r log r",
                        r -> r == 0 ? 0 : r * Math.log(r),
                        r -> r == 0 ? 0 : r * (2 * Math.abs(Math.log(r)) + 1)),
                new Convex(
                        "Jensen-Shannon",
                        r -> (r == 0 ? 0 : r * Math.log(2 * r / (1 + r))) + Math.log(2 / (1 + r)),
                        r -> r == 0
                                ? 1
                                : 2 + r * Math.abs(Math.log(2 * r / (1 + r))) + Math.abs(Math.log(2 / (1 + r)))),
                new Convex("1/(1 + r)", r -> 1 / (1 + r), r -> 1)));
        return Arbitraries.oneOf(kinks, powers, others);
    }
}
