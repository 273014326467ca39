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

    /**
     * A fixed quadrature of the law, ∫ f dP ≈ Σ w_i f(x_i): all atoms with their weights, exactly, if the law is made of
     * finitely many; else the {@linkplain #quantiles quantile points}, on a line with an error of at most Var(f)/(2n) for
     * f of bounded variation (a quantile (i + ½)/n has discrepancy 1/(2n); Koksma's inequality).
     *
     * @param n about how many points, unless they are atoms
     */
    default ParticleMeasure rule(int n) {
        return quantiles(n);
    }

    /** {@code n} independent particles of weight {@code 1/n}. */
    ParticleMeasure sample(int n, RandomGenerator random);
}
