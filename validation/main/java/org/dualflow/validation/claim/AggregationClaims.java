package org.dualflow.validation.claim;

import java.util.List;
import org.dualflow.field.Kernels;
import org.dualflow.fv.TransportScheme;
import org.dualflow.measure.AtomicLaw;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.LineLaw;
import org.dualflow.measure.MixtureLaw;
import org.dualflow.measure.QuantileFunction;
import org.dualflow.measure.UniformLaw;
import org.dualflow.measure.Wasserstein;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Aggregation;
import org.dualflow.model.Initial;
import org.dualflow.particle.ParticleScheme;
import org.dualflow.particle.Sticking;
import org.dualflow.run.Grid;
import org.dualflow.run.Particles;
import org.dualflow.validation.study.OrderExpectation;

/**
 * Attraction by the pointy potential W = |x|: a particle that is at the quantile q moves with speed 1 - 2q until it meets
 * others. A slab on [-1,1] shrinks to one atom at t = 1; two equal atoms at ±1 meet at t = 2.
 */
final class AggregationClaims {

    private static final Aggregation POINTY =
            new Aggregation(Domain.line(-1.5, 1.5, Boundary.NO_FLUX), Kernels.distance(1));
    private static final Initial SLAB = Initial.of(new UniformLaw(-1, 1));
    private static final LineLaw PAIR = AtomicLaw.of(new double[] {-1, 1}, new double[] {0.5, 0.5});
    /** Multiples of three, odd: cell centres at 0 and at ±1. */
    private static final Integer[] CELLS = {75, 153, 303, 603, 1203};

    private static final String BEFORE =
            "The distribution function obeys Burgers' equation: characteristics converge with"
                    + " constant speeds. Data of bounded variation, order 1 in W₁ (Delarue, Lagoutière, Vauchelet 2020).";

    private AggregationClaims() {}

    static List<Claim> all() {
        return List.of(pair(), slabBefore(), slabAfter(), atomEatsSlab(), stickyParticles());
    }

    private static CellMeasure upwind(Initial initial, int cells, double end) {
        return Runs.cells(POINTY, initial, Grid.of(TransportScheme.upwind().withCfl(0.5), cells), end);
    }

    private static Claim pair() {
        return new OrderClaim(
                "aggregation-pair-first-order",
                "upwind, two Diracs that attract each other by W = |x|",
                "W₁ at t = 1",
                Ladder.cells(3, CELLS),
                cells -> ErrorSample.exact(Wasserstein.W1.between(
                        upwind(Initial.of(PAIR), cells, 1),
                        AtomicLaw.of(new double[] {-0.5, 0.5}, new double[] {0.5, 0.5})
                                .quantiles(2))),
                OrderExpectation.exactly(
                        1,
                        0.1,
                        "The field of the atom itself holds its pieces within O(h) of each other for all time, so the random walk"
                                + " does not spread it: order 1 instead of 1/2 (models with pointy potentials)."));
    }

    private static Claim slabBefore() {
        return new OrderClaim(
                "aggregation-slab-before-collapse",
                "upwind, a slab under W = |x| at half its life",
                "W₁ at t = 0.5",
                Ladder.cells(3, CELLS),
                cells -> ErrorSample.exact(Wasserstein.W1.between(
                        QuantileFunction.ofSlabs(upwind(SLAB, cells, 0.5)), new UniformLaw(-0.5, 0.5))),
                OrderExpectation.exactly(1, 0.1, BEFORE));
    }

    private static Claim slabAfter() {
        Initial slab = Initial.of(new UniformLaw(-0.9, 1));
        return new OrderClaim(
                "aggregation-slab-after-collapse",
                "upwind, a slab under W = |x| after its collapse, its mean a quarter of a cell off a centre",
                "W₁ at t = 2",
                Ladder.cells(3, 75, 135, 255, 495),
                cells -> ErrorSample.exact(Wasserstein.W1.between(
                        upwind(slab, cells, 2), AtomicLaw.dirac(0.05).quantiles(1))),
                OrderExpectation.exactly(
                                1,
                                0.02,
                                "Two neighbouring cells with masses p and 1-p exchange p(1-p) each way: steady. The scheme conserves"
                                        + " the mean, so p = 1/4, and W₁ = 2p(1-p)h = 3h/8.")
                        .withConstant(1, 0.375, 0.01));
    }

    /**
     * An atom that eats a slab: mass 1/2 at 0, 1/2 spread over [-1,1]. The slab's point at x &gt; 0 has speed 1/2 + x/2, so a
     * third of the slab is eaten at t = 1/2, and the rest covers [-1/2, 1/2].
     */
    private static Claim atomEatsSlab() {
        Initial start = Initial.of(besideAtom(0.5, 1));
        return new OrderClaim(
                "aggregation-atom-eats-slab",
                "upwind, an atom that attracts a slab by W = |x|",
                "W₁ at t = 0.5",
                Ladder.cells(3, CELLS),
                cells -> ErrorSample.exact(Wasserstein.W1.between(
                        QuantileFunction.ofSlabs(upwind(start, cells, 0.5), i -> i == cells / 2),
                        besideAtom(2.0 / 3, 0.5))),
                OrderExpectation.exactly(1, 0.1, BEFORE));
    }

    private static LineLaw besideAtom(double atom, double end) {
        return new MixtureLaw(new double[] {atom, 1 - atom}, List.of(AtomicLaw.dirac(0), new UniformLaw(-end, end)));
    }

    private static Claim stickyParticles() {
        return new OrderClaim(
                "aggregation-sticky-particles-exact",
                "sticky particles, a slab under W = |x| before and after its collapse, Euler steps",
                "W₁ to the N-particle solution at t = 0.75 and t = 2",
                Ladder.particles(10, 100, 1000),
                n -> ErrorSample.exact(Math.max(stickyError(n, 0.75), stickyError(n, 2))),
                OrderExpectation.roundOff(
                        1e-13,
                        "Speeds are constant until particles meet and the projection commutes with the flow (Brenier, Gangbo,"
                                + " Savaré, Westdickenberg 2013): particle i sits at (1-t)₊ X_i(0) up to rounding of some"
                                + " hundred steps."));
    }

    private static double stickyError(int n, double t) {
        var scheme = ParticleScheme.euler(0.01).withSticking(Sticking.STICKY);
        var end = Runs.particles(POINTY, SLAB, Particles.quantiles(n, scheme), t);
        double[] exact = new double[n];
        for (int i = 0; i < n; i++) {
            exact[i] = Math.max(0, 1 - t) * (-1 + (2 * i + 1.0) / n);
        }
        return Wasserstein.W1.between(QuantileFunction.ofAtoms(end), QuantileFunction.ofSample(exact));
    }
}
