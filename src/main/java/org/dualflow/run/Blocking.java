package org.dualflow.run;

import java.util.ArrayList;
import java.util.List;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Model;
import org.dualflow.model.Species;
import org.dualflow.model.State;

/**
 * What is recorded at outputs of every species with clipped ends, whatever the model: its mass on the strata of its box,
 * {@code <species>OnFaces}, {@code OnEdges}, {@code OnCorners} ({@link Strata}), and its fullest small box,
 * {@code <species>Concentration} with {@code <species>ConcentrationX0 …} ({@link Concentration}).
 */
final class Blocking {

    private final List<Watched> watched = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    private record Watched(int index, int axes, Strata strata, Concentration concentration) {}

    Blocking(Model model) {
        for (int s = 0; s < model.species().size(); s++) {
            Species species = model.species().get(s);
            Domain domain = species.domain();
            int axes = Strata.clippedAxes(domain);
            if (axes > 0) {
                watched.add(new Watched(s, axes, new Strata(domain), new Concentration(domain)));
                for (int k = 1; k <= axes; k++) {
                    names.add(species.name() + Strata.suffix(k, domain.dimension()));
                }
                names.add(species.name() + "Concentration");
                for (int d = 0; d < domain.dimension(); d++) {
                    names.add(species.name() + "ConcentrationX" + d);
                }
            }
        }
    }

    /** What the series are called. */
    List<String> names() {
        return names;
    }

    /**
     * Looks at a state.
     *
     * @param state the state
     * @param out receives one number per name
     */
    void look(State state, double[] out) {
        int at = 0;
        for (Watched one : watched) {
            one.strata().of(state.measure(one.index()));
            one.concentration().of(state.measure(one.index()));
            for (int k = 1; k <= one.axes(); k++) {
                out[at++] = one.strata().share(k);
            }
            out[at++] = one.concentration().share();
            for (int d = 0; d < state.measure(one.index()).dimension(); d++) {
                out[at++] = one.concentration().position(d);
            }
        }
    }
}
