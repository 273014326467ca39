package org.dualflow.fv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dualflow.generators.MeshGenerators;
import org.dualflow.measure.CellMeasure;
import org.dualflow.mesh.Boundary;

/** Mass is neither made nor lost, and never negative: on any mesh, in any field. */
class ConservationProperties {

    private static final int STEPS = 4;

    /**
     * An Euler stage rounds, in units of 2⁻⁵³: differences of fluxes, products with coefficients and their sums, five
     * roundings of numbers that add up to at most twice the mass that moves, and the update of each cell; the convex
     * combination three roundings more. What moves is at most the whole mass, for WENO5 at most 12 · 0.4 of it. Three
     * stages: less than 64 (384) units per step. A negative mass in the range of underflow, down to -2⁻⁹³⁰, counts as zero,
     * {@link SpeciesGrid#check}: that much per cell and step.
     */
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void massIsConserved(@ForAll("settings") TransportSetting setting) {
        FiniteVolumeTransport run = setting.solver();
        double before = setting.start().mass();
        for (int i = 0; i < STEPS; i++) {
            run.step(run.time() + 1);
        }
        double units = setting.scheme().flux() == TransportScheme.Flux.WENO5 ? 384 : 64;
        double underflow = 0x1p-930 * STEPS * setting.mesh().size();
        double budget = units * 0x1p-53 * STEPS * before + underflow;
        assertEquals(before, run.measure(0).mass() + run.outflow(0), budget);
    }

    /** Exactly, at the largest Courant number the scheme allows, and without any rejected step. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void massesStayPositive(@ForAll("positiveSettings") TransportSetting setting) {
        FiniteVolumeTransport run = setting.solver();
        for (int i = 0; i < STEPS; i++) {
            run.step(run.time() + 1);
            assertPositive(run.measure(0));
        }
        assertEquals(0, run.rejections());
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void wenoNeverAcceptsANegativeMass(@ForAll("wenoSettings") TransportSetting setting) {
        FiniteVolumeTransport run = setting.solver();
        for (int i = 0; i < STEPS; i++) {
            run.step(run.time() + 1);
            assertPositive(run.measure(0));
        }
    }

    private static void assertPositive(CellMeasure measure) {
        for (double[] row : measure.rows()) {
            for (double mass : row) {
                assertTrue(mass >= 0, () -> "mass " + mass);
            }
        }
    }

    /** Nothing leaves a domain without open ends. */
    @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
    void outflowNeedsAnOpenEnd(@ForAll("settings") TransportSetting setting) {
        FiniteVolumeTransport run = setting.solver();
        run.step(run.time() + 1);
        boolean open = setting.mesh().domain().sides().stream()
                .anyMatch(side -> side.atLower() == Boundary.OPEN || side.atUpper() == Boundary.OPEN);
        assertTrue(open || run.outflow(0) == 0);
        assertTrue(run.outflow(0) >= 0);
    }

    @Provide
    Arbitrary<TransportSetting> settings() {
        return TransportSetting.any(MeshGenerators.axes(6), TransportSetting.schemes());
    }

    @Provide
    Arbitrary<TransportSetting> positiveSettings() {
        return TransportSetting.any(MeshGenerators.axes(6), TransportSetting.positiveSchemes());
    }

    @Provide
    Arbitrary<TransportSetting> wenoSettings() {
        return TransportSetting.any(MeshGenerators.uniformAxes(8), Arbitraries.just(TransportScheme.weno5()));
    }
}
