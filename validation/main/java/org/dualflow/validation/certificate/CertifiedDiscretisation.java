package org.dualflow.validation.certificate;

import java.util.Optional;
import org.dualflow.measure.LineLaw;
import org.dualflow.model.Initial;
import org.dualflow.model.TransportModel;
import org.dualflow.run.Discretisation;
import org.dualflow.time.Evolution;
import org.jspecify.annotations.Nullable;

/**
 * A discretisation by masses on a line whose runs carry certificates; the run that {@code Simulation} makes with it can be
 * asked for its bound afterwards. One run at a time.
 */
public final class CertifiedDiscretisation implements Discretisation {

    private final Discretisation discretisation;
    private final CertifiedField field;
    private final Reconstruction reconstruction;
    private final double[] sinks;
    private @Nullable CertifiedEvolution run;

    /**
     * @param discretisation a grid
     * @param field the field of the model that will be solved
     * @param reconstruction of F_h in space
     * @param sinks places inside the domain where the field vanishes and holds atoms
     */
    public CertifiedDiscretisation(
            Discretisation discretisation, CertifiedField field, Reconstruction reconstruction, double... sinks) {
        this.discretisation = discretisation;
        this.field = field;
        this.reconstruction = reconstruction;
        this.sinks = sinks.clone();
    }

    @Override
    public String name() {
        return discretisation.name();
    }

    @Override
    public Evolution begin(TransportModel model, Initial initial, double start) {
        if (!(initial.laws().get(0) instanceof LineLaw law)) {
            throw new IllegalArgumentException(
                    "initial law of dimension " + initial.laws().get(0).dimension() + ": a law on a line is allowed");
        }
        Evolution evolution = discretisation.begin(model, initial, start);
        CertifiedEvolution certified = CertifiedEvolution.of(evolution, field, law, reconstruction, sinks);
        run = certified;
        return certified;
    }

    @Override
    public double massRoundingPerStep(TransportModel model) {
        return discretisation.massRoundingPerStep(model);
    }

    /** The run begun last. */
    public Optional<CertifiedEvolution> run() {
        return Optional.ofNullable(run);
    }
}
