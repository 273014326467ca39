package org.dualflow.field;

import java.util.Arrays;
import java.util.Objects;
import org.dualflow.mesh.Axis;
import org.dualflow.mesh.Mesh;
import org.jspecify.annotations.Nullable;

/**
 * Waves of a periodic box at the points and faces of a uniform mesh, by fast Fourier transform: O(N log N) for each sum. Two real
 * fields share one complex transform. ∇D comes at the points and, component d, at the faces of axis d: d transforms.
 */
final class LatticeWaves implements WaveSums {

    private final Waves waves;
    private final Mesh mesh;
    private final int size;
    private final GridTransform transform;
    private final LatticePhases phases;
    private final double[] work;
    private final double[] sumRe;
    private final double[] sumIm;
    private final double[][] faces;
    /** Zeros for a field or a wave number that is not there. */
    private final double[] nothing;

    /** ∇D at the points, where the last {@link #gradient} was asked to put it. */
    private double[][] points;

    private final double[] tolerance;
    private final double[] firstFaces;
    private final double[] firstPoints;
    private final int[] everything = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE};

    LatticeWaves(Waves waves, Mesh mesh) {
        waves.require(mesh);
        this.waves = waves;
        this.mesh = mesh;
        int dimension = mesh.dimension();
        int[] sides = new int[dimension];
        tolerance = new double[dimension];
        for (int d = 0; d < dimension; d++) {
            Axis axis = mesh.axis(d);
            sides[d] = axis.cells();
            double extent = Math.max(Math.abs(axis.face(0)), Math.abs(axis.face(sides[d])));
            tolerance[d] = 8 * Math.ulp(extent) / axis.width(0);
        }
        firstFaces = mesh.axis(0).faces();
        firstPoints = mesh.axis(0).points();
        transform = new GridTransform(sides);
        size = mesh.size();
        phases = new LatticePhases(
                waves, mesh, transform, Objects.requireNonNull(waves.lattice()).index());
        work = new double[2 * size];
        sumRe = new double[waves.size()];
        sumIm = new double[waves.size()];
        faces = new double[dimension][size];
        points = faces;
        nothing = new double[Math.max(size, waves.size())];
    }

    /** Whether sums for a measure on {@code other} can be made here. */
    boolean fits(Mesh other) {
        return mesh == other;
    }

    /** {@inheritDoc} It is looked up there by {@link #fill}. */
    @Override
    public void gradient(double[] coefficients, double[][] out) {
        points = out;
        for (int d = 0; d < out.length; d++) {
            spectra(d, coefficients);
            transform.backward(work, everything);
            separate(work, out[d], faces[d]);
        }
    }

    private static void separate(double[] z, double[] re, double[] im) {
        for (int i = 0; i < im.length; i++) {
            re[i] = z[2 * i];
            im[i] = z[2 * i + 1];
        }
    }

    /** The spectrum of ∂_d D at the points plus i times that at the faces of axis d. */
    private void spectra(int d, double[] coefficients) {
        double[] z = work;
        int[] gaps = phases.gaps;
        for (int g = 0; g < gaps.length; g += 2) {
            Arrays.fill(z, gaps[g], gaps[g + 1], 0);
        }
        int[] bin = phases.bin;
        int[] opposite = phases.opposite;
        double[] hereRe = phases.slopes[d][0];
        double[] hereIm = phases.slopes[d][1];
        double[] thereRe = phases.slopes[d][2];
        double[] thereIm = phases.slopes[d][3];
        int count = hereRe.length;
        for (int j = 0; j < count; j++) {
            double re = coefficients[count + j];
            double im = coefficients[j];
            int here = bin[j];
            int there = opposite[j];
            z[here] = re * hereRe[j] - im * hereIm[j];
            z[here + 1] = re * hereIm[j] + im * hereRe[j];
            z[there] = re * thereRe[j] - im * thereIm[j];
            z[there + 1] = -re * thereIm[j] - im * thereRe[j];
        }
    }

    /** {@inheritDoc} One transform for u and the first component of v, one for the two others. */
    @Override
    public void project(double[] u, double @Nullable [][] v, double[] out) {
        transform(u, v == null ? nothing : v[0]);
        first(v == null ? nothing : waves.components(0));
        if (v != null && v.length > 1) {
            transform(v[1], v.length > 2 ? v[2] : nothing);
            second(waves.components(1), v.length > 2 ? waves.components(2) : nothing);
        }
        int count = sumRe.length;
        double[] cos = phases.cos;
        double[] sin = phases.sin;
        for (int j = 0; j < count; j++) {
            out[j] += 0.5 * (sumRe[j] * cos[j] + sumIm[j] * sin[j]);
            out[count + j] += 0.5 * (sumRe[j] * sin[j] - sumIm[j] * cos[j]);
        }
    }

    private void transform(double[] re, double[] im) {
        interleave(re, im, work);
        transform.forward(work, everything);
    }

    // With Z = Σ z e^{-ik·x} for a field z, x from the first point, a feature's weight u adds Z and a gradient's v_d
    // adds i k_d Z to the sums. Of two fields transformed as z + iz', W_k + W̄_{-k} is 2Z and (W_k - W̄_{-k})/i is 2Z'.

    /** Twice the sums for u and v_0, of wave numbers k. */
    private void first(double[] k) {
        double[] z = work;
        int[] bin = phases.bin;
        int[] opposite = phases.opposite;
        for (int j = 0; j < sumRe.length; j++) {
            int here = bin[j];
            int there = opposite[j];
            sumRe[j] = z[here] + z[there] - k[j] * (z[there] - z[here]);
            sumIm[j] = z[here + 1] - z[there + 1] + k[j] * (z[here + 1] + z[there + 1]);
        }
    }

    /** Adds twice the sums for v_1 and v_2, of wave numbers k and l. */
    private void second(double[] k, double[] l) {
        double[] z = work;
        int[] bin = phases.bin;
        int[] opposite = phases.opposite;
        for (int j = 0; j < sumRe.length; j++) {
            int here = bin[j];
            int there = opposite[j];
            sumRe[j] -= k[j] * (z[here + 1] - z[there + 1]) + l[j] * (z[there] - z[here]);
            sumIm[j] += k[j] * (z[here] + z[there]) + l[j] * (z[here + 1] + z[there + 1]);
        }
    }

    private static void interleave(double[] re, double[] im, double[] to) {
        int n = to.length / 2;
        for (int i = 0; i < n; i++) {
            to[2 * i] = re[i];
            to[2 * i + 1] = im[i];
        }
    }

    /**
     * Looks ∂_component D up, for the coefficients of the last {@link #gradient}.
     *
     * @return false if a point is neither a point of the mesh nor a face of that axis; then {@code out} is undefined
     */
    boolean fill(int component, double[][] x, int n, double[] out) {
        return fillRow(component, x, n, out) || fillPoints(component, x, n, out);
    }

    /** A whole row of the mesh, as finite volumes ask for: recognised as one. */
    private boolean fillRow(int component, double[][] x, int n, double[] out) {
        Axis first = mesh.axis(0);
        int cells = first.cells();
        boolean across = component == 0 && n == cells + 1;
        double[] along = across ? firstFaces : firstPoints;
        if (n != along.length || !Arrays.equals(x[0], 0, n, along, 0, n)) {
            return false;
        }
        for (int d = 1; d < x.length; d++) {
            if (!Arrays.equals(x[d], 0, n - 1, x[d], 1, n)) {
                return false;
            }
        }
        boolean onFaces = index(component, x, 0) >= 0;
        int from = index(onFaces ? component : -1, x, 0);
        if (from < 0) {
            return false;
        }
        double[] values = onFaces ? faces[component] : points[component];
        System.arraycopy(values, from, out, 0, cells);
        if (across) {
            out[cells] = values[from];
        }
        return true;
    }

    private boolean fillPoints(int component, double[][] x, int n, double[] out) {
        boolean onFaces = n > 0 && index(component, x, 0) >= 0;
        double[] values = onFaces ? faces[component] : points[component];
        for (int i = 0; i < n; i++) {
            int at = index(onFaces ? component : -1, x, i);
            if (at < 0) {
                return false;
            }
            out[i] = values[at];
        }
        return true;
    }

    /** Number of the point, or of the face above which it lies on axis {@code faceAxis}; -1 if it is neither. */
    private int index(int faceAxis, double[][] x, int i) {
        int at = 0;
        int stride = 1;
        for (int d = 0; d < x.length; d++) {
            Axis axis = mesh.axis(d);
            double position = (x[d][i] - axis.face(0)) / axis.width(0) - (faceAxis == d ? 0 : 0.5);
            double whole = Math.rint(position);
            int cells = axis.cells();
            if (!(Math.abs(position - whole) <= tolerance[d]) || whole < 0 || whole > cells - (faceAxis == d ? 0 : 1)) {
                return -1;
            }
            at += stride * (whole == cells ? 0 : (int) whole);
            stride *= cells;
        }
        return at;
    }
}
