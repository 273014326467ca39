package org.dualflow.validation.claim;

import java.util.List;
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
import org.dualflow.model.Initial;
import org.dualflow.model.PrescribedTransport;
import org.dualflow.model.Transports;
import org.dualflow.run.Grid;
import org.dualflow.validation.study.OrderExpectation;
import org.hipparchus.util.FastMath;

/**
 * Upwind with velocities at cell centres, the scheme of Delarue, Lagoutière and Vauchelet: atoms and slabs in a constant
 * field, the sink of -sign(x). Derivations: docs page "What must be observed, and why".
 */
final class UpwindClaims {

    private static final double COURANT = 0.5;
    private static final double END = 1;
    private static final PrescribedTransport CONSTANT = Transports.constant(Domain.line(-2, 2, Boundary.NO_FLUX), 1);
    private static final PrescribedTransport SINK = Transports.sink(Domain.line(-1, 1, Boundary.NO_FLUX));
    private static final Initial DIRAC = Initial.of(AtomicLaw.dirac(0));
    private static final Initial SLAB = Initial.of(new UniformLaw(-0.5, 0.5));
    private static final Initial WHOLE = Initial.of(new UniformLaw(-1, 1));
    private static final LineLaw HALF_COLLAPSED =
            new MixtureLaw(new double[] {0.5, 0.5}, List.of(AtomicLaw.dirac(0), new UniformLaw(-0.5, 0.5)));
    /** Odd numbers of cells put a cell centre on the origin. */
    private static final Integer[] ODD = {201, 401, 801, 1601, 3201};

    private UpwindClaims() {}

    static List<Claim> all() {
        return List.of(dirac(), slabFirst(), slabSecond(), sinkBefore(), sinkOnCentre(), sinkOnFace());
    }

    private static Grid grid(int cells) {
        return Grid.of(TransportScheme.upwind().withCfl(COURANT), cells);
    }

    private static Claim dirac() {
        double constant = FastMath.sqrt(2 * END * (1 - COURANT) / FastMath.PI);
        return new OrderClaim(
                "upwind-dirac-half-order",
                "upwind, a Dirac in a constant field",
                "W₁",
                Ladder.cells(4, ODD),
                cells -> ErrorSample.exact(Wasserstein.W1.between(
                        Runs.cells(CONSTANT, DIRAC, grid(cells), END),
                        AtomicLaw.dirac(END).quantiles(1))),
                OrderExpectation.exactly(
                                0.5,
                                0.02,
                                "Delarue, Lagoutière, Vauchelet 2017: order 1/2 for every measure. Here upwind is a random walk"
                                        + " whose variance is aTh(1-ν), so W₁ = E|Z| = sqrt(2aTh(1-ν)/π).")
                        .withConstant(0.5, constant, 0.02));
    }

    private static Claim slabFirst() {
        return new OrderClaim(
                "upwind-slab-first-order",
                "upwind, a slab in a constant field",
                "W₁",
                Ladder.cells(4, ODD),
                cells -> ErrorSample.exact(slabError(Wasserstein.W1, cells)),
                OrderExpectation.exactly(
                                1,
                                0.02,
                                "The random walk spreads each edge by a variance σ² = aTh(1-ν); each edge of a slab of"
                                        + " height r then costs rσ²/2 in W₁, both together r a T h (1-ν), r = 1.")
                        .withConstant(1, END * (1 - COURANT), 0.02));
    }

    private static Claim slabSecond() {
        return new OrderClaim(
                "upwind-slab-three-quarters",
                "upwind, a slab in a constant field",
                "W₂",
                Ladder.cells(4, ODD),
                cells -> ErrorSample.exact(slabError(Wasserstein.W2, cells)),
                OrderExpectation.exactly(
                        0.75,
                        0.02,
                        "Near an edge a share O(σ) of the mass is displaced by O(σ), σ² = O(h): W₂² = O(σ³), W₂ = O(h^{3/4})."));
    }

    private static double slabError(Wasserstein distance, int cells) {
        CellMeasure slab = Runs.cells(CONSTANT, SLAB, grid(cells), END);
        return distance.between(QuantileFunction.ofSlabs(slab), new UniformLaw(-0.5 + END, 0.5 + END));
    }

    private static Claim sinkBefore() {
        return new OrderClaim(
                "upwind-sink-before-collapse",
                "upwind, -sign(x) while half of a uniform density has arrived",
                "W₁",
                Ladder.cells(2, 201, 401, 801, 1601),
                cells -> {
                    CellMeasure density = Runs.cells(SINK, WHOLE, grid(cells), 0.5);
                    int sink = cells / 2;
                    return ErrorSample.exact(
                            Wasserstein.W1.between(QuantileFunction.ofSlabs(density, i -> i == sink), HALF_COLLAPSED));
                },
                OrderExpectation.exactly(
                        1,
                        0.05,
                        "Data of bounded variation in a one-sided Lipschitz field: order 1 in W₁ (Delarue, Lagoutière,"
                                + " Vauchelet 2017). The atom at the sink is exact, the fronts at ±1/2 cost O(h) each."));
    }

    private static Claim sinkOnCentre() {
        return new OrderClaim(
                "upwind-sink-on-centre-exact",
                "upwind, -sign(x) after total collapse, a cell centre on the sink",
                "W₁",
                Ladder.cells(2, 51, 103, 201),
                cells -> ErrorSample.exact(collapsedError(cells)),
                OrderExpectation.roundOff(
                        1e-15,
                        "The velocity at the centre is zero, so what has arrived stays; a walk that needs at most 1/h moves"
                                + " and makes 8/h steps, a move with probability 1/2 each, is late with probability below"
                                + " exp(-2 (8/h) (3/8)²) = exp(-2.25/h) < 1e-24 (Hoeffding)."));
    }

    private static Claim sinkOnFace() {
        return new OrderClaim(
                "upwind-sink-on-face",
                "upwind, -sign(x) after total collapse, a face on the sink",
                "W₁",
                Ladder.cells(2, 50, 100, 200, 400),
                cells -> ErrorSample.exact(collapsedError(cells)),
                OrderExpectation.exactly(
                                1,
                                0.01,
                                "The two cells beside the sink exchange their mass for ever, each atom h/2 away: W₁ = h/2.")
                        .withConstant(1, 0.5, 0.001));
    }

    private static double collapsedError(int cells) {
        CellMeasure density = Runs.cells(SINK, WHOLE, grid(cells), 4);
        return Wasserstein.W1.between(density, AtomicLaw.dirac(0).quantiles(1));
    }
}
