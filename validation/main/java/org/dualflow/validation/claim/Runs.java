package org.dualflow.validation.claim;

import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.model.Initial;
import org.dualflow.model.Model;
import org.dualflow.model.State;
import org.dualflow.run.Discretisation;
import org.dualflow.run.Grid;
import org.dualflow.run.Particles;
import org.dualflow.time.Evolution;

/** What every claim on transport does first: solve to a time. All runs start at time 0. */
final class Runs {

    private Runs() {}

    /** The state at {@code end}. */
    static State solve(Model model, Initial initial, Discretisation how, double end) {
        Evolution evolution = how.begin(model, initial, 0);
        evolution.advanceTo(end);
        return evolution.state();
    }

    /** The masses of the first species at {@code end}. */
    static CellMeasure cells(Model model, Initial initial, Grid grid, double end) {
        return (CellMeasure) solve(model, initial, grid, end).measure(0);
    }

    /** The particles of the first species at {@code end}. */
    static ParticleMeasure particles(Model model, Initial initial, Particles particles, double end) {
        return (ParticleMeasure) solve(model, initial, particles, end).measure(0);
    }
}
