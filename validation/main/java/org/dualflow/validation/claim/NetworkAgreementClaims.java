package org.dualflow.validation.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dualflow.fv.GridScheme;
import org.dualflow.fv.Limiter;
import org.dualflow.fv.TransportScheme;
import org.dualflow.model.State;
import org.dualflow.particle.ParticleScheme;
import org.dualflow.run.Discretisation;
import org.dualflow.run.Grid;
import org.dualflow.run.Particles;
import org.dualflow.run.Simulation;
import org.dualflow.validation.agreement.Agreement;
import org.dualflow.validation.agreement.AgreementReport;
import org.dualflow.validation.agreement.ErrorPart;
import org.dualflow.validation.agreement.Refinement;
import org.dualflow.validation.agreement.StateDistance;
import org.dualflow.validation.study.ConvergenceTable;
import org.dualflow.validation.study.OrderExpectation;
import org.dualflow.validation.study.Resolution;

/**
 * Grid and particles solve the clipped GAN in its full parameter spaces: their distance, in every marginal of both players and
 * sliced, is explained by what each of them still has to lose. Derivations: docs page on the clipped GAN.
 */
final class NetworkAgreementClaims {

    private static final int DIRECTIONS = 8;
    private static final double PARTICLE_STEP = 0.025;
    private static final List<String> PLAYERS = List.of("generator", "critic");

    private NetworkAgreementClaims() {}

    static List<Claim> all() {
        TransportScheme muscl = TransportScheme.muscl(Limiter.VAN_LEER);
        OrderExpectation smooth = OrderExpectation.atLeast(
                1,
                0.25,
                "MUSCL errs by O(h²) in W₁ on smooth densities, up to what limiters leave at extrema; reading cells as"
                        + " atoms, as the sliced distance does, costs O(h)");
        OrderExpectation atoms = OrderExpectation.atLeast(
                0.5,
                0.15,
                "upwind, any measure in a one-sided Lipschitz field (Delarue, Lagoutière, Vauchelet 2017); the coupling is"
                        + " Lipschitz in W₁ and keeps the order");
        return List.of(
                claim("network-gan-agreement", "MUSCL", muscl, smooth, 0.4, 16, 6, Claim.Suite.FAST),
                claim(
                        "network-gan-agreement-at-walls",
                        "upwind",
                        TransportScheme.upwind(),
                        atoms,
                        2,
                        8,
                        4,
                        Claim.Suite.FULL));
    }

    private static Claim claim(
            String id,
            String name,
            GridScheme scheme,
            OrderExpectation space,
            double end,
            int coarsest,
            int fewest,
            Claim.Suite suite) {
        List<Integer> cells = levels(coarsest, 1.5);
        List<Integer> points = levels(fewest, 2);
        return new BoundClaim(
                id,
                "clipped GAN, 3D × 3D, " + name + " on " + cells + "³ cells against " + points
                        + "³ + as many particles, time " + end,
                "W₁ of each marginal and sliced W₁ (" + DIRECTIONS
                        + " directions) of both players, and the orders of the parts:"
                        + " cells, number of particles, their step",
                end < 1
                        ? "distance ≤ sum of the parts; cells of order at least 1, particles at least 1 in N^{-1/3}, their step 4"
                        : "distance ≤ sum of the parts, each with the order fitted or else guaranteed: 1/2, 1/3, 1",
                "Both converge to the one solution: by the triangle inequality they differ by at most what is left of their parts. "
                        + space.reason()
                        + ". Particles at the quantiles of each axis start within N^{-1/3}/2 box edges of the law, and"
                        + " stay within e^{Ct} times that.",
                suite,
                progress -> {
                    Simulation simulation = Simulation.of(
                                    NetworkStudy.GAN, end < 1 ? NetworkStudy.INITIAL : NetworkStudy.UNIFORM)
                            .until(end);
                    List<Refinement> grid = List.of(new Refinement(
                            "cells",
                            Resolution.WIDTH,
                            inverse(cells, 1),
                            h -> Grid.of(scheme, (int) Math.round(1 / h)),
                            space));
                    List<Refinement> particles = List.of(number(points), step(points.get(3), end));
                    Map<Discretisation, State> solved = new HashMap<>();
                    WorstOf worst = new WorstOf();
                    List<ConvergenceTable> tables = new ArrayList<>();
                    List<String> shares = new ArrayList<>();
                    for (int s = 0; s < 2; s++) {
                        for (StateDistance distance : distances()) {
                            progress.report(shares.size() / 8.0, distance.name());
                            AgreementReport report = new Agreement(
                                            simulation, s, distance, grid, particles, Optional.empty())
                                    .examine(solved);
                            worst.share("distance over the sum of the parts", report.distance(), report.explained());
                            shares.add(String.format(
                                    Locale.ROOT,
                                    "%s, %s: distance %.1e, sum of the parts %.1e",
                                    distance.name(),
                                    PLAYERS.get(s),
                                    report.distance(),
                                    report.explained()));
                            Stream.concat(report.grid().stream(), report.particles().stream())
                                    .map(ErrorPart::table)
                                    .forEach(tables::add);
                        }
                    }
                    return ClaimResult.ofKinds(
                                    end < 1 ? tables : List.of(),
                                    part -> part.title().replaceFirst(":.*", ""),
                                    worst.bounds())
                            .withNotes(shares.toArray(String[]::new));
                });
    }

    private static List<StateDistance> distances() {
        return Stream.concat(
                        IntStream.range(0, 3).mapToObj(StateDistance::marginal),
                        Stream.of(StateDistance.sliced(DIRECTIONS)))
                .toList();
    }

    /** Four levels, each {@code ratio} times as many as the one before. */
    private static List<Integer> levels(int coarsest, double ratio) {
        return IntStream.range(0, 4)
                .mapToObj(k -> (int) Math.round(coarsest * Math.pow(ratio, k)))
                .toList();
    }

    private static List<Double> inverse(List<Integer> numbers, int power) {
        return numbers.stream().map(n -> Math.pow(n, -power)).toList();
    }

    private static Refinement number(List<Integer> points) {
        return new Refinement(
                "number",
                Resolution.PARTICLES,
                inverse(points, 3),
                h -> cloud((int) Math.round(1 / h), PARTICLE_STEP),
                OrderExpectation.atLeast(1.0 / 3, 0.25 / 3, "boxes of equal mass have edges of N^{-1/3}"));
    }

    private static Refinement step(int points, double end) {
        List<Double> steps = IntStream.range(0, 4)
                .mapToObj(k -> PARTICLE_STEP * Math.pow(2, 3 - k))
                .toList();
        return new Refinement(
                "step",
                Resolution.TIME_STEP,
                steps,
                step -> cloud(points * points * points, step),
                end < 1
                        ? OrderExpectation.exactly(4, 0.3, "Runge–Kutta 4, smooth fields, no contact")
                        : OrderExpectation.atLeast(1, 0.25, "a contact costs at most O(Δt)"));
    }

    private static Particles cloud(int n, double step) {
        return Particles.quantiles(n, ParticleScheme.rungeKutta4(step));
    }
}
