package org.dualflow.validation.io;

import java.util.List;
import org.dualflow.mesh.Domain;
import org.dualflow.model.GradientFlow;

/**
 * What a case costs, before it is run.
 *
 * @param points cells and particles of all species
 * @param bytes memory of the solvers and of the kept states
 */
public record Estimate(long points, double bytes) {

    /** Doubles per cell: the bound for a transport run with SSP-RK2 is 6. */
    private static final int PER_CELL = 6;

    /** Doubles per cell of an implicit gradient flow in two dimensions with its multigrid. */
    private static final int PER_IMPLICIT_CELL = 20;

    /** Doubles per cell of a minimising movement in two dimensions with its multigrid. */
    private static final int PER_MOVED_CELL = 50;

    /** Doubles per coordinate of a particle: state, trial state and the stages of a method of order 4. */
    private static final int PER_COORDINATE = 7;

    /** The estimate for a case. */
    public static Estimate of(CaseFile file, Setup setup) {
        double points = 0;
        double doubles = 0;
        int perCell = setup.model() instanceof GradientFlow ? PER_IMPLICIT_CELL : PER_CELL;
        for (var species : setup.model().species()) {
            Domain domain = species.domain();
            if (file.grid().isPresent()) {
                double cells = cells(file.grid().get().cells(), domain.dimension());
                points += cells;
                doubles += cells * (perCell + file.output().snapshots() + 1);
            }
            List<Integer> moved = file.movement().map(MovementSpec::cells).orElse(List.of());
            if (!moved.isEmpty()) {
                double cells = cells(moved, domain.dimension());
                points += cells;
                doubles += cells * (PER_MOVED_CELL + file.output().snapshots() + 1);
            }
            double count = file.particles().map(ParticleSpec::count).orElse(0)
                    + neurons(file)
                    + file.movement().map(MovementSpec::count).orElse(0);
            if (count > 0) {
                points += count;
                doubles += count
                        * (PER_COORDINATE * domain.dimension()
                                + (domain.dimension() + 1) * (file.output().snapshots() + 1));
            }
        }
        return new Estimate((long) points, 8 * doubles);
    }

    /** Neurons of the player that has more of them. */
    private static int neurons(CaseFile file) {
        return file.training()
                .map(spec -> spec.neurons().stream().mapToInt(n -> n).max().orElse(0))
                .orElse(0);
    }

    private static double cells(List<Integer> perAxis, int dimension) {
        double cells = 1;
        for (int d = 0; d < dimension; d++) {
            cells *= perAxis.get(perAxis.size() == 1 ? 0 : Math.min(d, perAxis.size() - 1));
        }
        return cells;
    }
}
