package org.dualflow.validation.exact;

import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.dualflow.gan.TwoPointGan;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BracketedUnivariateSolver;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.events.Action;
import org.hipparchus.ode.events.AdaptableInterval;
import org.hipparchus.ode.events.ODEEventDetector;
import org.hipparchus.ode.events.ODEEventHandler;
import org.hipparchus.util.FastMath;

/**
 * Locates zeros of a function of the state to rounding.
 *
 * <p>Signs are compared often enough to miss none: with c and g/√γ as Cartesian coordinates the motion turns by at most
 * √γ φ(0) per unit of time, so that two zeros of g, or of c, are at least π√(2π/γ) = 7.9/√γ apart; and g needs
 * at least |g|/2 / φ(g/2) to halve, because |c| ≤ 1.
 */
final class TwoPointDetector implements ODEEventDetector {

    private static final int MAX_ITERATIONS = 200;

    private final ToDoubleFunction<double[]> function;
    private final double shortest;
    private final Consumer<ODEStateAndDerivative> listener;
    private final Action action;

    private TwoPointDetector(
            ToDoubleFunction<double[]> function,
            double gamma,
            Consumer<ODEStateAndDerivative> listener,
            Action action) {
        this.function = function;
        this.shortest = 1 / FastMath.sqrt(gamma);
        this.listener = listener;
        this.action = action;
    }

    /** Ends the integration at the first zero. */
    static TwoPointDetector stopping(ToDoubleFunction<double[]> function, double gamma) {
        return new TwoPointDetector(function, gamma, at -> {}, Action.STOP);
    }

    /** Tells a listener of every zero. */
    static TwoPointDetector recording(
            ToDoubleFunction<double[]> function, double gamma, Consumer<ODEStateAndDerivative> listener) {
        return new TwoPointDetector(function, gamma, listener, Action.CONTINUE);
    }

    @Override
    public double g(ODEStateAndDerivative state) {
        return function.applyAsDouble(state.getPrimaryState());
    }

    @Override
    public AdaptableInterval getMaxCheckInterval() {
        return (state, forward) -> {
            double half = 0.5 * FastMath.abs(state.getPrimaryState()[0]);
            return FastMath.max(shortest, half / TwoPointGan.density(half));
        };
    }

    @Override
    public int getMaxIterationCount() {
        return MAX_ITERATIONS;
    }

    @Override
    public BracketedUnivariateSolver<UnivariateFunction> getSolver() {
        return new BracketingNthOrderBrentSolver(1e-15, 1e-14, 0, 5);
    }

    @Override
    public ODEEventHandler getHandler() {
        return (state, detector, increasing) -> {
            listener.accept(state);
            return action;
        };
    }
}
