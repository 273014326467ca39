package org.dualflow.run;

import org.dualflow.model.GradientFlow;
import org.dualflow.model.Model;
import org.dualflow.model.TransportModel;

/** Which kind of equations a model is, for discretisations that solve one kind. */
final class Kinds {

    private Kinds() {}

    static TransportModel transport(Model model) {
        if (model instanceof TransportModel transport) {
            return transport;
        }
        throw new IllegalArgumentException("model = " + model.name() + ": a TransportModel is allowed");
    }

    static GradientFlow flow(Model model) {
        if (model instanceof GradientFlow flow) {
            return flow;
        }
        throw new IllegalArgumentException("model = " + model.name() + ": a GradientFlow is allowed");
    }
}
