package org.dualflow.validation.claim;

import org.dualflow.gan.JensenShannonFlow;
import org.dualflow.measure.NormalMixture;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.measure.QuantileFunction;
import org.dualflow.measure.Wasserstein;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Initial;
import org.dualflow.particle.adversarial.AdversarialSettings;
import org.dualflow.particle.adversarial.AdversarialTraining;
import org.dualflow.run.FlowMethod;
import org.dualflow.run.FlowParticles;
import org.dualflow.time.StepFailure;

/**
 * How trainings with seeds 1, 2, … from N(2,1) to N(0,1) end.
 *
 * @param near at how many seeds W₁ to the data law at t = 10 is at most half of that at the start
 * @param far at how many seeds it is more than at the start, or the training fails
 * @param least least ηλ at times 0, 1, … of all seeds before a failure
 * @param curvature largest ηλ
 */
record AdversarialRuns(int near, int far, double least, double curvature) {

    private static final JensenShannonFlow NORMAL =
            new JensenShannonFlow(Domain.line(-20, 20, Boundary.NO_FLUX), NormalMixture.normal(1, 0));
    private static final int END = 10;

    /**
     * Trains.
     *
     * @param rate ηλ at the start
     * @param steps fitting steps of the generator per move
     * @param seeds how many
     */
    static AdversarialRuns of(double rate, int steps, int seeds) {
        AdversarialRuns all = new AdversarialRuns(0, 0, rate, rate);
        for (int seed = 1; seed <= seeds; seed++) {
            all = all.and(run(new AdversarialSettings(8, 16, 20, 0.5, steps, 1, 0.1, seed), rate));
        }
        return all;
    }

    private AdversarialRuns and(AdversarialRuns other) {
        return new AdversarialRuns(
                near + other.near, far + other.far, Math.min(least, other.least), Math.max(curvature, other.curvature));
    }

    private static AdversarialRuns run(AdversarialSettings settings, double rate) {
        double eta = rate / training(settings).largestCurvature();
        AdversarialTraining training = training(settings.withGenerator(settings.generatorSteps(), eta));
        double least = rate;
        double most = rate;
        try {
            for (int t = 1; t <= END; t++) {
                training.advanceTo(t);
                double now = eta * training.largestCurvature();
                least = Math.min(least, now);
                most = Math.max(most, now);
            }
        } catch (StepFailure diverged) {
            return new AdversarialRuns(0, 1, least, most);
        }
        double distance = distance((ParticleMeasure) training.state().measure(0));
        return new AdversarialRuns(distance <= 0.5 ? 1 : 0, distance > 1 ? 1 : 0, least, most);
    }

    private static AdversarialTraining training(AdversarialSettings settings) {
        return new AdversarialTraining(
                NORMAL.species().get(0), NORMAL.target(), NormalMixture.normal(1, 2), 100, settings, 0);
    }

    /** W₁ to the data law over that at the start, 2. */
    private static double distance(ParticleMeasure cloud) {
        return Wasserstein.W1.between(
                        QuantileFunction.ofAtoms(cloud),
                        NormalMixture.normal(1, 0).line())
                / 2;
    }

    /** The same for the flow, by the quantile scheme. */
    static double flowDistance() {
        return distance((ParticleMeasure) Runs.solve(
                        NORMAL,
                        Initial.of(NormalMixture.normal(1, 2)),
                        FlowParticles.quantiles(100, FlowMethod.quantiles(0.1)),
                        END)
                .measure(0));
    }
}
