package org.dualflow.field;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.util.FastMath;
import org.jspecify.annotations.Nullable;

/**
 * Fourier features of a kernel: wave vectors k_j and weights w_j with
 *
 * <pre>  K(x - y) = Σ_j w_j cos(k_j · (x - y)) = Σ_j w_j [ cos(k_j·x) cos(k_j·y) + sin(k_j·x) sin(k_j·y) ].</pre>
 *
 * <ul>
 *   <li><em>On a periodic box</em> of sides L_d: one vector of each pair ±k of the lattice 2πm/L, |m_d| ≤ M_d, with
 *       w = 2 K̂(k)/ΠL (Poisson's summation formula: the kernel is summed over all images). The constant is left out: functions D
 *       that differ by one have the same gradient.
 *   <li><em>At random</em>: vectors drawn from the spectrum, w = 1/J, in any dimension and without a box; the kernel is met in the
 *       mean, with a deviation of order J^(-1/2) (Rahimi, Recht 2007).
 * </ul>
 *
 * <p>A function Σ_j [a_j cos(k_j·x) + b_j sin(k_j·x)] has the coefficients {@code (a_0 … a_{J-1}, b_0 … b_{J-1})}. On a lattice x
 * is measured from the lower corner of the box. Immutable.
 */
public final class Waves {

    /** Most wave vectors. */
    public static final int MOST = 1 << 16;

    private final double[][] vectors;
    private final double[] weights;
    private final @Nullable Lattice lattice;

    /** The box, the largest index along every axis, and the index vectors {@code [dimension][size]}. */
    record Lattice(Domain domain, int[] largest, int[][] index) {}

    private Waves(double[][] vectors, double[] weights, @Nullable Lattice lattice) {
        this.vectors = vectors;
        this.weights = weights;
        this.lattice = lattice;
    }

    /**
     * The lattice of a periodic box up to the {@linkplain SpectralKernel#reach reach} of the kernel.
     *
     * @throws IllegalArgumentException as {@link #lattice(SpectralKernel, Domain, int...)}
     */
    public static Waves lattice(SpectralKernel kernel, Domain domain) {
        int[] largest = new int[domain.dimension()];
        for (int d = 0; d < largest.length; d++) {
            double turns = kernel.reach() * domain.side(d).length() / (2 * FastMath.PI);
            largest[d] = (int) FastMath.min(MOST, FastMath.ceil(turns));
        }
        return lattice(kernel, domain, largest);
    }

    /**
     * The lattice of a periodic box.
     *
     * @param kernel whose spectrum gives the weights
     * @param domain periodic along every axis, of up to {@value Mesh#MAX_DIMENSION} dimensions
     * @param largest M_d, at least 1 per axis
     * @throws IllegalArgumentException if the box is not periodic, or there would be more than {@value #MOST} vectors
     */
    public static Waves lattice(SpectralKernel kernel, Domain domain, int... largest) {
        int dimension = domain.dimension();
        if (dimension > Mesh.MAX_DIMENSION || !domain.sides().stream().allMatch(Domain.Side::isPeriodic)) {
            throw new IllegalArgumentException("domain = " + domain + ": a periodic box of at most "
                    + Mesh.MAX_DIMENSION + " dimensions is allowed");
        }
        int[] most = Arrays.copyOf(largest, Mesh.MAX_DIMENSION);
        double volume = 1;
        double count = 1;
        for (int d = 0; d < dimension; d++) {
            if (largest.length != dimension || largest[d] < 1) {
                throw new IllegalArgumentException(
                        "waves = " + Arrays.toString(largest) + ": one number, at least 1, per axis is allowed");
            }
            volume *= domain.side(d).length();
            count *= 2.0 * largest[d] + 1;
        }
        if (count > 2.0 * MOST + 1) {
            throw new IllegalArgumentException("waves = " + Arrays.toString(largest) + " are " + (count - 1) / 2
                    + " wave vectors: at most " + MOST + " are allowed; a wider kernel or a smaller box needs fewer");
        }
        int size = (int) (count - 1) / 2;
        double[][] vectors = new double[dimension][size];
        int[][] index = new int[dimension][size];
        double[] weights = new double[size];
        int at = 0;
        for (int z = 0; z <= most[2]; z++) {
            for (int y = z == 0 ? 0 : -most[1]; y <= most[1]; y++) {
                for (int x = z == 0 && y == 0 ? 1 : -most[0]; x <= most[0]; x++) {
                    int[] m = {x, y, z};
                    double square = 0;
                    for (int d = 0; d < dimension; d++) {
                        index[d][at] = m[d];
                        vectors[d][at] = 2 * FastMath.PI * m[d] / domain.side(d).length();
                        square += vectors[d][at] * vectors[d][at];
                    }
                    weights[at++] = 2 * kernel.spectrum(dimension, square) / volume;
                }
            }
        }
        return new Waves(vectors, weights, new Lattice(domain, Arrays.copyOf(largest, dimension), index));
    }

    /**
     * Random wave vectors.
     *
     * @param kernel from whose spectrum they are drawn
     * @param dimension at least 1
     * @param count J, 1 to {@value #MOST}
     * @param seed of the draw; the first vectors do not depend on J
     */
    public static Waves random(SpectralKernel kernel, int dimension, int count, long seed) {
        if (dimension < 1 || dimension > Domain.MAX_DIMENSION || count < 1 || count > MOST) {
            throw new IllegalArgumentException("dimension, waves = " + dimension + ", " + count + ": 1 to "
                    + Domain.MAX_DIMENSION + " dimensions and 1 to " + MOST + " waves are allowed");
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[][] vectors = new double[dimension][count];
        for (int j = 0; j < count; j++) {
            kernel.draw(random, vectors, j);
        }
        double[] weights = new double[count];
        Arrays.fill(weights, 1.0 / count);
        return new Waves(vectors, weights, null);
    }

    /** Number J of wave vectors. */
    public int size() {
        return weights.length;
    }

    /** Number of coordinates. */
    public int dimension() {
        return vectors.length;
    }

    /** w_j. */
    public double weight(int j) {
        return weights[j];
    }

    /** Component {@code d} of k_j. */
    public double component(int d, int j) {
        return vectors[d][j];
    }

    /** |k_j|². */
    public double squaredLength(int j) {
        double sum = 0;
        for (double[] component : vectors) {
            sum += component[j] * component[j];
        }
        return sum;
    }

    /** Where coordinate {@code d} of x is measured from: the lower end of the box of a lattice, 0 for random waves. */
    public double origin(int d) {
        return lattice == null ? 0 : lattice.domain.side(d).lower();
    }

    /** Component {@code d} of all vectors, not a copy. */
    double[] components(int d) {
        return vectors[d];
    }

    /** Whether the functions of these waves live on a domain: on their own box, or anywhere if they are random. */
    public boolean fits(Domain domain) {
        return lattice == null || lattice.domain.equals(domain);
    }

    @Nullable
    Lattice lattice() {
        return lattice;
    }

    /** The kernel of these features at a difference of points, without its constant. */
    public double kernel(double... difference) {
        double sum = 0;
        for (int j = 0; j < weights.length; j++) {
            sum += weights[j] * FastMath.cos(phase(j, difference));
        }
        return sum;
    }

    /** The second derivative -∂²K along one axis at a difference of points: Σ w k_d² cos(k·x). */
    public double curvature(int d, double... difference) {
        double sum = 0;
        for (int j = 0; j < weights.length; j++) {
            sum += weights[j] * vectors[d][j] * vectors[d][j] * FastMath.cos(phase(j, difference));
        }
        return sum;
    }

    private double phase(int j, double[] x) {
        double phase = 0;
        for (int d = 0; d < vectors.length; d++) {
            phase += vectors[d][j] * x[d];
        }
        return phase;
    }

    /** κ, the largest eigenvalue of Σ w k kᵀ = -D²K(0). */
    public double curvature() {
        int dimension = vectors.length;
        RealMatrix matrix = MatrixUtils.createRealMatrix(dimension, dimension);
        for (int a = 0; a < dimension; a++) {
            for (int b = 0; b <= a; b++) {
                double sum = 0;
                for (int j = 0; j < weights.length; j++) {
                    sum += weights[j] * vectors[a][j] * vectors[b][j];
                }
                matrix.setEntry(a, b, sum);
                matrix.setEntry(b, a, sum);
            }
        }
        return Arrays.stream(new EigenDecompositionSymmetric(matrix).getEigenvalues())
                .max()
                .orElse(0);
    }

    /**
     * Looks whether a mesh resolves the waves of the lattice: every axis needs more than 2 M_d cells of one width, and on a graded
     * axis no cell may be wider than half of the shortest wave.
     *
     * @throws IllegalArgumentException if it does not; the message says how many cells are needed
     */
    public void require(Mesh mesh) {
        if (lattice == null) {
            throw new IllegalArgumentException(
                    "waves = random: waves of a periodic box are allowed on a mesh; particles take random ones");
        }
        for (int d = 0; d < vectors.length; d++) {
            double widest = 0;
            for (int i = 0; i < mesh.axis(d).cells(); i++) {
                widest = Math.max(widest, mesh.axis(d).width(i));
            }
            double length = lattice.domain.side(d).length();
            if (!(widest * 2 * lattice.largest[d] * (1 + 1e-12) < length)) {
                throw new IllegalArgumentException("cells = " + mesh.cells(d) + " along axis " + (d + 1)
                        + ": cells narrower than " + length / (2 * lattice.largest[d])
                        + " are allowed, half of the shortest wave of the kernel; that is at least "
                        + (2 * lattice.largest[d] + 1) + " equal cells, or a wider kernel, or fewer waves");
            }
        }
    }
}
