package org.dualflow.validation.exact;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.dualflow.measure.LineLaw;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.model.GradientFlow;
import org.dualflow.model.Initial;
import org.hipparchus.analysis.differentiation.Gradient;

/**
 * An exact solution of a gradient flow on a line or a circle, given by its ratio r = u/d to the target and by its law.
 *
 * @param name what lists call it
 * @param source where it comes from
 * @param model the flow; its weak residual is formed with the storage and the mobility of this model
 * @param ratio r(t, x), as a function of dual numbers, so that ∂x r follows
 * @param law the law at a time
 * @param end until when it is known
 */
public record ExactFlow(
        String name, String source, GradientFlow model, Ratio ratio, DoubleFunction<LineLaw> law, double end)
        implements ExactLineSolution {

    /** u/d at a time and a place. */
    @FunctionalInterface
    public interface Ratio {
        /** r(t, x) with its derivative in x. */
        Gradient at(double t, Gradient x);
    }

    @Override
    public Initial initial() {
        return Initial.of(law.apply(0));
    }

    @Override
    public LineLaw at(double t) {
        if (!isKnownAt(t)) {
            throw new IllegalArgumentException("t = " + t + ": a time in [0, " + end + "] is allowed");
        }
        return law.apply(t);
    }

    @Override
    public OptionalDouble blowUp() {
        return OptionalDouble.empty();
    }

    @Override
    public List<Double> kinks() {
        return List.of();
    }

    /** As {@link #fillVelocity}, at the points of a measure; there are no scalars. */
    void fillVelocities(double t, ParticleMeasure nodes, double[][] v, double[] rates) {
        fillVelocity(t, nodes.x(0), nodes.size(), v[0]);
    }

    /** The velocity -κ ∂x w / r = -κ ∂x r / (h'(w) r) at {@code n} points; u moves with it. */
    public void fillVelocity(double t, double[] x, int n, double[] out) {
        double[] r = new double[n];
        double[] slope = new double[n];
        for (int i = 0; i < n; i++) {
            Gradient here = ratio.at(t, Gradient.variable(1, 0, x[i]));
            r[i] = here.getValue();
            out[i] = -model.mobility() * here.getPartialDerivative(0);
        }
        model.storage().slopes(r, 0, n, slope);
        for (int i = 0; i < n; i++) {
            out[i] /= slope[i] * r[i];
        }
    }
}
