package org.dualflow.fv.remap;

import static org.dualflow.fv.remap.SemiLagrangianLines.masses;
import static org.dualflow.fv.remap.SemiLagrangianLines.scheme;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.CompensatedSum;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.PrescribedTransport;

final class RemapProperties {

    private static final int CELLS = 16;

    @Provide
    Arbitrary<double[]> rows() {
        return Arbitraries.oneOf(Arbitraries.doubles().between(0, 1).ofScale(6), Arbitraries.of(0.0, 1.0, 1e-12))
                .array(double[].class)
                .ofSize(CELLS);
    }

    private static SemiLagrangianTransport transport(
            Boundary boundary, double[] row, SemiLagrangianScheme scheme, PrescribedTransport.Velocity velocity) {
        Domain domain = Domain.line(-1, 1, boundary);
        Mesh mesh = Mesh.uniform(domain, CELLS);
        var model = PrescribedTransport.unsteady("property", domain, velocity);
        var start = new CellMeasure(mesh, new double[][] {row.clone()});
        return new SemiLagrangianTransport(model, List.of(start), new double[0], scheme, 0);
    }

    private static PrescribedTransport.Velocity constant(double speed) {
        return (t, component, x, n, out) -> Arrays.fill(out, 0, n, speed);
    }

    private static double sum(double[] row) {
        CompensatedSum sum = new CompensatedSum();
        sum.addAll(row, row.length);
        return sum.value();
    }

    /** Fields that jump down, a - c sign(x - s), any boundary, Courant numbers up to 24. */
    @Property(tries = 300)
    void massIsExactAndNonnegative(
            @ForAll("rows") double[] row,
            @ForAll RemapReconstruction reconstruction,
            @ForAll Boundary boundary,
            @ForAll @DoubleRange(min = -1, max = 1) double speed,
            @ForAll @DoubleRange(min = 0, max = 0.5) double jump,
            @ForAll @DoubleRange(min = -1, max = 1) double sink,
            @ForAll @DoubleRange(min = 0.01, max = 2) double step) {
        double c = boundary == Boundary.PERIODIC ? 0 : jump;
        var scheme = scheme(reconstruction, step);
        var transport = transport(boundary, row, scheme, (t, component, x, n, out) -> {
            for (int i = 0; i < n; i++) {
                out[i] = speed - c * Math.signum(x[0][i] - sink);
            }
        });
        transport.advanceTo(3 * step);
        double[] after = masses(transport);
        for (double mass : after) {
            assertTrue(mass >= 0, () -> "mass " + mass);
        }
        Mesh mesh = Mesh.uniform(Domain.line(-1, 1, boundary), CELLS);
        double budget = scheme.massRoundingPerStep(mesh) * transport.steps() + 4 * Math.ulp(1.0);
        assertEquals(sum(row), sum(after) + transport.outflow(0), budget * sum(row));
        assertTrue(boundary == Boundary.OPEN || transport.outflow(0) == 0);
    }

    /** Ordered masses stay ordered, to rounding; of the reconstructions only the constant one promises it. */
    @Property(tries = 200)
    void constantReconstructionIsMonotone(
            @ForAll("rows") double[] low,
            @ForAll("rows") double[] extra,
            @ForAll @DoubleRange(min = 0.01, max = 3) double step) {
        double[] high = low.clone();
        for (int i = 0; i < CELLS; i++) {
            high[i] += extra[i];
        }
        var scheme = scheme(RemapReconstruction.CONSTANT, step);
        PrescribedTransport.Velocity field = (t, component, x, n, out) -> {
            for (int i = 0; i < n; i++) {
                out[i] = 0.2 - x[0][i];
            }
        };
        var below = transport(Boundary.CLIPPED, low, scheme, field);
        var above = transport(Boundary.CLIPPED, high, scheme, field);
        below.advanceTo(2 * step);
        above.advanceTo(2 * step);
        double rounding = 2 * scheme.massRoundingPerStep(Mesh.line(-1, 1, CELLS)) * sum(high);
        for (int i = 0; i < CELLS; i++) {
            assertTrue(masses(below)[i] <= masses(above)[i] + rounding);
        }
    }

    /** Shifted data give shifted results: feet are rounded by 8 ulp of 4 at most, masses of a cell move by that share. */
    @Property(tries = 200)
    void translationsCommute(
            @ForAll("rows") double[] row,
            @ForAll RemapReconstruction reconstruction,
            @ForAll @DoubleRange(min = -3, max = 3) double speed) {
        double[] shifted = new double[CELLS];
        for (int i = 0; i < CELLS; i++) {
            shifted[(i + 5) % CELLS] = row[i];
        }
        var scheme = scheme(reconstruction, 0.5);
        var plain = transport(Boundary.PERIODIC, row, scheme, constant(speed));
        var moved = transport(Boundary.PERIODIC, shifted, scheme, constant(speed));
        plain.step(0.5);
        moved.step(0.5);
        double rounding = 8 * Math.ulp(4.0) * CELLS * 3 * sum(row);
        for (int i = 0; i < CELLS; i++) {
            assertEquals(masses(plain)[i], masses(moved)[(i + 5) % CELLS], rounding);
        }
    }

    /** Mean and variance of two or three atoms in a cell are any that a measure there can have; the density has them. */
    @Property(tries = 300)
    void aSlabWithAtomsHasTheMomentsItIsGiven(
            @ForAll @DoubleRange(min = 0, max = 1) double x,
            @ForAll @DoubleRange(min = 0, max = 1) double y,
            @ForAll @DoubleRange(min = 0, max = 1) double z,
            @ForAll @DoubleRange(min = 0, max = 0.5) double p,
            @ForAll @DoubleRange(min = 0, max = 0.5) double q) {
        double r = 1 - p - q;
        double mean = p * x + q * y + r * z;
        double variance = p * (x - mean) * (x - mean) + q * (y - mean) * (y - mean) + r * (z - mean) * (z - mean);
        RemapSlabs slabs = new RemapSlabs();
        slabs.fit(2, 3 + mean, variance, 3, 4);
        assertTrue(slabs.atLower >= 0 && slabs.slab >= 0 && slabs.atUpper >= 0);
        double rounding = 32 * Math.ulp(4.0);
        assertTrue(slabs.from >= 3 - rounding && slabs.to <= 4 + rounding);
        assertEquals(2, slabs.atLower + slabs.slab + slabs.atUpper, rounding);
        double middle = 0.5 * (slabs.from + slabs.to) - 3;
        assertEquals(2 * mean, slabs.slab * middle + slabs.atUpper, rounding);
        double width = slabs.to - slabs.from;
        double second = slabs.slab * (middle * middle + width * width / 12) + slabs.atUpper;
        assertEquals(2 * (variance + mean * mean), second, rounding);
    }
}
