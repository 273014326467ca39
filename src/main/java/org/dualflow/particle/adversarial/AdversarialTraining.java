package org.dualflow.particle.adversarial;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.dualflow.measure.Law;
import org.dualflow.measure.Measure;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.model.Species;
import org.dualflow.model.State;
import org.dualflow.restart.Tape;
import org.dualflow.time.Evolution;
import org.dualflow.time.StepFailure;

/**
 * The GAN that follows the Jensen–Shannon flow, Algorithm 1 of Huang and Zhang, with two-layer networks: generator G_θ(z) = z +
 * A tanh(Bz + c) + b and discriminator D = σ(logit). One step of time ε:
 *
 * <ol>
 *   <li>ascend the discriminator on mean log D(x) + mean log(1 - D(G(z)));
 *   <li>move the targets: y = G(z) + ε ∇D(G(z))/(2(1 - D(G(z))));
 *   <li>descend the generator on mean |G(z) - y|², a given number of gradient steps of size η.
 * </ol>
 *
 * <p><b>When the fit fails.</b> Near the start of a fit G is linear in θ with derivative J, and the descent multiplies the misfit of an
 * eigenvector of H = 2 JᵀJ/N with eigenvalue λ by 1 - ηλ. After k steps the generator has moved by 1 - (1-ηλ)^k of the way to the best
 * fit. With ηλ &lt; 2 for all λ this tends to 1 with k: an Euler step of the flow. With η λ_max &gt; 2 it grows like (ηλ_max -
 * 1)^k: more fitting steps drive the generator away although the flow converges. {@link #largestCurvature} is λ_max.
 *
 * <p>Both networks start with output weights zero: G(z) = z, so that the generated law starts as that of the latents, and D = ½, so
 * that nothing moves before the discriminator has learned. Latents and data are drawn once; means are over all of them. Particles are the G(z_i), i.e. the generated law. They may leave the
 * domain, which is that of the flow: then, or when they are not finite, a step fails.
 *
 * <p>Source: Y.-J. Huang, Y. Zhang, JMLR 24 (217), 2023, arXiv 2205.02910. Not thread-safe.
 */
public final class AdversarialTraining implements Evolution {

    private final Species species;
    private final AdversarialSettings settings;
    private final int dimension;
    private final int n;
    private final TwoLayerNetwork generator;
    private final TwoLayerNetwork discriminator;
    private final double[][] latents;
    private final double[][] data;
    private final double[][] targets;
    private final ParticleMeasure particles;
    private final State state;
    private double time;
    private long steps;

    /**
     * @param species whose law is generated
     * @param data the data law, of which n samples are drawn
     * @param start the law of the latents z, the initial law
     * @param n number of latents and of data
     * @param settings networks, steps, rates, seed
     * @param time the time at which it starts
     */
    public AdversarialTraining(Species species, Law data, Law start, int n, AdversarialSettings settings, double time) {
        this.species = species;
        this.settings = settings;
        this.dimension = species.domain().dimension();
        if (data.dimension() != dimension || start.dimension() != dimension) {
            throw new IllegalArgumentException("data, start: dimensions " + data.dimension() + ", " + start.dimension()
                    + ": that of the domain, " + dimension + ", is allowed");
        }
        this.n = n;
        this.time = time;
        SplittableRandom root = new SplittableRandom(settings.seed());
        this.latents = points(start.sample(n, root.split()));
        this.data = points(data.sample(n, root.split()));
        this.generator = new TwoLayerNetwork(dimension, dimension, settings.generatorNeurons(), true, root.split());
        this.discriminator = new TwoLayerNetwork(dimension, 1, settings.discriminatorNeurons(), false, root.split());
        this.targets = new double[n][dimension];
        double[] w = new double[n];
        Arrays.fill(w, 1.0 / n);
        this.particles = new ParticleMeasure(new double[dimension][n], w);
        this.state = new State(List.<Measure>of(particles), new double[0]);
        generate();
    }

    private static double[][] points(ParticleMeasure cloud) {
        double[][] points = new double[cloud.size()][cloud.dimension()];
        for (int i = 0; i < points.length; i++) {
            for (int d = 0; d < cloud.dimension(); d++) {
                points[i][d] = cloud.x(d)[i];
            }
        }
        return points;
    }

    @Override
    public double time() {
        return time;
    }

    @Override
    public State state() {
        return state;
    }

    /**
     * {@inheritDoc} The last step may be shorter than ε.
     *
     * @throws StepFailure if a particle is not finite or has left the domain: the training has diverged
     */
    @Override
    public double step(double end) {
        double h = evenStep(end, settings.step());
        double[] before = generator.theta.clone();
        double[] critic = discriminator.theta.clone();
        for (int k = 0; k < settings.discriminatorSteps(); k++) {
            ascend();
        }
        move(h);
        for (int k = 0; k < settings.generatorSteps(); k++) {
            descend();
        }
        int bad = generate();
        if (bad >= 0) {
            String place =
                    Arrays.toString(new double[] {particles.x(0)[bad], particles.x(dimension - 1)[bad]});
            System.arraycopy(before, 0, generator.theta, 0, before.length);
            System.arraycopy(critic, 0, discriminator.theta, 0, critic.length);
            generate();
            throw new StepFailure(
                    StepFailure.Cause.LEFT_DOMAIN,
                    time,
                    species.name(),
                    bad,
                    "the fitted generator puts the particle at " + place + ", outside the domain");
        }
        time = h == remaining(end) ? end : time + h;
        steps++;
        return h;
    }

    /** {@inheritDoc} Latents and data are drawn at the beginning, and again by a new beginning with the same seed. */
    @Override
    public void transfer(Tape tape) {
        tape.part("adversarial training");
        time = tape.number(time);
        steps = tape.whole(steps);
        tape.numbers(generator.theta);
        tape.numbers(discriminator.theta);
        for (double[] target : targets) {
            tape.numbers(target);
        }
        if (tape.plays()) {
            generate();
        }
    }

    /** One step up the gradient of mean log D(x) + mean log(1 - D(G(z))), D = σ(a). */
    private void ascend() {
        double[] gradient = new double[discriminator.parameters()];
        double[] logit = new double[1];
        double[] weight = new double[1];
        double[] x = new double[dimension];
        for (int i = 0; i < n; i++) {
            discriminator.value(data[i], logit);
            weight[0] = (1 - LogisticFit.sigma(logit[0])) / n;
            discriminator.addParameterGradient(data[i], weight, gradient);
            particle(i, x);
            discriminator.value(x, logit);
            weight[0] = -LogisticFit.sigma(logit[0]) / n;
            discriminator.addParameterGradient(x, weight, gradient);
        }
        add(settings.discriminatorRate(), gradient, discriminator.theta);
    }

    /** y = G(z) + ½ h D ∇a. */
    private void move(double h) {
        double[] logit = new double[1];
        double[] slope = new double[dimension];
        double[] x = new double[dimension];
        for (int i = 0; i < n; i++) {
            particle(i, x);
            discriminator.value(x, logit);
            discriminator.inputGradient(slope);
            for (int d = 0; d < dimension; d++) {
                targets[i][d] = x[d] + 0.5 * h * LogisticFit.sigma(logit[0]) * slope[d];
            }
        }
    }

    /** One step down the gradient of mean |G(z) - y|². */
    private void descend() {
        double[] gradient = new double[generator.parameters()];
        double[] value = new double[dimension];
        for (int i = 0; i < n; i++) {
            generator.value(latents[i], value);
            for (int d = 0; d < dimension; d++) {
                value[d] = 2 * (value[d] - targets[i][d]) / n;
            }
            generator.addParameterGradient(latents[i], value, gradient);
        }
        add(-settings.generatorRate(), gradient, generator.theta);
    }

    private static void add(double factor, double[] gradient, double[] theta) {
        for (int k = 0; k < theta.length; k++) {
            theta[k] += factor * gradient[k];
        }
    }

    private void particle(int i, double[] x) {
        for (int d = 0; d < dimension; d++) {
            x[d] = particles.x(d)[i];
        }
    }

    /** Evaluates G at all latents; returns the first particle outside the domain, -1 if there is none. */
    private int generate() {
        double[] value = new double[dimension];
        int bad = -1;
        for (int i = n - 1; i >= 0; i--) {
            generator.value(latents[i], value);
            for (int d = 0; d < dimension; d++) {
                particles.x(d)[i] = value[d];
                boolean inside = value[d] >= species.domain().side(d).lower()
                        && value[d] <= species.domain().side(d).upper();
                bad = inside ? bad : i;
            }
        }
        return bad;
    }

    /** λ_max of 2 JᵀJ/N, the curvature of mean |G(z) - y|² in the generator's parameters at a perfect fit. */
    public double largestCurvature() {
        return new FitSpectrum(generator, latents, targets).largest();
    }

    /** Mean |G(z) - y|² now, y the targets of the last move: what its fit has left. */
    public double misfit() {
        return new FitSpectrum(generator, latents, targets).left(0, 0);
    }

    /**
     * What k gradient steps of size η would leave of the distance to the targets of another training of the same latents, if G were
     * linear in θ: its part along an eigenvector of eigenvalue λ of 2 JᵀJ/N is multiplied by (1 - ηλ)^(2k), the rest stays.
     *
     * @param other a training of as many latents
     * @param k at least 0
     * @return mean |G(z) - y|²
     */
    public double misfitAfter(AdversarialTraining other, int k) {
        return new FitSpectrum(generator, latents, other.targets).left(settings.generatorRate(), k);
    }

    @Override
    public long steps() {
        return steps;
    }
}
