package org.dualflow.validation.manufactured;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dualflow.measure.AtomicLaw;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.DensityLaw;
import org.dualflow.measure.Law;
import org.dualflow.measure.LineLaw;
import org.dualflow.measure.MixtureLaw;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.Growth;
import org.dualflow.model.Initial;
import org.dualflow.model.Source;
import org.dualflow.model.TransportModel;

/**
 * A {@link ManufacturedSolution} on a box: everything a solver needs to reproduce it, and everything needed to measure how
 * well it did.
 *
 * <pre>{@code
 * var problem = ManufacturedProblems.circle();
 * Evolution solver = scheme.begin(problem.model(), List.of(mesh), problem.initial(), 0);
 * solver.advanceTo(1);
 * CellMeasure exact = problem.masses(mesh, 1);
 * }</pre>
 *
 * <p>The mass at time 0 is one; later the source changes it. Boundary data are not imposed: the solution must fit the
 * boundaries, i.e. be periodic, or carry no mass through walls and none in through open ends. This is checked.
 *
 * <p>Immutable.
 */
public final class ManufacturedProblem {

    private final String name;
    private final Domain domain;
    private final ManufacturedSolution solution;
    private final List<Sink> sinks;

    /**
     * @param name what tables call it
     * @param domain the box
     * @param solution density and field
     * @param sinks where the field jumps and an atom sits; only on a line
     * @throws IllegalArgumentException if the solution does not fit the boundaries, or its mass at time 0 is not one
     */
    public ManufacturedProblem(String name, Domain domain, ManufacturedSolution solution, List<Sink> sinks) {
        if (!sinks.isEmpty() && domain.dimension() != 1) {
            throw new IllegalArgumentException(
                    "sinks = " + sinks.size() + " in " + domain.dimension() + " dimensions: none is allowed there");
        }
        this.name = name;
        this.domain = domain;
        this.solution = solution;
        this.sinks = List.copyOf(sinks);
        BoundaryFit.require(domain, solution, this.sinks);
        CellMassQuadrature.requireUnit(this);
    }

    /** A problem without sinks. */
    public static ManufacturedProblem smooth(String name, Domain domain, ManufacturedSolution solution) {
        return new ManufacturedProblem(name, domain, solution, List.of());
    }

    /** What tables call it. */
    public String name() {
        return name;
    }

    /** The box. */
    public Domain domain() {
        return domain;
    }

    /** Density and field. */
    public ManufacturedSolution solution() {
        return solution;
    }

    /** Where the field jumps and an atom sits. */
    public List<Sink> sinks() {
        return sinks;
    }

    /** The source S = ∂t ρ + div(ρ b), by automatic differentiation at every point. */
    public Source source() {
        return (t, x, n, out) -> {
            double[] point = new double[x.length];
            for (int i = 0; i < n; i++) {
                for (int d = 0; d < point.length; d++) {
                    point[d] = x[d][i];
                }
                out[i] = Continuity.source(solution, t, point);
            }
        };
    }

    /**
     * The rate S/ρ at which weights of particles grow, w' = w S/ρ, for the same solution. Empty with sinks: around a sink inside
     * the box particles of a finite step jump, and particles in an atom must not grow. Infinite or not a number where ρ
     * vanishes: no particle can take mass that is made where none is.
     */
    public Optional<Growth> growth() {
        return sinks.isEmpty() ? Optional.of(this::rate) : Optional.empty();
    }

    private void rate(double t, double[][] x, int n, double[] out) {
        double[] point = new double[x.length];
        for (int i = 0; i < n; i++) {
            for (int d = 0; d < point.length; d++) {
                point[d] = x[d][i];
            }
            out[i] = Continuity.source(solution, t, point) / Continuity.density(solution, t, point);
        }
    }

    /** The field with its source, as both discretisations take it. */
    public TransportModel model() {
        return new ManufacturedModel(this);
    }

    /** The solution at time 0. */
    public Initial initial() {
        return Initial.of(law());
    }

    /** The law at time 0. */
    private Law law() {
        if (domain.dimension() > 1) {
            return new ManufacturedLaw(this);
        }
        double lower = domain.side(0).lower();
        double upper = domain.side(0).upper();
        LineLaw density = new DensityLaw(x -> Continuity.density(solution, 0, x), lower, upper);
        List<LineLaw> laws = new ArrayList<>(List.of(density));
        double[] weights = new double[1 + sinks.size()];
        weights[0] = 1;
        for (int k = 0; k < sinks.size(); k++) {
            weights[1 + k] = sinks.get(k).mass().applyAsDouble(0);
            weights[0] -= weights[1 + k];
            laws.add(AtomicLaw.dirac(sinks.get(k).x()));
        }
        return sinks.isEmpty() ? density : new MixtureLaw(weights, laws);
    }

    /**
     * The exact mass of every cell at time {@code t}: tensor Gauss quadrature with 8, 6 or 4 nodes per axis in 1, 2 or 3
     * dimensions (order 16, 12 or 8 for smooth densities), and the atoms.
     */
    public CellMeasure masses(Mesh mesh, double t) {
        return CellMassQuadrature.masses(this, mesh, t);
    }
}
