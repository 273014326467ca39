package org.dualflow.validation.exact;

import java.util.ArrayList;
import java.util.List;
import org.dualflow.measure.AtomicLaw;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.particle.IsotonicRegression;

/** Atoms under W = |x|: X_i + (1 - 2q_i) t with q_i the mass to the left plus half of the own, regressed. */
final class StickyAtoms {

    private final double[] x;
    private final double[] w;
    private final double[] speed;

    StickyAtoms(AtomicLaw start) {
        x = start.atoms();
        w = new double[x.length];
        speed = new double[x.length];
        double left = 0;
        for (int i = 0; i < x.length; i++) {
            w[i] = start.weight(i);
            speed[i] = 1 - 2 * (left + 0.5 * w[i]);
            left += w[i];
        }
    }

    AtomicLaw at(double t) {
        double[] places = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            places[i] = x[i] + speed[i] * t;
        }
        new IsotonicRegression(new ParticleMeasure(new double[][] {x}, w)).project(places, w);
        return AtomicLaw.of(places, w);
    }

    /** The times at which neighbours meet: followed from meeting to meeting. */
    List<Double> meetings() {
        List<Double> times = new ArrayList<>();
        List<double[]> groups = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            groups.add(new double[] {x[i], w[i], speed[i]});
        }
        double t = 0;
        while (groups.size() > 1) {
            double next = Double.POSITIVE_INFINITY;
            int first = 0;
            for (int i = 0; i + 1 < groups.size(); i++) {
                double gap = groups.get(i + 1)[0] - groups.get(i)[0];
                double closing = groups.get(i)[2] - groups.get(i + 1)[2];
                if (gap / closing < next) {
                    next = gap / closing;
                    first = i;
                }
            }
            t += next;
            times.add(t);
            for (double[] group : groups) {
                group[0] += group[2] * next;
            }
            double[] a = groups.get(first);
            double[] b = groups.remove(first + 1);
            double mass = a[1] + b[1];
            a[2] = (a[1] * a[2] + b[1] * b[2]) / mass;
            a[1] = mass;
        }
        return List.copyOf(times);
    }
}
