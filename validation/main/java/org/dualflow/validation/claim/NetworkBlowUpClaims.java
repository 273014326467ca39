package org.dualflow.validation.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.dualflow.fv.TransportScheme;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.particle.ParticleScheme;
import org.dualflow.particle.ParticleTransport;
import org.dualflow.particle.Starts;
import org.dualflow.run.Discretisation;
import org.dualflow.run.Event;
import org.dualflow.run.Grid;
import org.dualflow.run.Particles;
import org.dualflow.run.Simulation;
import org.dualflow.run.Solution;
import org.hipparchus.util.FastMath;

/** The critic's density piles up on its box. Derivations: docs page on the clipped GAN. */
final class NetworkBlowUpClaims {

    private static final double END = 2.5;
    private static final List<Integer> LEVELS = List.of(8, 12, 18, 27);
    private static final double STEP = 0.02;

    /** How well the time of contact is known. */
    private static final double CLOSE = 0.005;

    private static final List<String> STRATA = List.of("OnFaces", "OnEdges", "OnCorners");

    /** A support that arrives corner first puts the mass s³ on a wall in the time s: a threshold O(1/n) is passed in O(n^{-1/3}). */
    private static final double ORDER = 1.0 / 3;

    private NetworkBlowUpClaims() {}

    static List<Claim> all() {
        return List.of(new BoundClaim(
                "network-gan-blow-up",
                "clipped GAN, 3D × 3D, uniform critic, " + LEVELS + " particles or upwind cells along each axis, time "
                        + END,
                "bracket of the blow-up and its distance from the time at which the edge of the support, traced by massless"
                        + " neurons, meets the box; final mass on faces, edges, corners",
                "the bracket contains that time on every level, and from the coarsest level to the finest its width and the distance of"
                        + " its farther end shrink at least with order 1/3; before contact no particle's mass is"
                        + " on a wall; shares of grid and particles differ by no more than what is left of both",
                "From a density bounded below on a box, mass of at least a multiple of s³ is on the wall a time s after contact, and none"
                        + " before: thresholds of order 1/n are passed within O(n^{-1/3}). Before contact particles come within a spacing O(1/n)"
                        + " early, and the tail that upwind puts ahead of the support O((log n / n)^{1/2}). A set of particles with Lipschitz"
                        + " boundary errs by O(1/n) in its mass, upwind by O(n^{-1/2}).",
                Claim.Suite.FAST,
                NetworkBlowUpClaims::check));
    }

    private static ClaimResult check(ClaimProgress progress) {
        double contact = contact();
        WorstOf worst = new WorstOf();
        List<Solution> clouds = solve(n -> Particles.quantiles(n * n * n, ParticleScheme.rungeKutta4(STEP)), progress);
        List<Solution> grids = solve(n -> Grid.of(TransportScheme.upwind(), n), progress);
        bracket(clouds, contact, worst);
        bracket(grids, contact, worst);
        worst.atMost("share of particles on walls before contact", early(clouds, contact), 0);
        for (String stratum : STRATA) {
            double distance = FastMath.abs(share(clouds, stratum, 3) - share(grids, stratum, 3));
            worst.share(
                    "difference of shares over what is left of both",
                    distance,
                    left(clouds, stratum, 1) + left(grids, stratum, 0.5));
        }
        return ClaimResult.of(List.of(), worst.bounds()).withNotes("contact of the support at " + contact);
    }

    private static List<Solution> solve(IntFunction<Discretisation> how, ClaimProgress progress) {
        List<Solution> solutions = new ArrayList<>();
        for (int n : LEVELS) {
            Discretisation discretisation = how.apply(n);
            progress.report(solutions.size() / 4.0, discretisation.name() + " " + n);
            solutions.add(Simulation.of(NetworkStudy.GAN, NetworkStudy.UNIFORM)
                    .until(END)
                    .every(END / 50)
                    .solve(discretisation));
        }
        return solutions;
    }

    /** When the first of the massless neurons on the edge of the support is on the box, at most {@value #CLOSE} later. */
    private static double contact() {
        List<ParticleMeasure> start = TrainingStudy.withTracers(
                Starts.quantiles(NetworkStudy.UNIFORM, 18 * 18 * 18),
                List.of(NetworkStudy.support(2, 0), NetworkStudy.support(13, 0)));
        ParticleTransport run = NetworkStudy.flow(NetworkStudy.GAN, start, CLOSE);
        while (run.time() < END) {
            run.step(END);
            ParticleMeasure critic = (ParticleMeasure) run.state().measure(1);
            for (int d = 0; d < 3; d++) {
                for (double x : critic.x(d)) {
                    if (FastMath.abs(x) >= NetworkStudy.GAN.criticBox()) {
                        return run.time();
                    }
                }
            }
        }
        return Double.NaN;
    }

    private static void bracket(List<Solution> solutions, double contact, WorstOf worst) {
        double least = FastMath.pow((double) LEVELS.get(0) / LEVELS.get(3), ORDER);
        Event coarse = solutions.get(0).first(Event.Kind.BLOW_UP).orElseThrow();
        Event fine = solutions.get(3).first(Event.Kind.BLOW_UP).orElseThrow();
        worst.atMost("width of the bracket, finest over coarsest", width(fine) / width(coarse), least);
        worst.atMost(
                "distance from contact, finest over coarsest",
                distance(fine, contact) / distance(coarse, contact),
                least);
        for (Solution solution : solutions) {
            Event event = solution.first(Event.Kind.BLOW_UP).orElseThrow();
            worst.atMost("contact outside the bracket by", event.earliest() - (contact - CLOSE), 0);
            worst.atMost("contact outside the bracket by", contact - event.latest(), 0);
        }
    }

    private static double width(Event event) {
        return event.latest() - event.earliest();
    }

    /** Of the farther end. */
    private static double distance(Event event, double contact) {
        return Math.max(FastMath.abs(event.earliest() - contact), FastMath.abs(event.latest() - contact));
    }

    private static double early(List<Solution> solutions, double contact) {
        double largest = Double.NEGATIVE_INFINITY;
        for (Solution solution : solutions) {
            for (String stratum : STRATA) {
                double[] share = solution.series("critic" + stratum);
                for (int i = 0; i < share.length && solution.times()[i] < contact - STEP; i++) {
                    largest = Math.max(largest, share[i]);
                }
            }
        }
        return largest;
    }

    private static double share(List<Solution> solutions, String stratum, int level) {
        return solutions.get(level).observable("critic" + stratum);
    }

    /** δ/(R^p - 1) for the larger of the last two differences, each carried to the finest level with the order p. */
    private static double left(List<Solution> solutions, String stratum, double order) {
        double gain = FastMath.pow(1.5, order);
        double last = FastMath.abs(share(solutions, stratum, 3) - share(solutions, stratum, 2));
        double before = FastMath.abs(share(solutions, stratum, 2) - share(solutions, stratum, 1));
        return Math.max(last, before / gain) / (gain - 1);
    }
}
