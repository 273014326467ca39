package org.dualflow.validation.manufactured;

import java.util.random.RandomGenerator;
import org.dualflow.measure.BoxDensityLaw;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.Law;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.mesh.Mesh;

/** The density of a manufactured problem in two or three dimensions at time 0, as a law. */
final class ManufacturedLaw implements Law {

    private final ManufacturedProblem problem;

    ManufacturedLaw(ManufacturedProblem problem) {
        this.problem = problem;
    }

    @Override
    public int dimension() {
        return problem.domain().dimension();
    }

    @Override
    public CellMeasure onto(Mesh mesh) {
        return problem.masses(mesh, 0);
    }

    @Override
    public ParticleMeasure quantiles(int n) {
        return box().quantiles(n);
    }

    @Override
    public ParticleMeasure sample(int n, RandomGenerator random) {
        return box().sample(n, random);
    }

    private Law box() {
        return new BoxDensityLaw(x -> Continuity.density(problem.solution(), 0, x), problem.domain());
    }
}
