package org.dualflow.validation.phase;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dualflow.field.SpectralKernel;
import org.dualflow.field.Waves;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.validation.claim.Bound;
import org.dualflow.validation.claim.BoundClaim;
import org.dualflow.validation.claim.Claim;
import org.dualflow.validation.claim.ClaimResult;
import org.dualflow.validation.sweep.PointRecord;
import org.dualflow.validation.sweep.SweepRequest;
import org.hipparchus.util.FastMath;

/** Fixed points of the kernel GAN and their stability, from the linearisation and from nonlinear runs; derivations on the page {@code kernel-gan.md}. */
final class StabilityClaims {

    private StabilityClaims() {}

    static List<Claim> all() {
        return List.of(centre(), data());
    }

    // One body of two points between two data atoms, K of one wave.

    private static final double PENALTY = 1.8565;
    private static final double END = 5e3;
    private static final double WIDTH = 0.004;
    private static final double[] RATES = {0.8, 1, 1.2};

    private static final String CENTRE = """
            model: kernel-gan
            parameters:
              lower: -3.141592653589793
              upper: 3.141592653589793
              target: {atoms: [[-1, 0.5], [1, 0.5]]}
              kernel: {shape: gaussian, width: 1, waves: 1}
              points: {count: 2}
            initial: {generator: {dirac: 0.01}}
            particles: {count: 1, step: 0.5}
            """;

    /** The mobility of a body above which it cannot stay at the centre. */
    private static double edge(double rate) {
        double weight = Waves.lattice(
                        new SpectralKernel(SpectralKernel.Shape.GAUSSIAN, 1),
                        Domain.line(-FastMath.PI, FastMath.PI, Boundary.PERIODIC),
                        1)
                .weight(0);
        double cos = FastMath.cos(1);
        return rate * weight * PENALTY * PENALTY * cos * cos * (1 + cos);
    }

    private static Claim centre() {
        return new BoundClaim(
                "kernel-gan-centre-edge",
                "kernel GAN, a body of two points between data atoms at ±1, K of one wave, R1, penalty 1.8565,"
                        + " discriminator's rate 0.8, 1 and 1.2, time 5000: the share g₂/g₁ from which on the body leaves"
                        + " the centre, by a sweep that bisects it to within 0.004",
                "distance of the boundary from that of the linearisation, over what the time allows",
                "at most 1",
                "D = -A cos x, A = 1/(λ(1 + cos 1)), and the body at 0 are a fixed point; with q and b of D = -A cos x"
                        + " + b sin x, q' = G(Aq + b), b' = -ηw(q + λ b cos² 1), which loses stability with a pair of"
                        + " complex rates σ ± iω where GA = ηwλ cos² 1, G = (g₁ + g₂)/2. Off that edge σ = AδG/2. Runs"
                        + " begin with slopes of about 1e-2 and are judged by whether they end above 1e-4, in whatever"
                        + " phase of their oscillation: |σ|·5000 is at most ln 1e2 and another ln 1e2 for the phase, so"
                        + " that δg₂ = 2δG ≤ 4 ln 1e4/(A·5000), plus half of the bracket.",
                Claim.Suite.FAST,
                progress -> {
                    StringBuilder rates = new StringBuilder();
                    for (double rate : RATES) {
                        rates.append(rates.isEmpty() ? "" : ",").append(rate);
                    }
                    Boundaries found = MemorySweep.of(
                                    CENTRE,
                                    SweepRequest.of(List.of(
                                                    "parameters.penalty=" + PENALTY,
                                                    "time.end=" + END,
                                                    "output.every=" + END / 100))
                                            .over("parameters.discriminatorRate=" + rates)
                                            .bisecting(
                                                    "parameters.points.g2=0:0.99:" + WIDTH,
                                                    "particles.observables.discriminatorSlope=1e-4"))
                            .boundaries(progress);
                    double a = 1 / (PENALTY * (1 + FastMath.cos(1)));
                    double allowed = 4 * FastMath.log(1e4) / (a * END) + 0.5 * WIDTH;
                    List<Bound> bounds = new ArrayList<>();
                    for (int i = 0; i < RATES.length; i++) {
                        double predicted = 2 * edge(RATES[i]) - 1;
                        double off = (found.values().get(i) - predicted) / allowed;
                        bounds.add(new Bound("rate " + RATES[i] + ": distance/" + allowed(allowed), off, -1, 1));
                    }
                    return ClaimResult.of(List.of(), bounds).withNotes("boundaries " + found.values());
                });
    }

    private static String allowed(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    // Two modes, started at the data: in the collapsed part of the phase diagram too they stay.

    private static final String DATA = """
            model: kernel-gan
            parameters:
              lower: -4
              upper: 4
              target:
                mixture:
                  - {weight: 0.5, law: {normal: {mean: -1, sd: 0.2}}}
                  - {weight: 0.5, law: {normal: {mean: 1, sd: 0.2}}}
              targetNodes: 64
              modes: [-1, 1]
              kernel: {shape: gaussian, width: 0.5}
            initial:
              generator:
                mixture:
                  - {weight: 0.5, law: {normal: {mean: -0.98, sd: 0.2}}}
                  - {weight: 0.5, law: {normal: {mean: 1.02, sd: 0.2}}}
            time: {end: 30}
            particles: {count: 64, step: 0.1}
            output: {every: 1}
            """;

    private static final String DISTANCE = "particles.observables.targetDistanceAverage";

    private static Claim data() {
        double push = 0.02;
        return new BoundClaim(
                "kernel-gan-data-stable",
                "kernel GAN, two modes on a line, particles at the data pushed by 0.02, discriminator's rate 0.3, 1"
                        + " and 3, share of the mobility 0.9 and 0.98, where starts between the modes collapse; time 30",
                "mean W₁ to the data over the second half, over the push",
                "at most 1 at every point",
                "At the data u' = Mv, M = G₁ + G₂ ∫·dp, v' = -ηT(u + λv) with T positive semidefinite: E = ½⟨u, M⁻¹u⟩"
                        + " + ½⟨v, (ηT)⁻¹v⟩ falls, E' = -λ⟨v, v⟩. So the data are stable for every share and rate, and the"
                        + " boundary of the diagram is one of basins. The push is all in the mean, where M is largest: W₁"
                        + " ≤ |u| ≤ (2E (G₁+G₂))^{1/2} never exceeds it. A collapsed law is about 50 pushes away.",
                Claim.Suite.FAST,
                progress -> {
                    double largest = Double.NEGATIVE_INFINITY;
                    List<PointRecord> points = MemorySweep.of(
                                    DATA,
                                    SweepRequest.of(List.of())
                                            .over(
                                                    "parameters.discriminatorRate=0.3,1,3",
                                                    "parameters.mobility.shared=0.9,0.98"))
                            .solve(progress);
                    for (PointRecord point : points) {
                        double mean = point.values().getOrDefault(DISTANCE, Double.NaN);
                        largest = Math.max(largest, mean / push);
                    }
                    return ClaimResult.of(Bound.atMost("largest W₁ to the data over the push", largest, 1));
                });
    }
}
