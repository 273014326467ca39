package org.dualflow.gan;

import org.dualflow.field.VelocityField;
import org.dualflow.model.State;
import org.dualflow.parallel.Team;

/**
 * The players' fields of a {@link ClippedWassersteinGan}, one at a time and for batches that change: what a training
 * algorithm needs. The integrals over the latent and the data law are replaced by weighted sums over a batch of each; the
 * networks are those of the model, by the same code.
 *
 * <p>Both fields are linear in the weights of the batches: the generated point of a latent depends on that latent alone.
 * Hence batches of independent draws with equal weights give fields whose expectation is that of the whole laws.
 *
 * <p>Holds work arrays; not thread-safe, one per solver.
 */
public final class GanGradients {

    private final GanCoupling coupling;

    /**
     * For batches of fixed sizes; both must be given before the first use.
     *
     * @param gan the model
     * @param latents size of a batch of latents, at least 1
     * @param points size of a batch of data, at least 1
     */
    public GanGradients(ClippedWassersteinGan gan, int latents, int points) {
        if (latents < 1 || points < 1) {
            throw new IllegalArgumentException(
                    "batches = " + latents + ", " + points + ": at least 1 of each is allowed");
        }
        coupling = new GanCoupling(gan, latents, points);
    }

    /** With threads for the reductions. */
    public void workWith(Team team) {
        coupling.workWith(team);
    }

    /** Copies a batch of latents {@code [l][size]} and its weights {@code [size]}. */
    public void takeLatents(double[][] z, double[] weights) {
        coupling.takeLatents(z, weights);
    }

    /** Copies a batch of data {@code [d][size]} and its weights {@code [size]}. */
    public void takeData(double[][] x, double[] weights) {
        coupling.takeData(x, weights);
    }

    /** Freezes the generator's field, minus the gradient of its first variation, in the given state. */
    public void freezeGenerator(State state) {
        coupling.freezeGeneratorAlone(state);
    }

    /** Freezes the critic's field, γ times the gradient of its first variation, in the given state; not projected. */
    public void freezeCritic(State state) {
        coupling.freezeCriticAlone(state);
    }

    /** The generator's field as last frozen; the same object always. */
    public VelocityField generator() {
        return coupling.field(0);
    }

    /** The critic's field as last frozen; the same object always. */
    public VelocityField critic() {
        return coupling.field(1);
    }
}
