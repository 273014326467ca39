package org.dualflow.validation.phase;

import java.util.List;
import org.dualflow.validation.claim.ClaimProgress;
import org.dualflow.validation.sweep.SweepRequest;
import org.hipparchus.util.FastMath;

/**
 * Where two modes collapse: the case {@code kernel-gan-phase.yaml} with both discretisations starting from one law, data ½N(-1, 0.2²) +
 * ½N(1, 0.2²) on a line, G₁ + G₂ = 1. A run has collapsed if the mean of ln 2 + Σ p ln p over its second half is more than half of
 * ln 2; the share G₂ from which on it does is bisected, for every seed on its own, by the same sweep that the command line offers. A seed draws the mean of the
 * start, from [0.05, 0.25].
 *
 * @param settings {@code path=value}
 */
record CollapseStudy(List<String> settings) {

    private static final String TEXT = """
            model: kernel-gan
            parameters:
              lower: -4
              upper: 4
              target:
                mixture:
                  - {weight: 0.5, law: {normal: {mean: -1, sd: 0.2}}}
                  - {weight: 0.5, law: {normal: {mean: 1, sd: 0.2}}}
              modes: [-1, 1]
              kernel: {shape: gaussian, width: 0.5}
              regulariser: r1
            initial:
              generator: {shifted: {law: {normal: {mean: 0.15, sd: 0.3}}, between: [-0.1, 0.1], seed: 1}}
            time: {end: 100}
            output: {every: 0.5}
            """;

    CollapseStudy {
        settings = List.copyOf(settings);
    }

    /** With finite volumes. */
    Boundaries grid(int cells, int seeds, double width, ClaimProgress progress) {
        return find("grid", "grid: {cells: " + cells + ", scheme: muscl, limiter: van-leer}\n", seeds, width, progress);
    }

    /** With particles at the quantiles of the law from which the grid starts. */
    Boundaries quantiles(int count, int seeds, double width, ClaimProgress progress) {
        return find("particles", "particles: {count: " + count + ", step: 0.1}\n", seeds, width, progress);
    }

    private Boundaries find(String solution, String section, int seeds, double width, ClaimProgress progress) {
        SweepRequest request = SweepRequest.of(settings)
                .withSeeds(seeds)
                .bisecting(
                        "parameters.mobility.shared=0.2:0.995:" + width,
                        solution + ".observables.modeDivergenceAverage=" + 0.5 * FastMath.log(2));
        return MemorySweep.of(TEXT + section, request).boundaries(progress);
    }
}
