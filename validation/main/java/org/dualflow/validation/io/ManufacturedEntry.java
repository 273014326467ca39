package org.dualflow.validation.io;

import java.util.Optional;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.Law;
import org.dualflow.measure.Measure;
import org.dualflow.mesh.Mesh;
import org.dualflow.validation.io.schema.Key;
import org.dualflow.validation.io.schema.Problems;
import org.dualflow.validation.io.schema.RecordKind;
import org.dualflow.validation.io.schema.Values;
import org.dualflow.validation.io.schema.WordKind;
import org.dualflow.validation.manufactured.ManufacturedProblem;
import org.dualflow.validation.manufactured.ManufacturedProblems;
import org.hipparchus.util.FastMath;

/**
 * Manufactured solutions: transport with a source made so that a chosen density solves it. Particles take
 * the source as a growth rate, unless the problem has sinks.
 */
final class ManufacturedEntry {

    private ManufacturedEntry() {}

    static ModelEntry entry() {
        String[] names = ManufacturedProblems.all().stream()
                .map(ManufacturedProblem::name)
                .toArray(String[]::new);
        return new ModelEntry(
                "manufactured",
                "Transport with a source made by automatic differentiation so that a chosen density solves it.",
                RecordKind.of(Key.required("problem", WordKind.of(names), "which density and field")),
                RecordKind.of(),
                ManufacturedEntry::build);
    }

    private static Optional<Setup> build(Values parameters, Values initial, Problems problems) {
        return ManufacturedProblems.all().stream()
                .filter(problem -> problem.name().equals(parameters.text("problem")))
                .findFirst()
                .map(problem -> new Setup(
                        problem.model(),
                        problem.initial(),
                        (start, end) -> start == 0 ? Optional.of(new Exact(problem)) : Optional.empty(),
                        Certification.NONE));
    }

    /** The density that was chosen. The source makes and takes mass, so there are cell masses, but no law. */
    private record Exact(ManufacturedProblem problem) implements Reference {
        @Override
        public String doc() {
            return "manufactured solution " + problem.name();
        }

        @Override
        public boolean isLaw() {
            return false;
        }

        @Override
        public Law law(double t) {
            throw new IllegalStateException("manufactured solution " + problem.name() + " has masses, no law");
        }

        @Override
        public CellMeasure masses(Mesh mesh, double t) {
            return problem.masses(mesh, t);
        }

        @Override
        public Measure points(double t, int n) {
            int dimension = problem.domain().dimension();
            int perAxis = Math.max(2, (int) Math.round(FastMath.pow(n, 1.0 / dimension)));
            return problem.masses(Mesh.uniform(problem.domain(), perAxis), t);
        }
    }
}
