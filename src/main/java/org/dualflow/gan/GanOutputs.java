package org.dualflow.gan;

import java.util.ArrayList;
import java.util.List;
import org.dualflow.measure.CompensatedSum;
import org.dualflow.measure.Measure;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.measure.QuantileFunction;
import org.dualflow.measure.Wasserstein;
import org.dualflow.model.Observable;
import org.dualflow.model.State;

/** What the two networks do in a given state. */
final class GanOutputs {

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
        return Dot.product(m.weights(), out[0], m.size());
    }

    static List<Observable> observables(ClippedWassersteinGan gan) {
        List<Observable> all = new ArrayList<>();
        all.add(new Observable("energy", state -> energy(gan, state)));
        all.add(new Observable("generatorAtWall", state -> beyond(state.measure(0), gan)));
        for (int d = 0; d < gan.dataDimension(); d++) {
            int axis = d;
            String name = gan.dataDimension() == 1 ? "generatedMean" : "generatedMean" + (d + 1);
            all.add(new Observable(name, state -> mean(generated(gan, state), axis)));
        }
        if (gan.dataDimension() == 1) {
            all.add(new Observable("generatedSpread", state -> spread(generated(gan, state))));
            QuantileFunction data = QuantileFunction.ofAtoms(gan.target());
            all.add(new Observable(
                    "generatedDistance",
                    state -> Wasserstein.W1.between(QuantileFunction.ofAtoms(generated(gan, state)), data)));
        }
        return List.copyOf(all);
    }

    private static double mean(ParticleMeasure m, int axis) {
        return Dot.product(m.weights(), m.x(axis), m.size());
    }

    private static double spread(ParticleMeasure m) {
        double mean = mean(m, 0);
        double sum = 0;
        for (int i = 0; i < m.size(); i++) {
            sum += m.weights()[i] * (m.x(0)[i] - mean) * (m.x(0)[i] - mean);
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
