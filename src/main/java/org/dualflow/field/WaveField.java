package org.dualflow.field;

import java.util.Arrays;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.Measure;
import org.dualflow.measure.ParticleMeasure;
import org.jspecify.annotations.Nullable;

/**
 * ∇D for a function D of given {@link Waves}, with all sums of waves over a frozen measure: by Fourier transform on a uniform mesh
 * of the box of the waves, else point by point. Both ways give the same numbers up to rounding.
 *
 * <p>Use: {@link #freeze} takes a measure and the coefficients of D; then ∇D is known at the points of the measure
 * ({@link #gradient()}), {@link #project} sums over them, and {@link #fill} gives ∇D anywhere, at no cost where the transforms or
 * the points have it already. A measure of the same shape is frozen without allocation. Not thread-safe.
 */
public final class WaveField implements VelocityField {

    private final Waves waves;
    private final FrozenPoints points;
    private final PointWaves atPoints;
    private final PointWaves elsewhere;
    private final double[] coefficients;
    private double[][] gradient;
    private WaveSums sums;
    private @Nullable LatticeWaves lattice;
    private boolean onLattice;

    /** For the functions of some waves. */
    public WaveField(Waves waves) {
        this.waves = waves;
        this.points = new FrozenPoints(waves.dimension(), false);
        this.atPoints = new PointWaves(waves);
        this.elsewhere = new PointWaves(waves);
        this.coefficients = new double[2 * waves.size()];
        this.gradient = new double[waves.dimension()][0];
        this.sums = atPoints;
    }

    /**
     * Takes a measure and a function.
     *
     * @param measure a copy of its points and weights is kept
     * @param numbers coefficients (a, b), copied from the first {@code 2 size} of these
     */
    public void freeze(Measure measure, double[] numbers) {
        points.copy(measure);
        if (gradient[0].length != points.size) {
            gradient = new double[gradient.length][points.size];
        }
        onLattice = measure instanceof CellMeasure cells
                && cells.mesh().isUniform()
                && waves.lattice() != null
                && waves.lattice().domain().equals(cells.mesh().domain());
        sums = sums(measure);
        update(numbers);
    }

    /** Takes another function for the same measure. */
    public void update(double[] numbers) {
        System.arraycopy(numbers, 0, coefficients, 0, coefficients.length);
        sums.gradient(coefficients, gradient);
    }

    private WaveSums sums(Measure measure) {
        if (onLattice && measure instanceof CellMeasure cells) {
            LatticeWaves known = lattice;
            if (known == null || !known.fits(cells.mesh())) {
                known = new LatticeWaves(waves, cells.mesh());
                lattice = known;
            }
            return known;
        }
        atPoints.take(points.x, points.size);
        return atPoints;
    }

    /** ∇D at the points of the frozen measure, not a copy: {@code [dimension][points]}. */
    public double[][] gradient() {
        return gradient;
    }

    /** Coefficients of the function, not a copy. */
    public double[] coefficients() {
        return coefficients;
    }

    /** Weights of the points of the frozen measure, not a copy: {@code [≥ points]}. */
    public double[] weights() {
        return points.w;
    }

    /** A copy of the frozen measure. */
    public ParticleMeasure frozen() {
        double[][] x = new double[points.x.length][];
        for (int d = 0; d < x.length; d++) {
            x[d] = Arrays.copyOf(points.x[d], points.size);
        }
        return new ParticleMeasure(x, Arrays.copyOf(points.w, points.size));
    }

    /** Number of points of the frozen measure. */
    public int points() {
        return points.size;
    }

    /**
     * Adds Σ_i [u_i φ_j(x_i) - v_i · ∇φ_j(x_i)] over the points of the frozen measure, for all features: cosines first.
     *
     * @param u weights of the features, {@code u[≥ points]}
     * @param v weights of their gradients, {@code v[dimension][≥ points]}; null for zero
     * @param out receives the sums, {@code out[≥ 2 size]}
     */
    public void project(double[] u, double @Nullable [][] v, double[] out) {
        sums.project(u, v, out);
    }

    /** D at points anywhere. */
    public void values(double[][] x, int n, double[] out) {
        elsewhere.take(x, n);
        elsewhere.values(coefficients, out);
    }

    @Override
    public int dimension() {
        return waves.dimension();
    }

    @Override
    public void fill(int component, double[][] x, int n, double[] out) {
        LatticeWaves fast = lattice;
        if (onLattice && fast != null && fast.fill(component, x, n, out)) {
            return;
        }
        if (points.equalsBatch(x, n)) {
            System.arraycopy(gradient[component], 0, out, 0, n);
            return;
        }
        elsewhere.take(x, n);
        elsewhere.slope(component, coefficients, out);
    }
}
