package org.dualflow.field;

import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.Measure;
import org.dualflow.mesh.Domain;
import org.jspecify.annotations.Nullable;

/**
 * The field b(x) = -∫ ∇W(x - y) dρ(y) of a frozen measure, ∇W(0) = 0.
 *
 * <p>Along periodic axes, x - y means its representative in (-L/2, L/2); masses half a length apart exert no force along
 * that axis, since they would pull both ways.
 *
 * <p>{@link Summation#AUTOMATIC} takes the cheapest way, all of them exact up to rounding: moments if W is a multiple
 * of |x|², in any dimension; sorted moments if W is a polynomial in |x| on a line, so that for |x| only the mass on
 * either side counts and the field is exactly zero in the middle of symmetric masses; Fourier transforms for a uniform
 * mesh when there are enough cells; otherwise all pairs. Periodic axes exclude moments.
 *
 * <p>A new measure of the same size is frozen, and evaluated, without allocation. Not thread-safe.
 */
public final class Interaction implements VelocityField {

    /** How the sum over the measure is made. */
    public enum Summation {
        /** The cheapest of the others. */
        AUTOMATIC,
        /** All pairs, O(n m). */
        DIRECT,
        /** Moments of whole or sorted measures, O(n log n): polynomials without periodic axes only. */
        MOMENTS,
        /** Fast Fourier transform, O(N log N): points and faces of uniform meshes; all pairs elsewhere. */
        LATTICE
    }

    /** Transforms cost about as much as this many pairs for every point of the padded lattice (measured, cheap kernels). */
    private static final int PAIRS_PER_POINT = 16;

    private final InteractionKernel kernel;
    private final Domain domain;
    private final boolean periodic;
    private final boolean latticeAllowed;
    private final boolean latticeForced;
    private final FrozenPoints points;
    private final FrozenPoints sources;
    private final DirectSum direct;
    private final @Nullable QuadraticSum quadratic;
    private final @Nullable LineSum line;
    private @Nullable LatticeSum lattice;
    private boolean onLattice;
    private @Nullable Measure frozen;
    private double mass;

    /** An interaction on a domain, summed in the cheapest way. */
    public Interaction(InteractionKernel kernel, Domain domain) {
        this(kernel, domain, Summation.AUTOMATIC);
    }

    /**
     * @param kernel the potential
     * @param domain where the points lie; says which axes are periodic
     * @param summation how to sum
     */
    public Interaction(InteractionKernel kernel, Domain domain, Summation summation) {
        this.kernel = kernel;
        this.domain = domain;
        boolean moments = summation == Summation.AUTOMATIC || summation == Summation.MOMENTS;
        double[] c = kernel.polynomial();
        this.periodic = domain.sides().stream().anyMatch(Domain.Side::isPeriodic);
        boolean plain = !periodic && c.length > 0;
        boolean square = plain && c[0] == 0 && c[2] == 0 && c[3] == 0;
        this.quadratic = moments && square ? new QuadraticSum(c[1], domain.dimension()) : null;
        this.line = moments && plain && !square && domain.dimension() == 1 ? new LineSum(c) : null;
        if (summation == Summation.MOMENTS && quadratic == null && line == null) {
            throw new IllegalArgumentException("summation = MOMENTS: allowed without periodic axes, for a polynomial in"
                    + " |x| on a line or a multiple of |x|²");
        }
        this.latticeForced = summation == Summation.LATTICE;
        this.latticeAllowed = latticeForced || summation == Summation.AUTOMATIC;
        this.points = new FrozenPoints(domain.dimension(), false);
        this.sources = new FrozenPoints(domain.dimension(), true);
        this.direct = new DirectSum(kernel, domain);
    }

    /** Takes the measure whose field is asked for from now on; its arrays must not change until then. */
    public void freeze(Measure measure) {
        frozen = measure;
        direct.reset();
        onLattice = false;
        if (quadratic != null || line != null) {
            points.copy(measure);
            if (quadratic != null) {
                quadratic.freeze(points);
            } else if (line != null) {
                line.freeze(points);
            }
            mass = points.mass();
            return;
        }
        sources.copy(measure);
        mass = sources.mass();
        if (latticeAllowed
                && measure instanceof CellMeasure cells
                && cells.mesh().isUniform()) {
            freezeLattice(cells);
        }
    }

    private void freezeLattice(CellMeasure cells) {
        double padded = cells.size() * (double) (1 << domain.dimension());
        if (latticeForced || (double) sources.size * cells.size() > PAIRS_PER_POINT * padded) {
            if (lattice == null || !lattice.fits(cells.mesh())) {
                lattice = new LatticeSum(kernel, cells.mesh());
            }
            lattice.freeze(cells);
            onLattice = true;
        }
    }

    @Override
    public int dimension() {
        return domain.dimension();
    }

    @Override
    public void fill(int component, double[][] x, int n, double[] out) {
        if (quadratic != null) {
            quadratic.fill(component, x[component], n, out);
        } else if (line != null) {
            if (points.equalsBatch(x, n)) {
                line.fillSources(out);
            } else {
                line.fill(x[0], n, out);
            }
        } else if (!onLattice || lattice == null || !lattice.fill(component, x, n, out)) {
            direct.fill(sources, component, x, n, out);
        }
    }

    /**
     * {@inheritDoc} -λ M for the convexity λ of the kernel and the mass M; infinity on a domain with a periodic axis,
     * where the nearest image changes at half the length.
     */
    @Override
    public double oneSidedLipschitz() {
        if (periodic) {
            return Double.POSITIVE_INFINITY;
        }
        return mass == 0 ? 0 : 0.0 - kernel.convexity() * mass;
    }

    /** The energy ½ ∬ W(x - y) dρ dρ of the frozen measure; O(n²) unless moments serve. */
    public double energy() {
        if (frozen == null) {
            return 0;
        }
        if (quadratic != null) {
            return quadratic.energy(points);
        }
        return line != null ? line.energy(points.w) : direct.energy(sources);
    }
}
