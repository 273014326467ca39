package org.dualflow.validation.io;

import java.util.Optional;
import org.dualflow.fv.implicit.FlowParts;
import org.dualflow.fv.implicit.ImplicitFlow;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.model.GradientFlow;
import org.dualflow.time.Evolution;

/**
 * Initial mass of a {@link GradientFlow} that cannot reach the data law, d = 0 being where nothing moves: it is told before a
 * run, which goes on.
 */
final class Reach {

    /** What follows for the run. */
    static final String MEANING = "the flow keeps it so for ever, as where the data law"
            + " has no mass the discriminator is certain and nothing moves";

    /** Distance from the data law at rest that is not worth a word, as for mass outside of a mesh. */
    private static final double UNREACHABLE = 1e-12;

    private Reach() {}

    /**
     * In words, how much mass cannot reach the data law; nothing if all can.
     *
     * @param evolution a run at its initial state
     * @param flow its equation
     */
    static Optional<String> of(Evolution evolution, GradientFlow flow) {
        if (evolution instanceof ImplicitFlow implicit) {
            return cells(implicit.parts());
        }
        return evolution.state().measure(0) instanceof CellMeasure masses
                ? cells(FlowParts.of(flow, masses))
                : particles((ParticleMeasure) evolution.state().measure(0), flow);
    }

    private static Optional<String> cells(FlowParts parts) {
        if (!(parts.unreachable() > UNREACHABLE)) {
            return Optional.empty();
        }
        return Optional.of("a share of " + parts.stranded() + " of the mass lies where the data law has none, and "
                + parts.count() + (parts.count() == 1 ? " part" : " parts")
                + " of the data law, cut off from each other, keep their masses: "
                + parts.unreachable() + " away from the data law in L1");
    }

    private static Optional<String> particles(ParticleMeasure cloud, GradientFlow flow) {
        double[][] x = new double[cloud.dimension()][];
        for (int d = 0; d < x.length; d++) {
            x[d] = cloud.x(d);
        }
        double[] density = new double[cloud.size()];
        flow.target().fillDensity(x, density.length, density);
        double stranded = 0;
        for (int i = 0; i < density.length; i++) {
            stranded += density[i] > 0 ? 0 : cloud.weights()[i];
        }
        return stranded > UNREACHABLE
                ? Optional.of(
                        "a share of " + stranded + " of the mass lies on particles where the data law has no density")
                : Optional.empty();
    }
}
