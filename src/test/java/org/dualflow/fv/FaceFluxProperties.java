package org.dualflow.fv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dualflow.generators.MeshGenerators;
import org.dualflow.time.StepFailure;

/** Fluxes of one's own: on any mesh, between any boundaries, with any reconstruction at faces. */
class FaceFluxProperties {

    private static final int STEPS = 3;
    private static final double UNDERFLOW = 0x1p-930;

    private static final FaceFlux UPWIND = FaceFlux.of("own upwind", (below, above, a, f, from, to) -> {
        for (int i = from; i < to; i++) {
            f[i] = Math.max(a[i], 0) * below[i] + Math.min(a[i], 0) * above[i];
        }
    });

    /** Moves mass where nothing blows: through a wall, too, if it were asked there. */
    private static final FaceFlux DIFFUSIVE = FaceFlux.of("diffusive", (below, above, a, f, from, to) -> {
        for (int i = from; i < to; i++) {
            f[i] = 0.5 * (a[i] * (below[i] + above[i]) - 3 * (above[i] - below[i]));
        }
    });

    private static FiniteVolumeTransport run(TransportSetting setting, FaceFlux faces) {
        TransportScheme scheme = setting.scheme().withFaces(faces);
        FiniteVolumeTransport run = new TransportSetting(setting.start(), setting.field(), scheme).solver();
        for (int i = 0; i < STEPS; i++) {
            run.step(run.time() + 1);
        }
        return run;
    }

    /** The function is asked with the values, velocities and faces that the kernel is: what it makes of them is the same to the last bit, but in the range of underflow. */
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void upwindAsAFunctionIsUpwind(@ForAll("settings") TransportSetting setting) {
        double[][] expected = run(setting, FaceFlux.UPWIND).measure(0).rows();
        double[][] found = run(setting, UPWIND).measure(0).rows();
        for (int r = 0; r < expected.length; r++) {
            assertArrayEquals(expected[r], found[r], UNDERFLOW);
        }
    }

    /** What leaves one cell enters another; the budget is that of {@link ConservationProperties}, of fluxes four times as large. */
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void massIsConserved(@ForAll("settings") TransportSetting setting) {
        FiniteVolumeTransport run;
        try {
            run = run(setting, DIFFUSIVE);
        } catch (StepFailure negative) {
            assertEquals(StepFailure.Cause.NEGATIVE, negative.reason());
            return;
        }
        double before = setting.start().mass();
        double budget = 4 * 384 * 0x1p-53 * (run.steps() + run.rejections()) * before;
        assertEquals(
                before,
                run.measure(0).mass() + run.outflow(0),
                budget + UNDERFLOW * setting.mesh().size());
    }

    @Example
    void upwindAtCentresHasNoValuesAtFaces() {
        assertThrows(
                IllegalArgumentException.class, () -> TransportScheme.upwind().withFaces(UPWIND));
        assertEquals(
                "own upwind",
                TransportScheme.upwindAtFaces().withFaces(UPWIND).faces().toString());
    }

    @Provide
    Arbitrary<TransportSetting> settings() {
        return TransportSetting.any(
                MeshGenerators.axes(6),
                TransportSetting.schemes().filter(scheme -> scheme.flux() != TransportScheme.Flux.UPWIND));
    }
}
