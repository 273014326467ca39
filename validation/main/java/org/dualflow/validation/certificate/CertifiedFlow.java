package org.dualflow.validation.certificate;

import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.NormalMixture;
import org.dualflow.measure.UniformBox;
import org.dualflow.mesh.Domain;
import org.dualflow.model.GradientFlow;
import org.dualflow.restart.Tape;
import org.dualflow.time.Evolution;

/**
 * A solution of a {@link GradientFlow} d ∂t r = κ div(d ∇w), r = h(w), on a mesh in one to three dimensions that carries a
 * guaranteed bound of its own L¹ error, whatever scheme computes it: only the masses before and after each step are looked
 * at.
 *
 * <p>From them a smooth w_h is built: through h⁻¹(m_i/μ_i) at the points of cells by cubic splines, whose slope is zero at walls
 * ({@link MeshSpline}); in time by the cubic between the two values of each cell that also has the slopes that the two-point fluxes
 * tell, on a line by the straight one in a step where that gives less. With R = d ∂t h(w_h) - κ div(d ∇w_h), an integrable function as d ∇w_h is
 * Lipschitz, without flux through walls, u - u_h, u_h = d h(w_h), solves ∂t(u - u_h) = κ div(d ∇(w - w_h)) - R. Multiplied by
 * sign(w - w_h) = sign(u - u_h) it gives
 *
 * <pre>  ‖u - u_h‖(T) ≤ ‖u - u_h‖(0) + ∫ ‖R(t)‖ dt,   norms in L¹.</pre>
 *
 * <p>On every product of half cells and a step ‖R‖ is bounded by the root of |box| ∫R², an integral of a smooth function by Gauss
 * rules. What these miss is not bounded but estimated, as by a grid convergence index, and is a term of its own: {@value #SAFETY} times the
 * difference of rules with one more point in every direction, taken at the start and at every {@value #PROBE}th step and
 * carried on in proportion to ‖R‖. Rounding is not part of the bound. The bound is O(h² + τ) for implicit Euler, O(h² + τ²) for a scheme of order 2 (jensen-shannon.md).
 */
public final class CertifiedFlow extends WrappedEvolution {

    /** Of the estimate of what Gauss rules miss (Roache's factor for an index from rules of known order). */
    private static final double SAFETY = 1.25;

    /** Steps between two comparisons with finer rules. */
    private static final int PROBE = 8;

    /** Gauss points of a step. */
    private static final int TIME_NODES = 3;

    private final FlowResidual residual;
    private final FlowResidual finer;
    private final MeshSpline spline;
    private final MeshSpline finerSpline;
    private double[] now;
    private double[] rate;
    private double bound;
    private double quadrature;
    private double missed;
    private long watched;

    /**
     * @param evolution the run, one species on a mesh without clipped or open ends, at its initial state
     * @param flow the equation, {@linkplain #certifies with a smooth target}
     * @param initial the exact initial density
     */
    public CertifiedFlow(Evolution evolution, GradientFlow flow, Densities initial) {
        this(evolution, flow, initial, new MeshSpline(cells(evolution).mesh()));
    }

    CertifiedFlow(Evolution evolution, GradientFlow flow, Densities initial, MeshSpline spline) {
        super(evolution);
        if (!certifies(flow)) {
            throw new IllegalArgumentException("target of " + flow.name()
                    + ": the uniform law of the domain, or between walls a mixture of normal laws, is allowed");
        }
        this.spline = spline;
        finerSpline = spline.finer();
        residual = new FlowResidual(flow, spline, TIME_NODES);
        finer = new FlowResidual(flow, finerSpline, TIME_NODES + 1);
        now = residual.potentials(cells(evolution));
        rate = residual.rates(now);
        if (residual.isDefined()) {
            bound = distance(initial);
            quadrature = SAFETY * Math.abs(distance(finer, finerSpline, initial) - bound);
        } else {
            bound = Double.POSITIVE_INFINITY;
        }
    }

    /** Whether d is known to be smooth in the domain, as a circle if it is one: uniform there, or normal laws between walls. */
    public static boolean certifies(GradientFlow flow) {
        Domain domain = flow.domain();
        if (flow.target() instanceof UniformBox uniform) {
            for (int d = 0; d < domain.dimension(); d++) {
                Domain.Side side = uniform.box().side(d);
                if (side.lower() != domain.side(d).lower()
                        || side.upper() != domain.side(d).upper()) {
                    return false;
                }
            }
            return true;
        }
        return flow.target() instanceof NormalMixture && domain.sides().stream().noneMatch(Domain.Side::isPeriodic);
    }

    @Override
    public double step(double end) {
        double dt = super.step(end);
        if (bound < Double.POSITIVE_INFINITY) {
            double[] next = residual.potentials(cells(this));
            double[] nextRate = residual.rates(next);
            FlowResidual.Path path = new TimeCubic(dt, now, next, rate, nextRate);
            double growth = residual.integral(dt, path);
            if (spline.mesh().dimension() == 1) {
                FlowResidual.Path line = new TimeLine(dt, now, next);
                double straight = residual.integral(dt, line);
                path = straight < growth ? line : path;
                growth = Math.min(growth, straight);
            }
            if (watched++ % PROBE == 0 && growth > 0) {
                missed = Math.abs(finer.integral(dt, path) / growth - 1);
            }
            bound = growth >= 0 ? bound + growth : Double.POSITIVE_INFINITY;
            quadrature += SAFETY * missed * growth;
            now = next;
            rate = nextRate;
        }
        return dt;
    }

    @Override
    public void transfer(Tape tape) {
        super.transfer(tape);
        bound = tape.number(bound);
        quadrature = tape.number(quadrature);
        missed = tape.number(missed);
        watched = tape.whole(watched);
        if (tape.plays()) {
            now = residual.potentials(cells(this));
            rate = residual.rates(now);
        }
    }

    /**
     * A bound of ‖u - u_h‖ in L¹ now, u the exact solution, u_h the density of {@link #density}: guaranteed but for the estimate
     * {@link #quadrature}, which is part of it.
     */
    public double bound() {
        return bound + quadrature;
    }

    /** The part of the bound that stands for what Gauss rules miss: an estimate, not a guarantee. */
    public double quadrature() {
        return quadrature;
    }

    /** A bound of the sum, over all cells, of the differences between the masses and those of the exact solution, now. */
    public double massBound() {
        if (bound == Double.POSITIVE_INFINITY) {
            return bound;
        }
        double[] smooth = spline.cellIntegrals(density());
        double[] finerSmooth = finerSpline.cellIntegrals(finer.density(now));
        CellMeasure masses = cells(this);
        double gap = 0;
        int row = masses.mesh().rowLength();
        for (int c = 0; c < smooth.length; c++) {
            gap += Math.abs(masses.rows()[c / row][c % row] - smooth[c])
                    + SAFETY * Math.abs(finerSmooth[c] - smooth[c]);
        }
        return bound() + gap;
    }

    /** u_h at the {@link #points}. */
    public double[] density() {
        return residual.density(now);
    }

    /** The Gauss points of all half cells, {@code [dimension][points]}. */
    public double[][] points() {
        return spline.x();
    }

    /** A bound of the L¹ distance of u_h from a smooth density: at most 2/√3 times as much where the difference is linear on half cells. */
    public double distance(Densities other) {
        return distance(residual, spline, other);
    }

    private double distance(FlowResidual at, MeshSpline points, Densities other) {
        double[] smooth = at.density(now);
        double[] difference = new double[smooth.length];
        other.fill(points.x(), smooth.length, difference);
        for (int p = 0; p < smooth.length; p++) {
            difference[p] -= smooth[p];
        }
        double[] squares = points.newBoxes();
        points.addSquares(difference, 1, squares);
        return points.absolute(squares);
    }

    private static CellMeasure cells(Evolution evolution) {
        if (evolution.state().measures().size() == 1 && evolution.state().measure(0) instanceof CellMeasure cells) {
            return cells;
        }
        throw new IllegalArgumentException("state: "
                + evolution.state().measures().size() + " species: masses of one species on a mesh are allowed");
    }
}
