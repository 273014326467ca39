package org.dualflow.field;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.dualflow.field.Interaction.Summation;
import org.dualflow.generators.KernelGenerators;
import org.dualflow.generators.MeasureGenerators;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.Measure;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.mesh.Axis;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.junit.jupiter.api.Test;

class InteractionProperties {

    private static final double EPS = Math.ulp(1.0);

    @Provide
    Arbitrary<InteractionKernel> polynomials() {
        return KernelGenerators.polynomials();
    }

    @Provide
    Arbitrary<InteractionKernel> kernels() {
        return KernelGenerators.kernels();
    }

    @Provide
    Arbitrary<ParticleMeasure> lineAtoms() {
        return MeasureGenerators.atoms(1, 40);
    }

    @Provide
    Arbitrary<ParticleMeasure> planeAtoms() {
        return MeasureGenerators.atoms(2, 20);
    }

    @Provide
    Arbitrary<Boundary> ends() {
        return Arbitraries.of(Boundary.NO_FLUX, Boundary.CLIPPED, Boundary.PERIODIC);
    }

    private static double[] field(
            InteractionKernel kernel, Domain domain, Summation way, Measure source, int component, double[][] x) {
        Interaction interaction = new Interaction(kernel, domain, way);
        interaction.freeze(source);
        double[] out = new double[x[0].length];
        interaction.fill(component, x, out.length, out);
        return out;
    }

    /**
     * Sorted moments are the direct sum, at the sources and elsewhere. Both add at most m terms per moment, of size at most
     * k |c_k| C(k-1, q) (2 · 4)^{k-1}, k ≤ 4, |c_k| ≤ 1: (m + 20) ε times 1 + 2·8 + 3·64 + 4·512 covers them.
     */
    @Property
    void momentsAreTheDirectSum(
            @ForAll("polynomials") InteractionKernel kernel,
            @ForAll("lineAtoms") ParticleMeasure atoms,
            @ForAll("lineAtoms") ParticleMeasure others) {
        Domain line = Domain.line(-2, 2, Boundary.NO_FLUX);
        double tolerance = (atoms.size() + 20) * EPS * (1 + 16 + 192 + 2048);
        for (ParticleMeasure targets : new ParticleMeasure[] {atoms, others}) {
            double[][] x = {targets.x(0)};
            assertArrayEquals(
                    field(kernel, line, Summation.DIRECT, atoms, 0, x),
                    field(kernel, line, Summation.MOMENTS, atoms, 0, x),
                    tolerance);
        }
    }

    /** The same for energies: terms up to |x|^4 8^4 with binomials. */
    @Property
    void energyByMomentsIsTheDirectEnergy(
            @ForAll("polynomials") InteractionKernel kernel, @ForAll("lineAtoms") ParticleMeasure atoms) {
        Domain line = Domain.line(-2, 2, Boundary.NO_FLUX);
        Interaction direct = new Interaction(kernel, line, Summation.DIRECT);
        Interaction moments = new Interaction(kernel, line, Summation.MOMENTS);
        direct.freeze(atoms);
        moments.freeze(atoms);
        assertEquals(direct.energy(), moments.energy(), (atoms.size() + 20) * EPS * (8 + 64 + 512 + 4096));
    }

    /** Actio est reactio: Σ w b = 0, up to m² roundings of the largest force. */
    @Property
    void forcesCancel(@ForAll("kernels") InteractionKernel kernel, @ForAll("planeAtoms") ParticleMeasure atoms) {
        Domain square = Domain.cube(2, -2, 2, Boundary.NO_FLUX);
        double[][] x = {atoms.x(0), atoms.x(1)};
        double tolerance = (2 * atoms.size() + 20) * EPS * KernelGenerators.largestForce(kernel, 6);
        for (int component = 0; component < 2; component++) {
            double[] b = field(kernel, square, Summation.AUTOMATIC, atoms, component, x);
            double sum = 0;
            for (int i = 0; i < b.length; i++) {
                sum += atoms.weights()[i] * b[i];
            }
            // a force near an infinite slope at 0 is not seen by sampling: pointed kernels have bounded ones only
            assertEquals(0, sum, tolerance + smallDistances(kernel, atoms) * EPS);
        }
    }

    private static double smallDistances(InteractionKernel kernel, ParticleMeasure atoms) {
        double largest = 0;
        for (int i = 0; i < atoms.size(); i++) {
            for (int j = 0; j < i; j++) {
                double r = Math.hypot(atoms.x(0)[i] - atoms.x(0)[j], atoms.x(1)[i] - atoms.x(1)[j]);
                largest = Math.max(largest, KernelGenerators.largestForce(kernel, r));
            }
        }
        return atoms.size() * largest;
    }

    /** The one-sided Lipschitz constant of the whole field, in the plane. */
    @Property
    void fieldIsOneSidedLipschitz(
            @ForAll("kernels") InteractionKernel kernel,
            @ForAll("planeAtoms") ParticleMeasure source,
            @ForAll("planeAtoms") ParticleMeasure at) {
        Domain square = Domain.cube(2, -2, 2, Boundary.NO_FLUX);
        Interaction interaction = new Interaction(kernel, square);
        interaction.freeze(source);
        double constant = interaction.oneSidedLipschitz();
        double[][] x = {at.x(0), at.x(1)};
        double[][] b = new double[2][at.size()];
        interaction.fill(0, x, at.size(), b[0]);
        interaction.fill(1, x, at.size(), b[1]);
        double rounding = 1e-11 * (1 + KernelGenerators.largestForce(kernel, 6)) * 8;
        for (int i = 0; i < at.size() && constant < Double.POSITIVE_INFINITY; i++) {
            for (int j = 0; j < i; j++) {
                double d0 = x[0][i] - x[0][j];
                double d1 = x[1][i] - x[1][j];
                double product = (b[0][i] - b[0][j]) * d0 + (b[1][i] - b[1][j]) * d1;
                assertTrue(product <= constant * (d0 * d0 + d1 * d1) + rounding);
            }
        }
    }

    /** In one to three dimensions, at points and faces, with and without periodic axes: the transform is the sum. */
    @Property(tries = 60)
    void transformIsTheDirectSum(
            @ForAll("kernels") InteractionKernel kernel,
            @ForAll("ends") Boundary first,
            @ForAll("ends") Boundary other,
            @ForAll @IntRange(min = 1, max = 3) int dimension,
            @ForAll @IntRange(min = 2, max = 9) int cells,
            @ForAll long seed) {
        Domain domain = Domain.line(-1, 1, first);
        for (int d = 1; d < dimension; d++) {
            domain = domain.times(Domain.line(-0.5, 2.5, other));
        }
        Mesh mesh = Mesh.uniform(domain, cells);
        CellMeasure measure = random(mesh, seed);
        double force = KernelGenerators.largestForce(kernel, 6);
        double padded = Math.pow(4 * cells, dimension);
        // transforms: 5 log2(N) roundings of |∇W|_2 |ρ|_2 ≤ max|∇W| sqrt(N) · 1; the direct sum: one per source;
        // differences of coordinates are off by 4 ulp(2.5) and change a force by at most its size over the distance, or
        // by
        // the kernel's curvature, which is below 16 max|∇W| + 16 for ranges of at least 1/4; exponentials: 1e-13
        double tolerance = (force + 1)
                * (EPS * (2.5 * Math.log(padded) / Math.log(2) * Math.sqrt(padded) + mesh.size())
                        + 16 * EPS * (16 + cells)
                        + 2 * Exponential.ACCURACY);
        for (int faces = 0; faces <= dimension; faces++) {
            double[][] x = lattice(mesh, faces - 1);
            for (int c = 0; c < dimension; c++) {
                assertArrayEquals(
                        field(kernel, domain, Summation.DIRECT, measure, c, x),
                        field(kernel, domain, Summation.LATTICE, measure, c, x),
                        tolerance);
            }
        }
    }

    /** Points of the mesh, or the faces of axis {@code f} if that is not negative. */
    private static double[][] lattice(Mesh mesh, int f) {
        int[] size = {1, 1, 1};
        for (int d = 0; d < mesh.dimension(); d++) {
            size[d] = mesh.cells(d) + (d == f ? 1 : 0);
        }
        double[][] x = new double[mesh.dimension()][size[0] * size[1] * size[2]];
        for (int q = 0; q < x[0].length; q++) {
            int[] at = {q % size[0], q / size[0] % size[1], q / size[0] / size[1]};
            for (int d = 0; d < x.length; d++) {
                Axis axis = mesh.axis(d);
                x[d][q] = d == f ? axis.face(at[d]) : axis.point(at[d]);
            }
        }
        return x;
    }

    private static CellMeasure random(Mesh mesh, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] rows = mesh.newRows();
        for (double[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                row[i] = random.nextDouble() / mesh.size();
            }
        }
        return new CellMeasure(mesh, rows);
    }

    /** Two atoms a length apart: only the mass on either side counts. A third of the mass sits at a target. */
    @Test
    void pointyKernelCountsMassOnEitherSide() {
        ParticleMeasure atoms = new ParticleMeasure(new double[][] {{1, -1, 0}}, new double[] {0.5, 0.25, 0.25});
        Domain line = Domain.line(-2, 2, Boundary.NO_FLUX);
        double[][] x = {{-2, -1, -0.5, 0, 0.5, 1, 2}};
        double[] exact = {1, 0.75, 0.5, 0.25, 0, -0.5, -1};
        assertArrayEquals(exact, field(Kernels.distance(1), line, Summation.AUTOMATIC, atoms, 0, x));
        assertArrayEquals(exact, field(Kernels.distance(1), line, Summation.DIRECT, atoms, 0, x));
    }

    /** Faces of a mesh off the lattice fall back to the sum over all pairs. */
    @Test
    void pointsOffTheLatticeAreSummedDirectly() {
        Domain square = Domain.cube(2, -1, 1, Boundary.NO_FLUX);
        CellMeasure measure = random(Mesh.uniform(square, 16), 7);
        double[][] x = {{-0.9375, 0.1}, {0.0625, 0.2}};
        InteractionKernel kernel = Kernels.gaussian(1, 0.5);
        assertArrayEquals(
                field(kernel, square, Summation.DIRECT, measure, 1, x),
                field(kernel, square, Summation.LATTICE, measure, 1, x));
    }

    @Test
    void periodicMassesHalfALengthApartDoNotPull() {
        Domain circle = Domain.line(0, 1, Boundary.PERIODIC);
        ParticleMeasure atom = new ParticleMeasure(new double[][] {{0.1}}, new double[] {1});
        double[][] x = {{0.6, 0.5, 0.7}};
        assertArrayEquals(
                new double[] {0, -1, 1}, field(Kernels.distance(1), circle, Summation.AUTOMATIC, atom, 0, x), EPS);
        assertEquals(Double.POSITIVE_INFINITY, new Interaction(Kernels.quadratic(1), circle).oneSidedLipschitz());
    }

    @Test
    void momentsAreRefusedWhereTheyDoNotExist() {
        Domain circle = Domain.line(0, 1, Boundary.PERIODIC);
        assertThrows(
                IllegalArgumentException.class, () -> new Interaction(Kernels.distance(1), circle, Summation.MOMENTS));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Interaction(Kernels.gaussian(1, 1), Domain.line(0, 1, Boundary.NO_FLUX), Summation.MOMENTS));
    }
}
