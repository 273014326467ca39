package org.dualflow.validation.claim;

import java.util.function.ToDoubleFunction;
import org.dualflow.gan.KernelGan;
import org.dualflow.measure.Measure;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.model.Initial;
import org.dualflow.model.State;
import org.dualflow.run.DampedOscillation;
import org.dualflow.run.Discretisation;
import org.dualflow.time.Evolution;
import org.hipparchus.util.FastMath;

/** Runs of a kernel GAN that are looked at through one number. */
final class KernelGanRuns {

    private KernelGanRuns() {}

    /** The equation of one number of the states at times 0, h, 2h … n h. */
    static DampedOscillation oscillation(
            KernelGan gan, Discretisation how, Initial start, ToDoubleFunction<State> number, double h, int n) {
        return DampedOscillation.of(h, samples(gan, how, start, number, h, n));
    }

    /** One number of the states at times 0, h, 2h … n h. */
    static double[] samples(
            KernelGan gan, Discretisation how, Initial start, ToDoubleFunction<State> number, double h, int n) {
        double[] q = new double[n + 1];
        Evolution run = how.begin(gan, start, 0);
        for (int i = 0; i <= n; i++) {
            if (i > 0) {
                run.advanceTo(i * h);
            }
            q[i] = number.applyAsDouble(run.state());
        }
        return q;
    }

    /** Σ w f(x) on the line. */
    static double mean(Measure measure, java.util.function.DoubleUnaryOperator f) {
        double[] sum = new double[1];
        measure.forEachBlock((x, w, n) -> {
            for (int i = 0; i < n; i++) {
                sum[0] += w[i] * f.applyAsDouble(x[0][i]);
            }
        });
        return sum[0];
    }

    /** Equal atoms. */
    static ParticleMeasure atoms(double... x) {
        double[] w = new double[x.length];
        java.util.Arrays.fill(w, 1.0 / x.length);
        return new ParticleMeasure(new double[][] {x}, w);
    }

    /** The law of density (1 + β cos x)/2π as weighted points, exact for waves of index below {@code n}. */
    static ParticleMeasure wavy(double height, int n) {
        double[] x = new double[n];
        double[] w = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = 2 * FastMath.PI * (i + 0.5) / n - FastMath.PI;
            w[i] = (1 + height * FastMath.cos(x[i])) / n;
        }
        return new ParticleMeasure(new double[][] {x}, w);
    }
}
