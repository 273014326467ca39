package org.dualflow.validation.certificate;

import java.util.List;
import java.util.Optional;
import org.dualflow.gan.ClippedTransport;
import org.dualflow.gan.TwoPointGan;
import org.dualflow.model.Coupling;
import org.dualflow.model.PrescribedTransport;
import org.dualflow.model.State;
import org.dualflow.model.TransportModel;

/**
 * The velocity b against which a defect is measured, and the rate at which an error of size D = W₁ + weight·(error of
 * the scalars) can grow in it: D' ≤ growth · D + defect.
 */
public interface CertifiedField {

    /**
     * Evaluates b for a frame of the reconstruction, before any projection at walls.
     *
     * @param out receives b, {@code out[≥ frame.n()]}
     */
    void velocities(Frame frame, double[] out);

    /**
     * The growth rate at the time of the frame: the one-sided Lipschitz constant of b in x, plus the Lipschitz constant of the
     * coupling μ → b[μ]. Infinite if none is known; the bound is then infinite.
     */
    double growth(Frame frame);

    /** Whether b depends on nothing but time and place. */
    boolean isPrescribed();

    /**
     * ∫ of weight·|residual of the scalars| over a step in which scalars and F_h are linear in time; zero without scalars.
     *
     * @param start frame at the start of the step
     * @param middle frame in its middle
     * @param end frame at its end
     */
    default double scalarDefect(Frame start, Frame middle, Frame end) {
        return 0;
    }

    /** The field of a model for which this package knows a growth rate; empty for others. */
    static Optional<CertifiedField> of(TransportModel model) {
        if (model instanceof TwoPointGan gan) {
            return Optional.of(new TwoPointField(gan));
        }
        boolean line =
                model.species().size() == 1 && model.species().get(0).domain().dimension() == 1;
        boolean known = model instanceof PrescribedTransport || model instanceof ClippedTransport;
        return line && known ? Optional.of(prescribed(model)) : Optional.empty();
    }

    /**
     * The field of a model whose coupling makes it of the solution: frozen with the reconstruction, read as an atom in the middle of
     * every interval of its samples. Like all integrals here, those of the coupling are by quadrature, of order 2.
     *
     * @param growth an upper bound of the one-sided Lipschitz constant of b in x plus the Lipschitz constant, in W₁, of the coupling
     *     μ → b[μ], for the solutions in question
     * @throws IllegalArgumentException if the model has scalar unknowns or more than one species or dimension
     */
    static CertifiedField coupled(TransportModel model, double growth) {
        requireLine(model);
        return new CoupledField(model, growth);
    }

    /**
     * The field of a model whose velocity depends on nothing but time and place, such as {@code PrescribedTransport} and
     * {@code ClippedTransport}; its coupling is frozen with an empty state.
     *
     * @throws IllegalArgumentException if the model has scalar unknowns or more than one species or dimension
     */
    static CertifiedField prescribed(TransportModel model) {
        requireLine(model);
        Coupling coupling = model.couple();
        State empty = new State(List.of(), new double[0]);
        return new CertifiedField() {
            @Override
            public void velocities(Frame frame, double[] out) {
                coupling.freeze(frame.time(), empty);
                coupling.field(0).fill(0, new double[][] {frame.x()}, frame.n(), out);
            }

            @Override
            public double growth(Frame frame) {
                coupling.freeze(frame.time(), empty);
                return coupling.field(0).oneSidedLipschitz();
            }

            @Override
            public boolean isPrescribed() {
                return true;
            }
        };
    }

    /** Rejects models with scalar unknowns or more than one species or dimension. */
    private static void requireLine(TransportModel model) {
        if (model.species().size() != 1
                || !model.scalars().isEmpty()
                || model.species().get(0).domain().dimension() != 1) {
            throw new IllegalArgumentException(
                    "model = " + model.name() + ": one species on a line and no scalar unknowns are allowed");
        }
    }
}
