package org.dualflow.validation.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dualflow.fv.TransportScheme;
import org.dualflow.gan.ClippedWassersteinGan;
import org.dualflow.measure.AtomicLaw;
import org.dualflow.measure.CompensatedSum;
import org.dualflow.measure.Measure;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.measure.ProductLaw;
import org.dualflow.measure.UniformLaw;
import org.dualflow.model.Initial;
import org.dualflow.model.State;
import org.dualflow.particle.ParticleScheme;
import org.dualflow.particle.ParticleTransport;
import org.dualflow.particle.Starts;
import org.dualflow.run.Event;
import org.dualflow.run.Grid;
import org.dualflow.run.Particles;
import org.dualflow.run.Simulation;
import org.dualflow.validation.study.OrderExpectation;
import org.hipparchus.util.FastMath;

/**
 * Atoms of the critic: when the first one sits on the box, and one that forms in a corner, leaves it and travels inside.
 * Derivations: docs page on the clipped GAN.
 */
final class NetworkAtomClaims {

    /** Eight neurons, the corners of a box, of unequal weights: the law of the critic is a law of atoms. */
    private static final Initial NEURONS = NetworkStudy.GAN.initial(
            NetworkStudy.UNIFORM.laws().get(0),
            ProductLaw.of(two(-0.5, 0.6, 0.4), two(-0.4, 0.7, 0.3), two(-0.6, 0.3, 0.45)));

    private static final int FEW = 8;

    /** Data at 2 and one latent point: the critic's best neuron is the corner (1, -1, 1) until the generator arrives. */
    private static final ClippedWassersteinGan PULL =
            ClippedWassersteinGan.of(point(2), point(0)).withCriticSpeed(4).withGeneratorBox(3);

    private static final Initial DENSITY = PULL.initial(
            ProductLaw.of(new UniformLaw(0.5, 0.9), new UniformLaw(-0.5, 0.5), new UniformLaw(0.8, 1.2)),
            ProductLaw.of(new UniformLaw(0.3, 0.6), new UniformLaw(-0.9, -0.6), new UniformLaw(0.4, 0.7)));

    private static final int EACH = 12;
    private static final double IN_CORNER = 0.54;
    private static final double INSIDE = 2.6;

    private NetworkAtomClaims() {}

    static List<Claim> all() {
        return List.of(firstAtom(), exactAtom(), travellingAtom());
    }

    private static AtomicLaw two(double lower, double upper, double weight) {
        return AtomicLaw.of(new double[] {lower, upper}, new double[] {weight, 1 - weight});
    }

    private static ParticleMeasure point(double x) {
        return new ParticleMeasure(new double[][] {{x}}, new double[] {1});
    }

    private static Claim firstAtom() {
        List<Double> steps = List.of(0.16, 0.08, 0.04, 0.02, 0.01);
        return new BoundClaim(
                "network-gan-first-atom",
                "clipped GAN, 3D × 3D, a critic of " + FEW + " neurons",
                "bracket of the first atom on the box with steps " + steps
                        + ", against the arrival of the first neuron, located by bisection of one step of 10⁻³",
                "the bracket contains the arrival at every step and is as wide as the step: order 1",
                "A law of atoms stays one of as many atoms, and the particle system is its exact solution but for time. Until the first"
                        + " arrival the field is smooth: the neuron is off by O(Δt⁴), and the bracket, the step in which it"
                        + " arrives, is the true one unless the arrival is that close to the end of a step.",
                Claim.Suite.FAST,
                progress -> {
                    double arrival = arrival();
                    List<Bound> bounds = new ArrayList<>();
                    for (double step : steps) {
                        Event atom = Simulation.of(NetworkStudy.GAN, NEURONS)
                                .until(1.6)
                                .every(1.6)
                                .solve(Particles.quantiles(FEW, ParticleScheme.rungeKutta4(step)))
                                .first(Event.Kind.ATOM)
                                .orElseThrow();
                        bounds.add(Bound.atLeast(step + ": arrival after the start", arrival - atom.earliest(), 0));
                        bounds.add(Bound.atLeast(step + ": arrival before the end", atom.latest() - arrival, 0));
                        bounds.add(
                                Bound.near(step + ": width / step", (atom.latest() - atom.earliest()) / step, 1, 1e-9));
                    }
                    return ClaimResult.of(List.of(), bounds).withNotes("arrival at " + arrival);
                });
    }

    /** When the first neuron is on the box: small steps, of which the one that arrives is bisected. */
    private static double arrival() {
        ParticleTransport run = NetworkStudy.flow(NetworkStudy.GAN, Starts.quantiles(NEURONS, FEW), 1e-3);
        while (true) {
            List<ParticleMeasure> before = copy(run.state());
            double start = run.time();
            double length = run.step(10);
            if (reach(run.state()) < NetworkStudy.GAN.criticBox()) {
                continue;
            }
            double late = length;
            double early = 0;
            while (late - early > 1e-13) {
                double middle = 0.5 * (early + late);
                ParticleTransport part = NetworkStudy.flow(NetworkStudy.GAN, before, 1);
                part.step(middle);
                if (reach(part.state()) < NetworkStudy.GAN.criticBox()) {
                    early = middle;
                } else {
                    late = middle;
                }
            }
            return start + late;
        }
    }

    private static List<ParticleMeasure> copy(State state) {
        return List.of(((ParticleMeasure) state.measure(0)).copy(), ((ParticleMeasure) state.measure(1)).copy());
    }

    /** The largest coordinate of the critic, in absolute value. */
    private static double reach(State state) {
        ParticleMeasure critic = (ParticleMeasure) state.measure(1);
        double reach = 0;
        for (int d = 0; d < critic.dimension(); d++) {
            reach = Math.max(
                    reach, Arrays.stream(critic.x(d)).map(FastMath::abs).max().orElse(0));
        }
        return reach;
    }

    private static Claim exactAtom() {
        return new BoundClaim(
                "network-gan-atom-leaves-corner",
                "clipped GAN, 3D × 3D, γ = 4, uniform critic, " + EACH * EACH * EACH + " + " + EACH * EACH * EACH
                        + " particles",
                "where the critic's particles are at times " + IN_CORNER + " and " + INSIDE,
                "all of them in the corner (1, -1, 1), to the last bit; later all at one point, to the last bit, farther than 0.05"
                        + " from every wall",
                "Until the generator passes the data at 2 the potential a(s(bG + c) - s(2b + c)) drives every neuron of this start to"
                        + " (1, -1, 1), each in finite time: a' = s(bG + c) - s(2b + c) > 0, and c' > 0, b' < 0 while G < 1. Whoever is at"
                        + " one point has one velocity ever after: mass that has merged never separates, in floating point too.",
                Claim.Suite.FAST,
                progress -> {
                    ParticleTransport run =
                            NetworkStudy.flow(PULL, Starts.quantiles(DENSITY, EACH * EACH * EACH), 0.02);
                    run.advanceTo(IN_CORNER);
                    ParticleMeasure critic = (ParticleMeasure) run.state().measure(1);
                    double off = 0;
                    double[] corner = {1, -1, 1};
                    for (int d = 0; d < 3; d++) {
                        double at = corner[d];
                        off = Math.max(
                                off,
                                Arrays.stream(critic.x(d))
                                        .map(x -> FastMath.abs(x - at))
                                        .max()
                                        .orElse(1));
                    }
                    run.advanceTo(INSIDE);
                    ParticleMeasure later = (ParticleMeasure) run.state().measure(1);
                    double apart = 0;
                    for (int d = 0; d < 3; d++) {
                        double first = later.x(d)[0];
                        apart = Math.max(
                                apart,
                                Arrays.stream(later.x(d))
                                        .map(x -> FastMath.abs(x - first))
                                        .max()
                                        .orElse(1));
                    }
                    return ClaimResult.of(
                            Bound.atMost("distance from the corner", off, 0),
                            Bound.atMost("diameter later", apart, 0),
                            Bound.atMost("farthest coordinate later", reach(run.state()), 0.95));
                });
    }

    private static Claim travellingAtom() {
        return new OrderClaim(
                        "network-gan-atom-travels",
                        "clipped GAN, 3D × 3D, upwind, a critic that has collapsed in a corner and left it, time "
                                + INSIDE,
                        "W₁ of the critic to the atom",
                        Ladder.cells(2, 16, 24, 36, 54),
                        cells -> {
                            ParticleTransport run =
                                    NetworkStudy.flow(PULL, Starts.quantiles(DENSITY, EACH * EACH * EACH), 0.02);
                            run.advanceTo(INSIDE);
                            ParticleMeasure atom = (ParticleMeasure) run.state().measure(1);
                            State grid = Runs.solve(PULL, DENSITY, Grid.of(TransportScheme.upwind(), cells), INSIDE);
                            return ErrorSample.exact(
                                    distance(grid.measure(1), new double[] {atom.x(0)[0], atom.x(1)[0], atom.x(2)[0]}));
                        },
                        OrderExpectation.atLeast(
                                0.5,
                                0.15,
                                "Upwind keeps order 1/2 for every measure in a one-sided Lipschitz field (Delarue, Lagoutière, Vauchelet 2017), the"
                                        + " coupling is Lipschitz in W₁; the distance to one atom is the mean of |ω - X|. Hence the ball of"
                                        + " radius r about X holds all mass but O(h^{1/2})/r."))
                .inFullSuite();
    }

    /** ∫ |ω - X| dν, which is W₁ to the atom at X. */
    private static double distance(Measure measure, double[] at) {
        CompensatedSum sum = new CompensatedSum();
        measure.forEachBlock((x, w, n) -> {
            for (int i = 0; i < n; i++) {
                double square = 0;
                for (int d = 0; d < at.length; d++) {
                    square += (x[d][i] - at[d]) * (x[d][i] - at[d]);
                }
                sum.add(w[i] * FastMath.sqrt(square));
            }
        });
        return sum.value();
    }
}
