package org.dualflow.run;

import java.util.List;
import java.util.function.Supplier;
import org.dualflow.gan.JensenShannonFlow;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.model.Initial;
import org.dualflow.model.Species;
import org.dualflow.particle.ParticleScheme;
import org.dualflow.particle.ParticleTransport;
import org.dualflow.particle.Starts;
import org.dualflow.particle.adversarial.AdversarialSettings;
import org.dualflow.particle.adversarial.AdversarialTraining;
import org.dualflow.particle.adversarial.DiscriminatorVelocity;
import org.dualflow.particle.adversarial.Features;
import org.dualflow.particle.flow.Bandwidth;
import org.dualflow.particle.flow.BlobVelocity;
import org.dualflow.particle.flow.QuantileFlow;
import org.dualflow.particle.flow.SelfTransport;
import org.dualflow.particle.flow.SelfVelocity;
import org.dualflow.time.Evolution;

/** A particle method for the Jensen–Shannon flow. */
@FunctionalInterface
public interface FlowMethod {

    /**
     * Starts a flow with given particles.
     *
     * @param flow the model
     * @param initial its initial law
     * @param particles the start, drawn from it
     * @param time the initial time
     */
    Evolution begin(JensenShannonFlow flow, Initial initial, ParticleMeasure particles, double time);

    /** {@link QuantileFlow}: on a line, implicit steps of at most {@code maxStep}. */
    static FlowMethod quantiles(double maxStep) {
        return (flow, initial, particles, time) ->
                new QuantileFlow(only(flow), flow.target(), particles, maxStep, time);
    }

    /**
     * {@link BlobVelocity}: Gaussian blobs of width ε, in one to three dimensions.
     *
     * @param bandwidth ε for the number of particles
     * @param scheme how particles are advanced; steps are at most {@code method.realStability()} ε²/0.6141, for the classical
     *     method 4.5 ε², for Euler's 3.2 ε²
     */
    static FlowMethod blobs(Bandwidth bandwidth, ParticleScheme scheme) {
        return (flow, initial, particles, time) -> moving(
                flow,
                particles,
                () -> new BlobVelocity(flow.domain(), flow.target(), bandwidth.width(particles.size())),
                scheme,
                time);
    }

    /**
     * {@link DiscriminatorVelocity}: a logistic regression of samples of the data law against the particles.
     *
     * @param samples how many, at least 1
     * @param seed of the samples
     * @param features of the logit
     * @param ridge regularisation, positive
     * @param scheme how particles are advanced
     */
    static FlowMethod discriminator(int samples, long seed, Features features, double ridge, ParticleScheme scheme) {
        return (flow, initial, particles, time) -> discriminator(
                        Starts.random(flow.target(), samples, seed), features, ridge, scheme)
                .begin(flow, initial, particles, time);
    }

    /**
     * {@link DiscriminatorVelocity} with given samples of the data law. With {@link ParticleScheme#euler} it is the training of a GAN
     * whose inner fits are exact and whose generator can move every latent by itself.
     *
     * @param data weighted samples
     * @param features of the logit
     * @param ridge regularisation, positive
     * @param scheme how particles are advanced
     */
    static FlowMethod discriminator(ParticleMeasure data, Features features, double ridge, ParticleScheme scheme) {
        return (flow, initial, particles, time) ->
                moving(flow, particles, () -> new DiscriminatorVelocity(data, features, ridge), scheme, time);
    }

    /** {@link AdversarialTraining}: as many latents of the initial law as there are particles, and as many samples. */
    static FlowMethod training(AdversarialSettings settings) {
        return (flow, initial, particles, time) -> new AdversarialTraining(
                only(flow), flow.target(), initial.laws().get(0), particles.size(), settings, time);
    }

    private static Species only(JensenShannonFlow flow) {
        return flow.species().get(0);
    }

    private static Evolution moving(
            JensenShannonFlow flow,
            ParticleMeasure particles,
            Supplier<SelfVelocity> velocity,
            ParticleScheme scheme,
            double time) {
        double stable = scheme.method().realStability() / velocity.get().stiffness();
        return new ParticleTransport(
                new SelfTransport(flow.name(), only(flow), velocity),
                List.of(particles),
                new double[0],
                scheme.withMaxStep(Math.min(scheme.maxStep(), stable)),
                time);
    }
}
