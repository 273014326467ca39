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
    private final int[] bin;
    private final int[] opposite;
    /** Phase of every wave at the first point, {@code [size]}, and at the first face of every axis. */
    private final double[][] phaseCos;

    private final double[][] phaseSin;
    private final double[] work;
    private final double[] sumRe;
    private final double[] sumIm;
    private final double[][] faces;
    private final double[][] points;
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
        int[][] index = Objects.requireNonNull(waves.lattice()).index();
        bin = new int[waves.size()];
        opposite = new int[waves.size()];
        phaseCos = new double[1 + dimension][waves.size()];
        phaseSin = new double[1 + dimension][waves.size()];
        double[] turns = new double[waves.size()];
        for (int j = 0; j < bin.length; j++) {
            int[] m = new int[Mesh.MAX_DIMENSION];
            for (int d = 0; d < dimension; d++) {
                m[d] = index[d][j];
            }
            bin[j] = 2 * transform.at(m[0], m[1], m[2]);
            opposite[j] = 2 * transform.at(-m[0], -m[1], -m[2]);
        }
        for (int target = 0; target <= dimension; target++) {
            Arrays.fill(turns, 0);
            for (int d = 0; d < dimension; d++) {
                double shift = target == d + 1 ? 0 : 0.5 / sides[d];
                for (int j = 0; j < turns.length; j++) {
                    turns[j] += shift * index[d][j];
                }
            }
            SineCosine.fill(turns, turns.length, phaseCos[target], phaseSin[target]);
        }
        work = new double[2 * size];
        sumRe = new double[waves.size()];
        sumIm = new double[waves.size()];
        faces = new double[dimension][size];
        points = new double[dimension][size];
    }

    /** Whether sums for a measure on {@code other} can be made here. */
    boolean fits(Mesh other) {
        return mesh == other;
    }

    @Override
    public void gradient(double[] coefficients, double[][] out) {
        for (int d = 0; d < points.length; d++) {
            spectra(d, coefficients);
            transform.backward(work, everything);
            separate(work, points[d], faces[d]);
            System.arraycopy(points[d], 0, out[d], 0, size);
        }
    }

    private static void separate(double[] z, double[] re, double[] im) {
        for (int i = 0; i < re.length; i++) {
            re[i] = z[2 * i];
            im[i] = z[2 * i + 1];
        }
    }

    /** The spectrum of ∂_d D at the points plus i times that at the faces of axis d. */
    private void spectra(int d, double[] coefficients) {
        Arrays.fill(work, 0);
        int count = waves.size();
        double[] k = waves.components(d);
        double[] pointCos = phaseCos[0];
        double[] pointSin = phaseSin[0];
        double[] faceCos = phaseCos[1 + d];
        double[] faceSin = phaseSin[1 + d];
        double[] z = work;
        for (int j = 0; j < count; j++) {
            double re = 0.5 * k[j] * coefficients[count + j];
            double im = 0.5 * k[j] * coefficients[j];
            double pointRe = re * pointCos[j] - im * pointSin[j];
            double pointIm = re * pointSin[j] + im * pointCos[j];
            double faceRe = re * faceCos[j] - im * faceSin[j];
            double faceIm = re * faceSin[j] + im * faceCos[j];
            int here = bin[j];
            int there = opposite[j];
            z[here] = pointRe - faceIm;
            z[here + 1] = pointIm + faceRe;
            z[there] = pointRe + faceIm;
            z[there + 1] = faceRe - pointIm;
        }
    }

    /** {@inheritDoc} One transform for u and the first component of v, one for the two others. */
    @Override
    public void project(double[] u, double @Nullable [][] v, double[] out) {
        Arrays.fill(sumRe, 0);
        Arrays.fill(sumIm, 0);
        transform(u, v == null ? null : v[0]);
        addFeatures();
        if (v != null) {
            addSecond(waves.components(0));
        }
        if (v != null && v.length > 1) {
            transform(v[1], v.length > 2 ? v[2] : null);
            addFirst(waves.components(1));
        }
        if (v != null && v.length > 2) {
            addSecond(waves.components(2));
        }
        int count = sumRe.length;
        double[] cos = phaseCos[0];
        double[] sin = phaseSin[0];
        for (int j = 0; j < count; j++) {
            out[j] += sumRe[j] * cos[j] + sumIm[j] * sin[j];
            out[count + j] += sumRe[j] * sin[j] - sumIm[j] * cos[j];
        }
    }

    private void transform(double[] re, double @Nullable [] im) {
        interleave(re, im, work);
        transform.forward(work, everything);
    }

    // With Z = Σ z e^{-ik·x} for a field z, x from the first point, a feature's weight u adds Z and a gradient's v_d
    // adds i k_d Z to
    // the sums. Of two fields transformed as z + iz', ½(W_k + W̄_{-k}) is Z and ½(W_k - W̄_{-k})/i is Z'.

    private void addFeatures() {
        double[] z = work;
        for (int j = 0; j < sumRe.length; j++) {
            sumRe[j] += 0.5 * (z[bin[j]] + z[opposite[j]]);
            sumIm[j] += 0.5 * (z[bin[j] + 1] - z[opposite[j] + 1]);
        }
    }

    private void addFirst(double[] k) {
        double[] z = work;
        for (int j = 0; j < sumRe.length; j++) {
            sumRe[j] -= 0.5 * k[j] * (z[bin[j] + 1] - z[opposite[j] + 1]);
            sumIm[j] += 0.5 * k[j] * (z[bin[j]] + z[opposite[j]]);
        }
    }

    private void addSecond(double[] k) {
        double[] z = work;
        for (int j = 0; j < sumRe.length; j++) {
            sumRe[j] -= 0.5 * k[j] * (z[opposite[j]] - z[bin[j]]);
            sumIm[j] += 0.5 * k[j] * (z[bin[j] + 1] + z[opposite[j] + 1]);
        }
    }

    private static void interleave(double[] re, double @Nullable [] im, double[] to) {
        int n = to.length / 2;
        for (int i = 0; i < n; i++) {
            to[2 * i] = re[i];
        }
        for (int i = 0; i < n; i++) {
            to[2 * i + 1] = im == null ? 0 : im[i];
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
