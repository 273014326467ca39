package org.dualflow.run;

import java.util.ArrayList;
import java.util.List;
import org.dualflow.measure.Measure;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Model;
import org.dualflow.model.Species;
import org.dualflow.restart.Restartable;
import org.dualflow.restart.Tape;
import org.dualflow.time.Evolution;
import org.dualflow.time.StepFailure;

/**
 * The invariants of every run: mass, positivity, support inside the domain. Checked at every output; a breach is a
 * {@link StepFailure}.
 */
final class Watch implements Restartable {

    private final Model model;
    private final Evolution evolution;
    private final double roundingPerStep;
    private final double[] initialMass;
    private final double[] massError;
    private double mostNegative;
    private double farthestOutside;

    Watch(Model model, Evolution evolution, double roundingPerStep) {
        this.model = model;
        this.evolution = evolution;
        this.roundingPerStep = roundingPerStep;
        int species = model.species().size();
        initialMass = new double[species];
        massError = new double[species];
        for (int s = 0; s < species; s++) {
            initialMass[s] = evolution.state().measure(s).mass();
        }
    }

    void check() {
        for (int s = 0; s < massError.length; s++) {
            Measure measure = evolution.state().measure(s);
            double balance = measure.mass() + evolution.outflow(s) - evolution.inflow(s) - initialMass[s];
            massError[s] = Math.max(massError[s], Math.abs(balance));
            inspect(model.species().get(s).domain(), measure);
        }
        for (Invariant invariant : invariants()) {
            if (!invariant.ok()) {
                throw new StepFailure(
                        StepFailure.Cause.INVARIANT,
                        evolution.time(),
                        "all species",
                        -1,
                        invariant.name() + " is broken by " + invariant.value() + ", at most " + invariant.budget()
                                + " is allowed");
            }
        }
    }

    @Override
    public void transfer(Tape tape) {
        tape.numbers(massError);
        mostNegative = tape.number(mostNegative);
        farthestOutside = tape.number(farthestOutside);
    }

    private void inspect(Domain domain, Measure measure) {
        measure.forEachBlock((x, w, n) -> {
            for (int i = 0; i < n; i++) {
                mostNegative = Math.max(mostNegative, -w[i]);
            }
            for (int d = 0; d < domain.dimension(); d++) {
                double lower = domain.side(d).lower();
                double upper = domain.side(d).upper();
                for (int i = 0; i < n; i++) {
                    farthestOutside = Math.max(farthestOutside, Math.max(lower - x[d][i], x[d][i] - upper));
                }
            }
        });
    }

    /**
     * Mass: each step rounds the mass of a point a fixed number of times, so the total moves by at most that many
     * roundings of itself per step; summation is compensated and adds two roundings. The others are exact.
     */
    List<Invariant> invariants() {
        List<Invariant> all = new ArrayList<>();
        for (int s = 0; s < massError.length; s++) {
            Species species = model.species().get(s);
            String suffix = massError.length == 1 ? "" : ":" + species.name();
            double steps = evolution.steps() + evolution.rejections();
            double turnover = Math.abs(initialMass[s]) + evolution.outflow(s) + Math.abs(evolution.inflow(s));
            double budget = turnover * (roundingPerStep * steps + 4 * Math.ulp(1.0));
            all.add(new Invariant("mass" + suffix, massError[s], budget));
        }
        all.add(new Invariant("positivity", mostNegative, 0));
        all.add(new Invariant("support", Math.max(0, farthestOutside), 0));
        return all;
    }
}
