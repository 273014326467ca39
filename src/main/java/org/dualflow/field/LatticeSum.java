package org.dualflow.field;

import org.dualflow.measure.CellMeasure;
import org.dualflow.mesh.Axis;
import org.dualflow.mesh.Mesh;
import org.jspecify.annotations.Nullable;

/**
 * b = -∇W * ρ for the masses of a uniform mesh, at its points and at its faces, by fast Fourier transform.
 *
 * <p>The lattice is padded with zeros to at least twice its cells per axis, so that the circular convolution is the plain
 * one; along a periodic axis the kernel is sampled at the nearest image of each difference, exactly as
 * {@link DirectSum} does. The two components 0 and 1 share one transform, as real and imaginary part. Spectra are
 * computed when first asked for.
 *
 * <p>Rounding: each value is off by at most about 2⁻⁵³ · log₂(N) · c ‖∇W‖₂ ‖ρ‖₂ with Euclidean norms over the padded
 * lattice of N points and c of order 5 (N. J. Higham, <i>Accuracy and Stability of Numerical Algorithms</i>, 2nd ed.,
 * SIAM 2002, theorem 24.2).
 */
final class LatticeSum {

    private final InteractionKernel kernel;
    private final Mesh mesh;
    private final GridTransform transform;
    private final int[] cells;
    private final double[] first;
    private final double[] width;
    private final double[] tolerance;
    private final double[] mass;
    private boolean massKnown;
    /** One per lattice of targets (0: points, 1 + f: faces of axis f) and pair of components. */
    private final @Nullable Convolution[] convolutions;

    private @Nullable CellMeasure measure;

    LatticeSum(InteractionKernel kernel, Mesh mesh) {
        this.kernel = kernel;
        this.mesh = mesh;
        int dimension = mesh.dimension();
        int[] sides = new int[dimension];
        cells = new int[dimension];
        first = new double[dimension];
        width = new double[dimension];
        tolerance = new double[dimension];
        for (int d = 0; d < dimension; d++) {
            Axis axis = mesh.axis(d);
            cells[d] = axis.cells();
            first[d] = axis.point(0);
            width[d] = axis.width(0);
            double extent = Math.max(Math.abs(axis.face(0)), Math.abs(axis.face(cells[d])));
            tolerance[d] = 8 * Math.ulp(extent) / width[d];
            sides[d] = Math.max(2, Integer.highestOneBit(2 * cells[d] - 1) << 1);
        }
        transform = new GridTransform(sides);
        mass = new double[2 * transform.size()];
        convolutions = new Convolution[2 * (1 + dimension)];
    }

    /** Whether a measure lives on the lattice that this sum was made for. */
    boolean fits(Mesh other) {
        return mesh == other;
    }

    void freeze(CellMeasure cellMeasure) {
        measure = cellMeasure;
        massKnown = false;
        for (Convolution convolution : convolutions) {
            if (convolution != null) {
                convolution.known = false;
            }
        }
    }

    /**
     * Looks the field up at lattice points or at faces.
     *
     * @return false if a target is neither; then {@code out} is undefined
     */
    boolean fill(int component, double[][] x, int n, double[] out) {
        if (n == 0) {
            return true;
        }
        int faces = faceAxis(x);
        if (faces > cells.length) {
            return false;
        }
        Convolution convolution = convolution(faces, component / 2);
        double[] values = convolution.values();
        for (int i = 0; i < n; i++) {
            int at = index(faces, x, i);
            if (at < 0) {
                return false;
            }
            out[i] = values[2 * at + component % 2];
        }
        return true;
    }

    /** 0 if the first target is a lattice point, 1 + f on a face of axis f; more than the dimension otherwise. */
    private int faceAxis(double[][] x) {
        for (int faces = 0; faces <= cells.length; faces++) {
            if (index(faces, x, 0) >= 0) {
                return faces;
            }
        }
        return cells.length + 1;
    }

    /** Index in the padded lattice of target {@code i}; -1 if it is not one of the lattice. */
    private int index(int faces, double[][] x, int i) {
        int at = 0;
        int stride = 1;
        for (int d = 0; d < cells.length; d++) {
            boolean face = faces == d + 1;
            double position = (x[d][i] - first[d]) / width[d] + (face ? 0.5 : 0);
            double whole = Math.rint(position);
            if (!(Math.abs(position - whole) <= tolerance[d]) || whole < 0 || whole > cells[d] - (face ? 0 : 1)) {
                return -1;
            }
            at += stride * (int) whole;
            stride *= transform.side(d);
        }
        return at;
    }

    private Convolution convolution(int faces, int pair) {
        Convolution convolution = convolutions[2 * faces + pair];
        if (convolution == null) {
            convolution = new Convolution(faces, pair);
            convolutions[2 * faces + pair] = convolution;
        }
        return convolution;
    }

    private double[] transformedMass() {
        if (!massKnown && measure != null) {
            java.util.Arrays.fill(mass, 0);
            double[][] rows = measure.rows();
            int ny = mesh.cells(1);
            for (int r = 0; r < rows.length; r++) {
                int base = 2 * transform.at(0, r % ny, r / ny);
                for (int i = 0; i < rows[r].length; i++) {
                    mass[base + 2 * i] = rows[r][i];
                }
            }
            transform.forward(mass, cells);
            massKnown = true;
        }
        return mass;
    }

    /** The spectrum of two components of -∇W between lattice points and one lattice of targets, and their values. */
    private final class Convolution {
        private final double[] spectrum = new double[2 * transform.size()];
        private final double[] values = new double[2 * transform.size()];
        private final int[] wanted = cells.clone();
        private boolean known;

        Convolution(int faces, int pair) {
            if (faces > 0) {
                wanted[faces - 1]++;
            }
            int[] from = new int[3];
            int[] to = {1, 1, 1};
            for (int d = 0; d < cells.length; d++) {
                from[d] = 1 - cells[d];
                to[d] = wanted[d];
            }
            double[][] difference = new double[cells.length][1];
            double[] squared = new double[1];
            double[] force = new double[1];
            for (int k = from[2]; k < to[2]; k++) {
                for (int j = from[1]; j < to[1]; j++) {
                    for (int i = from[0]; i < to[0]; i++) {
                        squared[0] = 0;
                        for (int d = 0; d < cells.length; d++) {
                            int steps = d == 0 ? i : d == 1 ? j : k;
                            difference(d, steps - (faces == d + 1 ? 0.5 : 0), difference[d], squared);
                        }
                        kernel.forces(squared, 1, force);
                        int at = 2 * transform.at(i, j, k);
                        for (int c = 2 * pair; c < Math.min(2 * pair + 2, cells.length); c++) {
                            spectrum[at + c % 2] = -force[0] * difference[c][0];
                        }
                    }
                }
            }
            int[] all = new int[cells.length];
            java.util.Arrays.fill(all, Integer.MAX_VALUE);
            transform.forward(spectrum, all);
        }

        private void difference(int d, double steps, double[] difference, double[] squared) {
            difference[0] = steps * width[d];
            if (mesh.axis(d).side().isPeriodic()) {
                NearestImage.wrap(mesh.axis(d).side().length(), difference, squared, 1);
            } else {
                squared[0] += difference[0] * difference[0];
            }
        }

        double[] values() {
            if (!known) {
                double[] m = transformedMass();
                for (int q = 0; q < values.length; q += 2) {
                    values[q] = m[q] * spectrum[q] - m[q + 1] * spectrum[q + 1];
                    values[q + 1] = m[q] * spectrum[q + 1] + m[q + 1] * spectrum[q];
                }
                transform.inverse(values, wanted);
                known = true;
            }
            return values;
        }
    }
}
