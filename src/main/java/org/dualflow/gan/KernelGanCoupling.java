package org.dualflow.gan;

import java.util.Arrays;
import org.dualflow.field.VelocityField;
import org.dualflow.field.WaveField;
import org.dualflow.field.Waves;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.measure.Reductions;
import org.dualflow.model.Coupling;
import org.dualflow.model.State;

/** The right-hand side of {@link KernelGan}: one pass over the generated law, one over the data. */
final class KernelGanCoupling implements Coupling, VelocityField {

    private final KernelGan gan;
    private final Waves waves;
    private final WaveField generated;
    private final WaveField data;
    /** -∫ φ d(data). */
    private final double[] repulsion;

    /** -η w, for both features of every wave. */
    private final double[] descent;

    private final double[] none;
    private final double[] force;
    private final double[] drift;
    private double[][] v;
    private final double[][] dataPenalty;
    private final double[] squares;
    private final double[] cosines;
    private final double[] sines;
    private final double[] lengths;
    private double steepness = Double.NaN;

    KernelGanCoupling(KernelGan gan) {
        this.gan = gan;
        waves = gan.waves();
        generated = new WaveField(waves);
        data = new WaveField(waves);
        repulsion = new double[2 * waves.size()];
        descent = new double[2 * waves.size()];
        Arrays.setAll(descent, k -> -gan.discriminatorRate() * waves.weight(k % waves.size()));
        force = new double[2 * waves.size()];
        drift = new double[waves.dimension()];
        v = new double[waves.dimension()][0];
        squares = new double[waves.size()];
        Arrays.setAll(squares, waves::squaredLength);
        cosines = new double[waves.size()];
        sines = new double[waves.size()];
        lengths = new double[waves.size()];
        ParticleMeasure target = gan.target();
        none = new double[target.size()];
        dataPenalty = new double[waves.dimension()][target.size()];
        data.freeze(target, force);
        data.project(target.weights(), null, repulsion);
        for (int k = 0; k < repulsion.length; k++) {
            repulsion[k] = -repulsion[k];
        }
    }

    @Override
    public void freeze(double t, State state) {
        double[] coefficients = state.scalars();
        generated.freeze(state.measure(0), coefficients);
        steepness = Double.NaN;
        System.arraycopy(repulsion, 0, force, 0, force.length);
        weigh();
        boolean penalised = gan.penalty() > 0 && gan.regulariser().data() < 1;
        generated.project(generated.weights(), penalised ? v : null, force);
        if (gan.penalty() > 0 && gan.regulariser().data() > 0) {
            penaliseData(coefficients);
        }
        for (int k = 0; k < force.length; k++) {
            force[k] *= descent[k];
        }
    }

    /** v = -λ (share of p in π) p ∇D at the generated points; the mean of ∇D. */
    private void weigh() {
        int n = generated.points();
        if (v[0].length < n) {
            v = new double[v.length][n];
        }
        double[] p = generated.weights();
        double share = -gan.penalty() * (1 - gan.regulariser().data());
        for (int d = 0; d < v.length; d++) {
            scale(share, p, generated.gradient()[d], n, v[d]);
            drift[d] = gan.mobility().shared() * Reductions.dot(p, generated.gradient()[d], 0, n);
        }
    }

    private static void scale(double c, double[] p, double[] slope, int n, double[] out) {
        for (int i = 0; i < n; i++) {
            out[i] = c * p[i] * slope[i];
        }
    }

    private void penaliseData(double[] coefficients) {
        ParticleMeasure target = gan.target();
        data.update(coefficients);
        double share = -gan.penalty() * gan.regulariser().data();
        for (int d = 0; d < dataPenalty.length; d++) {
            scale(share, target.weights(), data.gradient()[d], target.size(), dataPenalty[d]);
        }
        data.project(none, dataPenalty, force);
    }

    /** Σ_j |k_j|² √(a_j² + b_j²), a bound of |D²D|, computed when it is first asked for. */
    private double steepness() {
        if (Double.isNaN(steepness)) {
            steepness = curvature(generated.coefficients());
        }
        return steepness;
    }

    private double curvature(double[] c) {
        int count = lengths.length;
        System.arraycopy(c, 0, cosines, 0, count);
        System.arraycopy(c, count, sines, 0, count);
        for (int j = 0; j < count; j++) {
            lengths[j] = Math.sqrt(cosines[j] * cosines[j] + sines[j] * sines[j]);
        }
        return Reductions.dot(squares, lengths);
    }

    @Override
    public VelocityField field(int s) {
        return this;
    }

    @Override
    public void rates(double[] out) {
        System.arraycopy(force, 0, out, 0, force.length);
    }

    @Override
    public double fastestRate() {
        return Math.max(gan.relaxationRate(), gan.mobility().mean() * steepness()) + gan.frequency();
    }

    @Override
    public int dimension() {
        return waves.dimension();
    }

    @Override
    public void fill(int component, double[][] x, int n, double[] out) {
        generated.fill(component, x, n, out);
        double own = gan.mobility().own();
        double shared = drift[component];
        for (int i = 0; i < n; i++) {
            out[i] = Math.fma(own, out[i], shared);
        }
    }

    /** G₁ |D²D|, since the shared part moves all points alike. */
    @Override
    public double oneSidedLipschitz() {
        return gan.mobility().own() * steepness();
    }
}
