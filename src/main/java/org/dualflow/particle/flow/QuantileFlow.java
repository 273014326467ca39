package org.dualflow.particle.flow;

import java.util.Arrays;
import java.util.List;
import org.dualflow.field.SortedOrder;
import org.dualflow.measure.Measure;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.measure.SmoothLaw;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Species;
import org.dualflow.model.State;
import org.dualflow.particle.StartCheck;
import org.dualflow.restart.Tape;
import org.dualflow.time.Evolution;
import org.dualflow.time.StepFailure;

/**
 * The Jensen–Shannon flow dX/dt = -½ ∂x log(u/(u+d))(X), u the law of X, on a line with particles of equal mass m = 1/N in
 * order: the quantiles of u at the levels (i+½)/N. Between two neighbours lies the mass m of u and the mass δ = F(X_{i+1}) -
 * F(X_i) of the data law d, so that u/d is m/δ there and
 *
 * <pre>  dX_i/dt = -½ (d(X_i)/m) (w_{i+½} - w_{i-½}),     w = log(1 + m/δ).</pre>
 *
 * Between a wall and the first or last particle lies the mass m/2. This is the steepest descent of J(X) = JSD of the
 * two histograms (m, δ): among all laws with these quantiles J is the smallest divergence from d. For every step the scheme keeps
 *
 * <ul>
 *   <li>order: ∂J/∂δ is -∞ at δ = 0, so no minimiser of a step lets particles meet;
 *   <li>stationarity: particles at the quantiles of d do not move, J = 0;
 *   <li>decay: J(Xⁿ⁺¹) + Σ m |Xⁿ⁺¹ - Xⁿ|²/(2τ) ≤ J(Xⁿ);
 *   <li>bounds: min and max over the intervals of m/δ, that is of u/d, do not spread, as long as d is constant; for any d
 *       they do not spread when τ → 0, since dw at the largest w is ≤ 0.
 * </ul>
 *
 * Time steps are implicit Euler steps, order 1 ({@link QuantileStep}); where τ |V (log d)'| &lt; 1 along the step, the
 * minimiser is unique. In space the order is 2: at exact quantiles the right-hand side is that of the equation up to O(m²)
 * (central differences in the level), and it does not decrease in X_{i±1}, so that sub- and supersolutions O(m²) away enclose the
 * numerical one (derivation in the documentation).
 *
 * <p>Sources: the flow: Y.-J. Huang, Y. Zhang, JMLR 24 (217), 2023, arXiv 2205.02910; variational particle schemes:
 * M. Westdickenberg, J. Wilkening, ESAIM: M2AN 44 (2010), doi:10.1051/m2an/2009043; D. Matthes, H. Osberger, ESAIM: M2AN 48
 * (2014), doi:10.1051/m2an/2013126.
 *
 * <p>The particles are reported in the order of the start. Not thread-safe.
 */
public final class QuantileFlow implements Evolution {

    private static final double SMALLEST = 0x1p-20;
    private static final double RESOLUTION = 0x1p-44;
    private static final double EQUAL = 0x1p-32;

    private final Species species;
    private final double maxStep;
    private final QuantileLine line;
    private final QuantileStep newton;
    private final int[] order;
    private final double[] sorted;
    private final double[] next;
    private final ParticleMeasure particles;
    private final State state;
    private double time;
    private long steps;
    private long rejections;

    /**
     * @param species what moves; between walls (no-flux or clipped) or on a circle
     * @param data the law d; of positive density wherever particles are
     * @param start particles of equal weights, total mass 1, at different places inside the domain; copied
     * @param maxStep the largest step, positive and finite
     * @param time the time at which it starts, finite
     */
    public QuantileFlow(Species species, SmoothLaw data, ParticleMeasure start, double maxStep, double time) {
        if (!(maxStep > 0) || Double.isInfinite(maxStep)) {
            throw new IllegalArgumentException("maxStep = " + maxStep + ": a positive finite number is allowed");
        }
        if (!Double.isFinite(time)) {
            throw new IllegalArgumentException("time = " + time + ": a finite number is allowed");
        }
        this.species = species;
        this.maxStep = maxStep;
        this.time = time;
        this.particles = StartCheck.accept(species, start);
        Domain.Side side = species.domain().side(0);
        requireLine(species.domain(), side);
        if (data.dimension() != 1) {
            throw new IllegalArgumentException("data law: dimension = " + data.dimension() + ": 1 is allowed");
        }
        requireEqualWeights(particles.weights());
        int n = particles.size();
        this.line = new QuantileLine(data, side, n);
        this.newton = new QuantileStep(line, RESOLUTION * side.length());
        this.order = SortedOrder.of(particles.x(0));
        this.sorted = new double[n];
        this.next = new double[n];
        for (int rank = 0; rank < n; rank++) {
            sorted[rank] = particles.x(0)[order[rank]];
        }
        requireApart();
        this.state = new State(List.<Measure>of(particles), new double[0]);
    }

    private static void requireLine(Domain domain, Domain.Side side) {
        boolean open = side.atLower() == Boundary.OPEN || side.atUpper() == Boundary.OPEN;
        if (domain.dimension() != 1 || open) {
            throw new IllegalArgumentException("domain of " + domain.dimension() + " dimensions"
                    + (open ? ", open" : "") + ": a line between walls or a circle is allowed");
        }
    }

    private static void requireEqualWeights(double[] w) {
        for (int i = 0; i < w.length; i++) {
            if (!(Math.abs(w[i] * w.length - 1) <= EQUAL)) {
                throw new IllegalArgumentException("weight of particle " + i + " = " + w[i] + ": 1/" + w.length
                        + " is allowed, the particles carry equal masses of sum 1");
            }
        }
    }

    private void requireApart() {
        line.evaluate(sorted);
        for (int k = 0; k <= line.n; k++) {
            if (!(line.gap(sorted, k) > 0 && line.delta[k] > 0)) {
                throw new IllegalArgumentException(
                        species.name() + ": interval " + k + " between particles in order has length "
                                + line.gap(sorted, k) + " and data mass " + line.delta[k]
                                + ": positive ones are allowed, u/d is infinite there and nothing could move");
            }
        }
    }

    @Override
    public double time() {
        return time;
    }

    @Override
    public State state() {
        return state;
    }

    /** The discrete divergence J of the current positions. */
    public double energy() {
        return line.energy(sorted);
    }

    @Override
    public double step(double end) {
        double first = evenStep(end, maxStep);
        double smallest = Math.min(first, SMALLEST * maxStep);
        for (double h = first; ; h *= 0.5) {
            System.arraycopy(sorted, 0, next, 0, next.length);
            if (newton.solve(sorted, h, next)) {
                time = h == remaining(end) ? end : time + h;
                steps++;
                accept();
                return h;
            }
            rejections++;
            if (0.5 * h < smallest || time + 0.5 * h == time) {
                throw new StepFailure(
                        StepFailure.Cause.NOT_FINITE,
                        time,
                        species.name(),
                        -1,
                        "Newton's method did not converge for steps down to " + h);
            }
        }
    }

    private void accept() {
        System.arraycopy(next, 0, sorted, 0, sorted.length);
        double[] x = particles.x(0);
        for (int rank = 0; rank < order.length; rank++) {
            x[order[rank]] = line.side.wrap(sorted[rank]);
        }
    }

    @Override
    public void transfer(Tape tape) {
        tape.part("quantiles");
        time = tape.number(time);
        steps = tape.whole(steps);
        rejections = tape.whole(rejections);
        tape.numbers(sorted);
        tape.numbers(particles.x(0));
    }

    /** The positions in order, a copy; on a circle in one turn, which need not begin at its lower end. */
    public double[] positions() {
        return Arrays.copyOf(sorted, sorted.length);
    }

    @Override
    public long steps() {
        return steps;
    }

    @Override
    public long rejections() {
        return rejections;
    }
}
