package org.dualflow.run;

import org.dualflow.gan.KernelGan;
import org.dualflow.gan.TwoPointGan;
import org.dualflow.model.Initial;
import org.dualflow.model.Model;
import org.dualflow.movement.DualScheme;
import org.dualflow.movement.DuelEvolution;
import org.dualflow.time.Evolution;

/**
 * Minimising movements of two players, as a solver of the {@link TwoPointGan}, the critic in P₂([-1, 1]) by quantile functions, and of the
 * {@link KernelGan} on a periodic line, the generated law in P₂ of the line.
 *
 * @param count number of particles of the critic, or of the generated law, at least 1, at the quantiles of its law
 * @param scheme how the players step
 * @param step τ, positive and finite
 */
public record Movements(int count, DualScheme scheme, double step) implements Discretisation {

    /** Checks the count and the step. */
    public Movements {
        if (count < 1) {
            throw new IllegalArgumentException("movement count = " + count + ": at least 1 is allowed");
        }
        if (!(step > 0) || step == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("movement step = " + step + ": a positive finite number is allowed");
        }
    }

    @Override
    public String name() {
        return "movement";
    }

    /** {@inheritDoc} The model must be a {@link TwoPointGan} or a {@link KernelGan} on a periodic line. */
    @Override
    public Evolution begin(Model model, Initial initial, double start) {
        double[] places = initial.laws().get(0).quantiles(count).x(0);
        if (model instanceof TwoPointGan gan) {
            return DuelEvolution.of(gan, scheme, step, initial.scalars().get(0), places, start);
        }
        if (model instanceof KernelGan gan) {
            double[] discriminator =
                    initial.scalars().stream().mapToDouble(Double::doubleValue).toArray();
            return DuelEvolution.of(gan, scheme, step, places, discriminator, start);
        }
        throw new IllegalArgumentException("model = " + model.name() + ": two-point-gan, kernel-gan are allowed");
    }

    /** Zero: weights never change. */
    @Override
    public double massRoundingPerStep(Model model) {
        return 0;
    }
}
