package org.dualflow.gan;

import java.util.ArrayList;
import java.util.List;
import org.dualflow.measure.CompensatedSum;
import org.dualflow.measure.Measure;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.measure.QuantileFunction;
import org.dualflow.measure.Reductions;
import org.dualflow.measure.SlicedWasserstein;
import org.dualflow.measure.Wasserstein;
import org.dualflow.model.Observable;
import org.dualflow.model.State;

/** What the two networks do in a given state. */
final class GanOutputs {

    /** Directions of a sliced distance. */
    private static final int DIRECTIONS = 32;

    private GanOutputs() {}

    static double[][] coordinates(ParticleMeasure measure) {
        double[][] x = new double[measure.dimension()][];
        for (int d = 0; d < x.length; d++) {
            x[d] = measure.x(d);
        }
        return x;
    }

    static ParticleMeasure generated(ClippedWassersteinGan gan, State state) {
        double[][] out = new double[gan.dataDimension()][gan.latent().size()];
        new NetworkSum(gan.generatorShape(), gan.generatorActivation())
                .values(state.measure(0), coordinates(gan.latent()), out);
        return new ParticleMeasure(out, gan.latent().weights().clone());
    }

    /** ∇D at given points, {@code [data dimension][points]}. */
    static double[][] gradients(ClippedWassersteinGan gan, State state, double[][] x) {
        double[][] out = new double[x.length][x[0].length];
        new NetworkSum(gan.criticShape(), gan.criticActivation()).gradients(state.measure(1), x, out);
        return out;
    }

    static double energy(ClippedWassersteinGan gan, State state) {
        return score(gan, state, generated(gan, state)) - score(gan, state, gan.target());
    }

    /** ∫ D dm. */
    private static double score(ClippedWassersteinGan gan, State state, ParticleMeasure m) {
        double[][] out = new double[1][m.size()];
        new NetworkSum(gan.criticShape(), gan.criticActivation()).values(state.measure(1), coordinates(m), out);
        return Reductions.dot(m.weights(), out[0], 0, m.size());
    }

    static List<Observable> observables(ClippedWassersteinGan gan) {
        List<Observable> all = new ArrayList<>();
        all.add(new Observable("energy", state -> energy(gan, state)));
        all.add(new Observable("generatorAtWall", state -> beyond(state.measure(0), gan)));
        for (int d = 0; d < gan.dataDimension(); d++) {
            int axis = d;
            String number = gan.dataDimension() == 1 ? "" : "" + (d + 1);
            all.add(new Observable("generatedMean" + number, state -> mean(generated(gan, state), axis)));
            all.add(new Observable("generatedSpread" + number, state -> spread(generated(gan, state), axis)));
            all.add(new Observable("criticSlope" + number, state -> slope(gan, state, axis)));
        }
        all.add(distance(gan));
        gan.modes().ifPresent(modes -> addCoverage(gan, modes, all));
        return List.copyOf(all);
    }

    private static Observable distance(ClippedWassersteinGan gan) {
        if (gan.dataDimension() > 1) {
            SlicedWasserstein sliced = new SlicedWasserstein(1, DIRECTIONS);
            return new Observable("generatedDistance", state -> sliced.between(generated(gan, state), gan.target()));
        }
        QuantileFunction data = QuantileFunction.ofAtoms(gan.target());
        return new Observable(
                "generatedDistance",
                state -> Wasserstein.W1.between(QuantileFunction.ofAtoms(generated(gan, state)), data));
    }

    private static void addCoverage(ClippedWassersteinGan gan, Modes modes, List<Observable> all) {
        double[] q = modes.shares(gan.target());
        for (int m = 0; m < modes.size(); m++) {
            int mode = m;
            all.add(new Observable("mode" + (m + 1) + "Share", state -> modes.shares(generated(gan, state))[mode]));
        }
        all.add(new Observable("modeCoverage", state -> Modes.coverage(modes.shares(generated(gan, state)), q)));
        all.add(new Observable("modeDivergence", state -> Modes.divergence(modes.shares(generated(gan, state)), q)));
    }

    /** The mean of ∂D along one axis over the generated law. */
    private static double slope(ClippedWassersteinGan gan, State state, int axis) {
        ParticleMeasure generated = generated(gan, state);
        double[][] slopes = gradients(gan, state, coordinates(generated));
        return Reductions.dot(generated.weights(), slopes[axis], 0, generated.size());
    }

    private static double mean(ParticleMeasure m, int axis) {
        return Reductions.dot(m.weights(), m.x(axis), 0, m.size());
    }

    private static double spread(ParticleMeasure m, int axis) {
        double mean = mean(m, axis);
        double sum = 0;
        for (int i = 0; i < m.size(); i++) {
            sum += m.weights()[i] * (m.x(axis)[i] - mean) * (m.x(axis)[i] - mean);
        }
        return Math.sqrt(sum);
    }

    private static double beyond(Measure measure, ClippedWassersteinGan gan) {
        double limit = ClippedWassersteinGan.NEAR_WALL * gan.generatorBox();
        CompensatedSum sum = new CompensatedSum();
        measure.forEachBlock((x, w, n) -> {
            for (int i = 0; i < n; i++) {
                double largest = 0;
                for (double[] coordinate : x) {
                    largest = Math.max(largest, Math.abs(coordinate[i]));
                }
                if (largest > limit) {
                    sum.add(w[i]);
                }
            }
        });
        return sum.value();
    }
}
