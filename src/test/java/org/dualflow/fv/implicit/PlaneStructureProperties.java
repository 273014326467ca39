package org.dualflow.fv.implicit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.dualflow.generators.FlowGenerators;
import org.dualflow.generators.FlowGenerators.Setting;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.Divergences;
import org.dualflow.mesh.Axis;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.FaceConductances;

/**
 * The structure of an implicit Euler step in two and three dimensions, where linear systems are solved by iteration, to rounding.
 * What rounding makes of a step of size τ, in L¹ and relative to the mass, is
 *
 * <pre>  a = 2⁻⁴⁸ (1 + 2 max w + τ Σ κG_ij (w_i + w_j)) + 2⁻⁴⁹ (1 + 2 max w).</pre>
 *
 * <p>The first part is the accuracy asked for. A linear solve may use a quarter of it; its residual is a difference of numbers of which each cell
 * rounds μ h' w, Σ μ (1 + r) w ≤ 2 max w, and each face κG w, to about 2⁻⁵². The second is what rounding makes of potentials and
 * ratios. The defect and the balance of masses contribute a each, so that masses are at most 2 a away from the exact step and every
 * statement holds up to what that allows. On a line elimination never subtracts, and nothing grows with τ ({@link StructureProperties}); an iteration
 * has to subtract, and none that computes its residual in double precision does better for τ → ∞.
 */
class PlaneStructureProperties {

    @Provide
    Arbitrary<Setting> settings() {
        return Arbitraries.oneOf(FlowGenerators.settings(2, 9, 2), FlowGenerators.settings(3, 4, 2));
    }

    /** Σ τ κG_ij (w_i + w_j), with the largest w of both data. */
    private static double exchange(Setting setting) {
        CellMeasure target = setting.target();
        Mesh mesh = target.mesh();
        double[] w = new double[mesh.size()];
        int row = mesh.rowLength();
        for (int c = 0; c < w.length; c++) {
            double mu = target.rows()[c / row][c % row];
            w[c] = mu > 0
                    ? Math.log1p(Math.max(
                                    setting.first().rows()[c / row][c % row],
                                    setting.second().rows()[c / row][c % row])
                            / mu)
                    : 0;
        }
        double sum = 0;
        int stride = 1;
        for (int d = 0; d < mesh.dimension(); d++) {
            double[][] conductances = FaceConductances.along(d, target);
            for (int c = 0; c < w.length; c++) {
                int at = c / stride % mesh.cells(d);
                int next = at + 1 < mesh.cells(d) ? c + stride : c - at * stride;
                sum += conductances[c / row][c % row] * (w[c] + w[next]);
            }
            stride *= mesh.cells(d);
        }
        return setting.step() * setting.flow().mobility() * sum;
    }

    /** 1 + 2 max w, with the largest w of both data. */
    private static double potentials(Setting setting) {
        double greatest = 0;
        for (int r = 0; r < setting.target().rows().length; r++) {
            for (int i = 0; i < setting.target().rows()[r].length; i++) {
                double mu = setting.target().rows()[r][i];
                double m =
                        Math.max(setting.first().rows()[r][i], setting.second().rows()[r][i]);
                greatest = mu > 0 ? Math.max(greatest, m / mu) : greatest;
            }
        }
        return 1 + 2 * Math.log1p(greatest);
    }

    /** The accuracy that a step is asked for. */
    private static double accuracy(Setting setting) {
        return ImplicitScheme.LEAST_ACCURACY * (potentials(setting) + exchange(setting));
    }

    /** a: the accuracy and what rounding makes of potentials and ratios. */
    private static double error(Setting setting) {
        return accuracy(setting) + ImplicitScheme.ROUNDING * potentials(setting);
    }

    private static ImplicitScheme scheme(Setting setting) {
        return ImplicitScheme.euler(Double.MAX_VALUE).withAccuracy(accuracy(setting));
    }

    private static CellMeasure step(Setting setting, CellMeasure start) {
        return steps(setting, start)[0];
    }

    /**
     * One step from each of several masses, of one size that all of them accept: where the target varies by thirty powers of
     * ten from cell to cell, rounding may refuse a large one.
     */
    private static CellMeasure[] steps(Setting setting, CellMeasure... starts) {
        CellMeasure[] ends = new CellMeasure[starts.length];
        double size = setting.step();
        for (int k = 0; k < starts.length; k++) {
            ImplicitFlow solver = new ImplicitFlow(setting.flow(), scheme(setting), starts[k], 0);
            double made = solver.step(size);
            if (made < size) {
                assertTrue(made >= setting.step() / 64, "step " + made + " instead of " + setting.step());
                size = made;
                k = -1;
            } else {
                ends[k] = solver.measure();
            }
        }
        return ends;
    }

    @Property(tries = 1000)
    void massIsKeptAndRatiosStayWithinTheirBounds(@ForAll("settings") Setting setting) {
        CellMeasure end = step(setting, setting.first());
        double error = error(setting);
        // Each mass is rounded once when the balance is restored, and once in the factor.
        assertEquals(setting.first().mass(), end.mass(), 4 * 0x1p-53);
        double least = Double.POSITIVE_INFINITY;
        double greatest = 0;
        for (int r = 0; r < end.rows().length; r++) {
            for (int i = 0; i < end.rows()[r].length; i++) {
                double mu = setting.target().rows()[r][i];
                if (mu > 0) {
                    least = Math.min(least, setting.first().rows()[r][i] / mu);
                    greatest = Math.max(greatest, setting.first().rows()[r][i] / mu);
                }
            }
        }
        for (int r = 0; r < end.rows().length; r++) {
            for (int i = 0; i < end.rows()[r].length; i++) {
                double mu = setting.target().rows()[r][i];
                double m = end.rows()[r][i];
                assertTrue(m >= 0);
                if (mu > 0) {
                    assertTrue(m >= least * mu - 2 * error && m <= greatest * mu + 2 * error);
                } else {
                    assertEquals(setting.first().rows()[r][i], m, 0);
                }
            }
        }
    }

    /** Mixtures of |r - k| and linear functions are all the convex functions there are. */
    @Property(tries = 1000)
    void convexEntropiesDecay(@ForAll("settings") Setting setting, @ForAll @DoubleRange(min = 0, max = 5) double k) {
        double before = kink(setting, setting.first(), k);
        double after = kink(setting, step(setting, setting.first()), k);
        assertTrue(after <= before + 2 * error(setting));
    }

    private static double kink(Setting setting, CellMeasure u, double k) {
        double sum = 0;
        for (int r = 0; r < u.rows().length; r++) {
            for (int i = 0; i < u.rows()[r].length; i++) {
                double mu = setting.target().rows()[r][i];
                sum += mu > 0 ? Math.abs(u.rows()[r][i] - k * mu) : 0;
            }
        }
        return sum;
    }

    @Property(tries = 1000)
    void distancesShrinkAndOrderIsKept(@ForAll("settings") Setting setting) {
        CellMeasure above = setting.first().copy();
        for (int r = 0; r < above.rows().length; r++) {
            for (int i = 0; i < above.rows()[r].length; i++) {
                above.rows()[r][i] =
                        Math.max(setting.first().rows()[r][i], setting.second().rows()[r][i]);
            }
        }
        CellMeasure[] ends = steps(setting, setting.first(), setting.second(), above);
        CellMeasure low = ends[0];
        CellMeasure other = ends[1];
        CellMeasure high = ends[2];
        double error = error(setting);
        double before = Divergences.l1(setting.first(), setting.second());
        assertTrue(Divergences.l1(low, other) <= before + 4 * error);
        // The mass of the maximum is at most 2.
        for (int r = 0; r < low.rows().length; r++) {
            for (int i = 0; i < low.rows()[r].length; i++) {
                assertTrue(low.rows()[r][i] <= high.rows()[r][i] + 6 * error);
            }
        }
    }

    @Property(tries = 1000)
    void theTargetIsAtRest(@ForAll("settings") Setting setting) {
        assertArrayEquals(
                setting.target().rows(), step(setting, setting.target()).rows());
    }

    /**
     * Mirrored along an axis, everything comes out mirrored; both are 2 a away from the exact step. Widths of the mirrored cells are
     * right to ε = 2⁻⁵¹ over the least of them, and conductances, of at most four widths in each dimension, to 4 ε: a residual of 4 ε τ Σ κG (w_i +
     * w_j), which by contraction moves the step no farther.
     */
    @Property(tries = 1000)
    void mirrorImagesAreKept(@ForAll("settings") Setting setting, @ForAll @IntRange(max = 2) int pick) {
        int axis = pick % setting.target().mesh().dimension();
        Setting image = setting.mirrored(axis);
        Axis side = setting.target().mesh().axis(axis);
        double geometry = 4 * 0x1p-51 * side.side().length() / side.minWidth();
        double allowed = 4 * error(setting) + geometry * exchange(setting);
        double size = setting.step();
        while (true) {
            ImplicitFlow one = new ImplicitFlow(setting.flow(), scheme(setting), setting.first(), 0);
            ImplicitFlow other = new ImplicitFlow(image.flow(), scheme(setting), image.first(), 0);
            double made = Math.min(one.step(size), other.step(size));
            if (made == size) {
                double distance = 0;
                CellMeasure expected = FlowGenerators.mirrored(one.measure(), axis);
                for (int r = 0; r < expected.rows().length; r++) {
                    for (int i = 0; i < expected.rows()[r].length; i++) {
                        distance +=
                                Math.abs(expected.rows()[r][i] - other.measure().rows()[r][i]);
                    }
                }
                assertTrue(distance <= allowed, () -> "mirror image differs");
                return;
            }
            assertTrue(made >= setting.step() / 64, "step " + made + " instead of " + setting.step());
            size = made;
        }
    }
}
