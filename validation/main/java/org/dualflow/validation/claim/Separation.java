package org.dualflow.validation.claim;

import java.util.List;
import org.dualflow.gan.ClippedWassersteinGan;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.mesh.Domain;
import org.dualflow.model.State;
import org.dualflow.particle.ParticleTransport;
import org.hipparchus.util.FastMath;

/**
 * Two solutions of a clipped GAN whose neurons are coupled at the start and stay so: the log of their distance beside the
 * integrals of the stability rates, upper sums over the times looked at.
 */
final class Separation {

    /** Steps of the particles between two looks. */
    private static final int STEPS = 2;

    private final ClippedWassersteinGan gan;
    private final List<ParticleMeasure> first;
    private final List<ParticleMeasure> second;
    private double growth;
    private double all;
    private double near;
    private double excessOverNear = Double.NEGATIVE_INFINITY;
    private double shortfall = Double.NEGATIVE_INFINITY;
    private double contact = Double.POSITIVE_INFINITY;

    Separation(ClippedWassersteinGan gan, List<ParticleMeasure> first, List<ParticleMeasure> second) {
        this.gan = gan;
        this.first = first;
        this.second = second;
    }

    /** The same neurons, neuron i moved by {@code distance} in a direction of its own, of all those of the sphere. */
    static List<ParticleMeasure> moved(List<ParticleMeasure> start, double distance) {
        return start.stream().map(measure -> moved(measure, distance)).toList();
    }

    private static ParticleMeasure moved(ParticleMeasure measure, double distance) {
        int n = measure.size();
        double[][] x = new double[3][n];
        for (int i = 0; i < n; i++) {
            double z = (2 * i + 1.0) / n - 1;
            double radius = FastMath.sqrt(1 - z * z);
            double angle = FastMath.PI * (3 - FastMath.sqrt(5)) * i;
            x[0][i] = measure.x(0)[i] + distance * radius * FastMath.cos(angle);
            x[1][i] = measure.x(1)[i] + distance * radius * FastMath.sin(angle);
            x[2][i] = measure.x(2)[i] + distance * z;
        }
        return new ParticleMeasure(x, measure.weights().clone());
    }

    void run(double end, int looks) {
        double step = end / looks;
        ParticleTransport one = NetworkStudy.flow(gan, first, step / STEPS);
        ParticleTransport other = NetworkStudy.flow(gan, second, step / STEPS);
        double start = distance(one.state(), other.state());
        double rateForAll = gan.stabilityRate();
        double before = gan.stabilityRate(one.state(), start);
        for (int k = 1; k <= looks; k++) {
            one.advanceTo(k * step);
            other.advanceTo(k * step);
            double distance = distance(one.state(), other.state());
            double now = gan.stabilityRate(one.state(), distance);
            growth = FastMath.log(distance / start);
            all += step * rateForAll;
            near += step * Math.max(before, now);
            before = now;
            excessOverNear = Math.max(excessOverNear, growth - near);
            if (touches(one.state()) || touches(other.state())) {
                contact = Math.min(contact, k * step);
            } else {
                shortfall = Math.max(shortfall, -near - growth);
            }
        }
    }

    private static double distance(State one, State other) {
        return FastMath.sqrt(TrainingStudy.distance(one, other, ((ParticleMeasure) one.measure(0)).size()));
    }

    private boolean touches(State state) {
        ParticleMeasure critic = (ParticleMeasure) state.measure(1);
        Domain domain = gan.species().get(1).domain();
        boolean touches = false;
        for (int d = 0; d < critic.dimension(); d++) {
            for (int i = 0; i < critic.size(); i++) {
                double x = critic.x(d)[i];
                touches |= x <= domain.side(d).lower() || x >= domain.side(d).upper();
            }
        }
        return touches;
    }

    /** Log of the final distance over the first. */
    double growth() {
        return growth;
    }

    /** ∫C for all states. */
    double all() {
        return all;
    }

    /** ∫C near the first solution. */
    double near() {
        return near;
    }

    /** Largest log of the ratio less ∫C near the first solution. */
    double excessOverNear() {
        return excessOverNear;
    }

    /** Largest -∫C less the log of the ratio before contact; not finite if there is contact at once. */
    double shortfall() {
        return shortfall;
    }

    /** The first look at which a critic neuron is on the box; infinite if there is none. */
    double contact() {
        return contact;
    }
}
