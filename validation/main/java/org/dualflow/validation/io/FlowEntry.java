package org.dualflow.validation.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dualflow.gan.JensenShannonFlow;
import org.dualflow.measure.NormalMixture;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Initial;
import org.dualflow.validation.io.schema.Key;
import org.dualflow.validation.io.schema.ListKind;
import org.dualflow.validation.io.schema.NumberKind;
import org.dualflow.validation.io.schema.Problems;
import org.dualflow.validation.io.schema.RecordKind;
import org.dualflow.validation.io.schema.Values;

/** The Jensen–Shannon flow to normal clusters in a box between walls. */
final class FlowEntry {

    private static final ListKind POINT = new ListKind(NumberKind.any(), 1, 3, true);

    private FlowEntry() {}

    static ModelEntry entry() {
        RecordKind cluster = RecordKind.of(
                Key.required("weight", NumberKind.above(0, 1), "share of the data; the weights sum to 1"),
                Key.required("mean", POINT, "centre, one number per coordinate"),
                Key.required(
                        "sd",
                        new ListKind(NumberKind.positive(), 1, 3, true),
                        "standard deviation, one number per coordinate or one for all"));
        return new ModelEntry(
                "jensen-shannon-flow",
                "The gradient flow of the Jensen-Shannon divergence to a data law made of normal clusters; grids with an"
                        + " implicit scheme.",
                RecordKind.of(
                        Key.required("lower", POINT, "lower ends of the box, one number per coordinate"),
                        Key.required("upper", POINT, "upper ends of the box, one number per coordinate"),
                        Key.required(
                                "target", ListKind.of(cluster, 1, 10_000), "[{weight, mean, sd}, ...]: the data law")),
                RecordKind.of(Key.required("generator", Laws.KIND, "where the generated law starts")),
                FlowEntry::build);
    }

    private static Optional<Setup> build(Values parameters, Values initial, Problems problems) {
        double[] lower = parameters.numbers("lower");
        double[] upper = parameters.numbers("upper");
        int dimension = lower.length;
        if (upper.length != dimension) {
            problems.add(
                    "parameters.upper",
                    upper.length + " numbers",
                    "as many as in lower, " + dimension + ", are allowed");
            return Optional.empty();
        }
        List<Domain.Side> sides = new ArrayList<>();
        for (int d = 0; d < dimension; d++) {
            if (!(lower[d] < upper[d])) {
                problems.add("parameters.upper", Arrays.toString(upper), "numbers above those of lower are allowed");
                return Optional.empty();
            }
            sides.add(new Domain.Side(lower[d], upper[d], Boundary.NO_FLUX, Boundary.NO_FLUX));
        }
        Optional<NormalMixture> target = target(parameters.list("target"), dimension, problems);
        return target.flatMap(law -> Laws.read(initial.choice("generator"), dimension, "initial.generator", problems)
                .map(start -> new Setup(
                        new JensenShannonFlow(new Domain(sides), law),
                        Initial.of(start),
                        (begin, end) -> Optional.empty())));
    }

    private static Optional<NormalMixture> target(List<?> clusters, int dimension, Problems problems) {
        double[] weights = new double[clusters.size()];
        double[][] means = new double[dimension][weights.length];
        double[][] sds = new double[dimension][weights.length];
        for (int k = 0; k < weights.length; k++) {
            Values cluster = (Values) clusters.get(k);
            weights[k] = cluster.number("weight");
            double[] mean = cluster.numbers("mean");
            double[] sd = cluster.numbers("sd");
            if (mean.length != dimension || sd.length != dimension && sd.length != 1) {
                problems.add(
                        "parameters.target[" + k + "]",
                        mean.length + " and " + sd.length + " numbers",
                        "mean and sd with " + dimension + " numbers are allowed");
                return Optional.empty();
            }
            for (int d = 0; d < dimension; d++) {
                means[d][k] = mean[d];
                sds[d][k] = sd[sd.length == 1 ? 0 : d];
            }
        }
        double sum = Arrays.stream(weights).sum();
        if (!(Math.abs(sum - 1) <= 1e-12)) {
            problems.add("parameters.target", "weights that sum to " + sum, "weights that sum to 1 are allowed");
            return Optional.empty();
        }
        return Optional.of(new NormalMixture(weights, means, sds));
    }
}
