package org.dualflow.run;

import java.util.ArrayList;
import java.util.List;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Observable;
import org.dualflow.model.Species;
import org.dualflow.model.State;
import org.dualflow.model.TransportModel;

/**
 * What is recorded of every species with clipped ends, whatever the model: its mass on the strata of its box,
 * {@code <species>OnFaces}, {@code OnEdges}, {@code OnCorners} ({@link Strata}), and its fullest small box,
 * {@code <species>Concentration} with {@code <species>ConcentrationX0 …} ({@link Concentration}).
 */
final class Blocking {

    private Blocking() {}

    static List<Observable> observables(TransportModel model) {
        List<Observable> all = new ArrayList<>();
        for (int s = 0; s < model.species().size(); s++) {
            Species species = model.species().get(s);
            if (Strata.clippedAxes(species.domain()) > 0) {
                strata(s, species, all);
                concentration(s, species, all);
            }
        }
        return all;
    }

    private static void strata(int s, Species species, List<Observable> all) {
        Domain domain = species.domain();
        Strata strata = new Strata(domain);
        for (int k = 1; k <= Strata.clippedAxes(domain); k++) {
            int codimension = k;
            all.add(new Observable(species.name() + Strata.suffix(k, domain.dimension()), state -> {
                strata.of(state.measure(s));
                return strata.share(codimension);
            }));
        }
    }

    private static void concentration(int s, Species species, List<Observable> all) {
        Concentration concentration = new Concentration(species.domain());
        String name = species.name() + "Concentration";
        all.add(new Observable(name, state -> {
            concentration.of(state.measure(s));
            return concentration.share();
        }));
        for (int d = 0; d < species.domain().dimension(); d++) {
            int coordinate = d;
            all.add(new Observable(name + "X" + d, (State state) -> {
                concentration.of(state.measure(s));
                return concentration.position(coordinate);
            }));
        }
    }
}
