package org.dualflow.validation.manufactured;

import java.util.List;
import java.util.Optional;
import org.dualflow.model.Coupling;
import org.dualflow.model.Growth;
import org.dualflow.model.PrescribedTransport;
import org.dualflow.model.Source;
import org.dualflow.model.Species;
import org.dualflow.model.TransportModel;

/** The field of a manufactured problem with the source that makes its density a solution. */
final class ManufacturedModel implements TransportModel {

    private final TransportModel transport;
    private final Source source;
    private final Optional<Growth> growth;

    ManufacturedModel(ManufacturedProblem problem) {
        ManufacturedSolution solution = problem.solution();
        transport = PrescribedTransport.unsteady(problem.name(), problem.domain(), (t, component, x, n, out) -> {
            double[] point = new double[x.length];
            for (int i = 0; i < n; i++) {
                for (int d = 0; d < point.length; d++) {
                    point[d] = x[d][i];
                }
                out[i] = Continuity.velocity(solution, component, t, point);
            }
        });
        source = problem.source();
        growth = problem.growth();
    }

    @Override
    public String name() {
        return transport.name();
    }

    @Override
    public List<Species> species() {
        return transport.species();
    }

    @Override
    public Optional<Source> source(int s) {
        return Optional.of(source);
    }

    @Override
    public Optional<Growth> growth(int s) {
        return growth;
    }

    @Override
    public Coupling couple() {
        return transport.couple();
    }
}
