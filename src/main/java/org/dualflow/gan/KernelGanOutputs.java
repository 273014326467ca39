package org.dualflow.gan;

import java.util.ArrayList;
import java.util.List;
import org.dualflow.field.WaveField;
import org.dualflow.measure.CompensatedSum;
import org.dualflow.measure.Measure;
import org.dualflow.measure.PairCosine;
import org.dualflow.measure.PairDistance;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.measure.QuantileFunction;
import org.dualflow.measure.SlicedWasserstein;
import org.dualflow.measure.Wasserstein;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.Observable;
import org.dualflow.model.State;

/** What a {@link KernelGan} has come to in a given state. */
final class KernelGanOutputs {

    /** Directions of a sliced distance. */
    private static final int DIRECTIONS = 32;

    /** Points whose angles are looked at. */
    private static final int COSINES = 256;

    /** What counts as near an end of the box, in sides. */
    private static final double END = 1.0 / 16;

    private KernelGanOutputs() {}

    static List<Observable> observables(KernelGan gan) {
        List<Observable> all = new ArrayList<>();
        for (int d = 0; d < gan.domain().dimension(); d++) {
            int axis = d;
            String number = gan.domain().dimension() == 1 ? "" : "" + (d + 1);
            all.add(new Observable("generatedMean" + number, state -> mean(state.measure(0), axis)));
            all.add(new Observable("generatedSpread" + number, state -> spread(state.measure(0), axis)));
        }
        all.add(new Observable("generatedAtEnds", state -> atEnds(gan.domain(), state.measure(0))));
        all.add(new Observable("discriminatorSlope", state -> slope(gan, state)));
        all.add(new Observable("energy", gan::energy));
        all.add(distance(gan).averaged());
        PairDistance pairs = new PairDistance(DIRECTIONS);
        all.add(new Observable("pairDistance", state -> pairs.of(state.measure(0))).averaged());
        if (gan.domain().dimension() > Mesh.MAX_DIMENSION) {
            PairCosine cosines = new PairCosine(COSINES);
            all.add(new Observable("pairCosine", state -> cosines.of(state.measure(0))).averaged());
        }
        gan.modes().ifPresent(modes -> addCoverage(gan, modes, all));
        return List.copyOf(all);
    }

    private static Observable distance(KernelGan gan) {
        if (gan.domain().dimension() > 1) {
            SlicedWasserstein sliced = new SlicedWasserstein(1, DIRECTIONS);
            return new Observable("targetDistance", state -> sliced.between(state.measure(0), gan.target()));
        }
        QuantileFunction data = QuantileFunction.ofAtoms(gan.target());
        return new Observable(
                "targetDistance", state -> Wasserstein.W1.between(QuantileFunction.ofAtoms(state.measure(0)), data));
    }

    private static void addCoverage(KernelGan gan, Modes modes, List<Observable> all) {
        double[] q = modes.shares(gan.target());
        for (int m = 0; m < modes.size(); m++) {
            int mode = m;
            all.add(new Observable("mode" + (m + 1) + "Share", state -> modes.shares(state.measure(0))[mode]));
        }
        all.add(new Observable("modeCoverage", state -> Modes.coverage(modes.shares(state.measure(0)), q)).averaged());
        all.add(new Observable("modeDivergence", state -> Modes.divergence(modes.shares(state.measure(0)), q))
                .averaged());
    }

    /** F = ∫ D d(data - p) - (λ/2) ∫ |∇D|² dπ. */
    static double energy(KernelGan gan, State state) {
        double share = gan.regulariser().data();
        return score(gan, state, gan.target(), share) - score(gan, state, state.measure(0), share - 1);
    }

    /** ∫ D dm - share λ/2 ∫ |∇D|² dm. */
    private static double score(KernelGan gan, State state, Measure m, double share) {
        WaveField field = new WaveField(gan.waves());
        field.freeze(m, state.scalars());
        ParticleMeasure points = field.frozen();
        double[][] x = GanOutputs.coordinates(points);
        double[] value = new double[points.size()];
        field.values(x, value.length, value);
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < value.length; i++) {
            double square = 0;
            for (double[] along : field.gradient()) {
                square += along[i] * along[i];
            }
            sum.add(points.weights()[i] * (value[i] - 0.5 * share * gan.penalty() * square));
        }
        return sum.value();
    }

    /** (∫ |∇D|² dp)^{1/2}. */
    private static double slope(KernelGan gan, State state) {
        WaveField field = new WaveField(gan.waves());
        field.freeze(state.measure(0), state.scalars());
        CompensatedSum sum = new CompensatedSum();
        for (double[] along : field.gradient()) {
            for (int i = 0; i < field.points(); i++) {
                sum.add(field.weights()[i] * along[i] * along[i]);
            }
        }
        return Math.sqrt(sum.value());
    }

    private static double atEnds(Domain box, Measure m) {
        CompensatedSum sum = new CompensatedSum();
        m.forEachBlock((x, w, n) -> {
            for (int i = 0; i < n; i++) {
                double nearest = 1;
                for (int d = 0; d < x.length; d++) {
                    double share = (x[d][i] - box.side(d).lower()) / box.side(d).length();
                    nearest = Math.min(nearest, Math.min(share, 1 - share));
                }
                sum.add(nearest < END ? w[i] : 0);
            }
        });
        return sum.value();
    }

    private static double mean(Measure m, int axis) {
        CompensatedSum sum = new CompensatedSum();
        m.forEachBlock((x, w, n) -> {
            for (int i = 0; i < n; i++) {
                sum.add(w[i] * x[axis][i]);
            }
        });
        return sum.value();
    }

    private static double spread(Measure m, int axis) {
        double mean = mean(m, axis);
        CompensatedSum sum = new CompensatedSum();
        m.forEachBlock((x, w, n) -> {
            for (int i = 0; i < n; i++) {
                sum.add(w[i] * (x[axis][i] - mean) * (x[axis][i] - mean));
            }
        });
        return Math.sqrt(sum.value());
    }
}
