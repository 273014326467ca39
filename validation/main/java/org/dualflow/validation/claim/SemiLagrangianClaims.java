package org.dualflow.validation.claim;

import java.util.List;
import org.dualflow.fv.remap.RemapReconstruction;
import org.dualflow.fv.remap.SemiLagrangianScheme;
import org.dualflow.measure.AtomicLaw;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.DensityLaw;
import org.dualflow.measure.LineLaw;
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
 * The conservative semi-Lagrangian scheme in a constant field, where its error is that of the reconstruction alone. Both
 * measures are read as slabs on the same cells, so that only the errors of the distribution functions at faces count.
 * Derivations: docs page "What must be observed, and why".
 */
final class SemiLagrangianClaims {

    private static final double END = 1;
    private static final double LENGTH = 4;
    private static final Domain LINE = Domain.line(-2, 2, Boundary.NO_FLUX);
    private static final PrescribedTransport CONSTANT = Transports.constant(LINE, 1);
    /** Cells per step; what counts is the fractional part. */
    private static final double COURANT = 2.5;
    /** Numbers of cells for which the steps of Courant number 2.5 end at 1 exactly. */
    private static final Integer[] SIZES = {240, 480, 960, 1920, 3840};

    private static final Integer[] SMALL = {240, 480, 960};

    private SemiLagrangianClaims() {}

    static List<Claim> all() {
        return List.of(dirac(), slab(), linear(), parabolic(), momentsSmooth(), momentsSlab(), momentsDirac());
    }

    private static CellMeasure solve(RemapReconstruction reconstruction, LineLaw law, double courant, int cells) {
        SemiLagrangianScheme scheme =
                SemiLagrangianScheme.of(reconstruction).withCourant(2 * courant).withMaxStep(courant * LENGTH / cells);
        return Runs.cells(CONSTANT, Initial.of(law), Grid.of(scheme, cells), END);
    }

    private static double error(
            RemapReconstruction reconstruction, LineLaw start, LineLaw end, double courant, int cells) {
        CellMeasure measured = solve(reconstruction, start, courant, cells);
        return Wasserstein.W1.between(
                QuantileFunction.ofSlabs(measured), QuantileFunction.ofSlabs(end.onto(measured.mesh())));
    }

    /** The law of density (8/3) cos⁴ π(x - centre) on one of its periods. */
    private static LineLaw bump(double centre) {
        return new DensityLaw(
                x -> {
                    double c = FastMath.cos(Math.PI * (x - centre));
                    return c * c * c * c;
                },
                centre - 0.5,
                centre + 0.5);
    }

    private static Claim dirac() {
        double theta = COURANT - FastMath.floor(COURANT);
        double constant = FastMath.sqrt(2 * END * theta * (1 - theta) / (COURANT * FastMath.PI));
        return new OrderClaim(
                "semi-lagrangian-dirac-half-order",
                "semi-Lagrangian, constant reconstruction, a Dirac in a constant field at Courant number 2.5",
                "W₁",
                Ladder.cells(LENGTH, SIZES),
                cells -> {
                    double start = 0.5 * LENGTH / cells;
                    return ErrorSample.exact(Wasserstein.W1.between(
                            solve(RemapReconstruction.CONSTANT, AtomicLaw.dirac(start), COURANT, cells),
                            AtomicLaw.dirac(start + END).quantiles(1)));
                },
                OrderExpectation.exactly(
                                0.5,
                                0.02,
                                "Every step moves mass by whole cells but for a share θ = 1/2, the fractional part of ν,"
                                        + " that goes one cell farther: after n = T/(νh) steps a binomial law of variance"
                                        + " h² n θ(1-θ), so W₁ = sqrt(2 T h θ(1-θ)/(πν)).")
                        .withConstant(0.5, constant, 0.02));
    }

    private static Claim slab() {
        double theta = COURANT - FastMath.floor(COURANT);
        return new OrderClaim(
                "semi-lagrangian-slab-first-order",
                "semi-Lagrangian, constant reconstruction, a slab in a constant field at Courant number 2.5",
                "W₁",
                Ladder.cells(LENGTH, SIZES),
                cells -> ErrorSample.exact(error(
                        RemapReconstruction.CONSTANT,
                        new UniformLaw(-0.5, 0.5),
                        new UniformLaw(-0.5 + END, 0.5 + END),
                        COURANT,
                        cells)),
                OrderExpectation.exactly(
                                1,
                                0.02,
                                "Each edge of a slab of height r = 1 is spread by the variance σ² = T h θ(1-θ)/ν and costs"
                                        + " rσ²/2 in W₁.")
                        .withConstant(1, END * theta * (1 - theta) / COURANT, 0.02));
    }

    private static Claim linear() {
        return new OrderClaim(
                "semi-lagrangian-linear-second-order",
                "semi-Lagrangian, linear reconstruction, smooth data in a constant field at Courant number 0.25",
                "W₁",
                Ladder.cells(LENGTH, 240, 480, 960, 1920),
                cells -> ErrorSample.exact(error(RemapReconstruction.LINEAR, bump(0), bump(END), 0.25, cells)),
                OrderExpectation.exactly(
                        2,
                        0.1,
                        "The reconstructed distribution function errs by ρ'' h³ θ(1-θ)(1-2θ)/12 in every step, n ="
                                + " T/(νh) steps add up; the limiter at the maximum costs one order more."));
    }

    private static Claim parabolic() {
        return new OrderClaim(
                "semi-lagrangian-parabolic-third-order",
                "semi-Lagrangian, parabolic reconstruction, smooth data in a constant field at Courant number 2.5",
                "W₁",
                Ladder.cells(LENGTH, SMALL),
                cells -> ErrorSample.exact(error(RemapReconstruction.PARABOLIC, bump(0), bump(END), COURANT, cells)),
                OrderExpectation.atLeast(
                        3,
                        0.1,
                        "The reconstructed distribution function errs by ρ''' h⁴ θ²(1-θ)²/24 in every step; a clipped"
                                + " maximum errs by O(h³) on a width O(h), the same in W₁. T/(νh) steps add up to O(h³)."));
    }

    private static Claim momentsSmooth() {
        return new OrderClaim(
                "semi-lagrangian-moments-second-order",
                "semi-Lagrangian, moments, smooth data in a constant field at Courant number 2.5",
                "W₁",
                Ladder.cells(LENGTH, SIZES),
                cells -> ErrorSample.exact(error(RemapReconstruction.MOMENTS, bump(0), bump(END), COURANT, cells)),
                OrderExpectation.exactly(
                        2,
                        0.1,
                        "Slab and atoms have the mass, mean and variance of the cell: their distribution function errs by"
                                + " O(ρ' h²) inside a cell, and the next steps undo it, since moments are kept."));
    }

    private static Claim momentsSlab() {
        return exact(
                "semi-lagrangian-moments-slab-exact",
                "a slab",
                new UniformLaw(-0.503, 0.497),
                new UniformLaw(-0.503 + END, 0.497 + END));
    }

    private static Claim momentsDirac() {
        return exact(
                "semi-lagrangian-moments-dirac-exact", "a Dirac", AtomicLaw.dirac(0.003), AtomicLaw.dirac(0.003 + END));
    }

    private static Claim exact(String id, String what, LineLaw start, LineLaw end) {
        return new OrderClaim(
                id,
                "semi-Lagrangian, moments, " + what + " in a constant field at Courant number 2.5",
                "W₁",
                Ladder.cells(LENGTH, SMALL),
                cells -> ErrorSample.exact(error(RemapReconstruction.MOMENTS, start, end, COURANT, cells)),
                OrderExpectation.roundOff(
                        1e-12,
                        "Pieces of a slab or an atom are slabs and atoms, which their cells represent exactly. At most 96"
                                + " steps round feet and masses by 4 ulp of 2 each, on 960 cells at most: 96·960·8ε·h."));
    }
}
