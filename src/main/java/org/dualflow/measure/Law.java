package org.dualflow.measure;

import java.util.random.RandomGenerator;
import org.dualflow.mesh.Mesh;

/**
 * A probability law given in closed form, from which both discretisations start and against which both are measured.
 * Every law integrates to one.
 */
public interface Law {

    /** Number of coordinates. */
    int dimension();

    /**
     * The mass of every cell of a mesh, exact up to quadrature; an atom goes to the cell that holds it, and to the
     * cell above if it sits on a face.
     *
     * @throws IllegalArgumentException if more than 1e-12 of the mass lies outside the mesh
     */
    CellMeasure onto(Mesh mesh);

    /**
     * Deterministic start with about {@code n} particles: on a line, particle {@code i} at the quantile
     * {@code (i + ½)/n} with weight {@code 1/n}; in two and three dimensions a lattice of quantiles; see the law for more.
     */
    ParticleMeasure quantiles(int n);

    /** {@code n} independent particles of weight {@code 1/n}. */
    ParticleMeasure sample(int n, RandomGenerator random);
}
