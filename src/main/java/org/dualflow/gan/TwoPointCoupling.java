package org.dualflow.gan;

import org.dualflow.field.VelocityField;
import org.dualflow.model.Coupling;
import org.dualflow.model.State;

/** One mean, one normal density and one distribution function per evaluation of the right-hand side. */
final class TwoPointCoupling implements Coupling {

    private final TwoPointGan gan;
    private final Mean mean = new Mean();
    private final UniformVelocity velocity = new UniformVelocity(1);
    private double rate;

    TwoPointCoupling(TwoPointGan gan) {
        this.gan = gan;
    }

    @Override
    public void freeze(double t, State state) {
        double g = state.scalar(0);
        velocity.set(0, gan.weightSpeed(g));
        rate = TwoPointGan.density(g) * mean.take(state.measure(0));
    }

    @Override
    public VelocityField field(int s) {
        return velocity;
    }

    @Override
    public void rates(double[] out) {
        out[0] = rate;
    }
}
