package org.dualflow.run;

import org.dualflow.model.Initial;
import org.dualflow.model.Model;
import org.dualflow.time.Evolution;

/** A way to solve a model: on a grid or with particles, with all parameters of the method. */
public interface Discretisation {

    /** The name that result files use: {@code grid} or {@code particles}. */
    String name();

    /**
     * Puts a model and its initial data on this discretisation, at time {@code start}.
     *
     * @throws IllegalArgumentException if the initial data do not fit the domain or the number of species
     */
    Evolution begin(Model model, Initial initial, double start);

    /**
     * Relative rounding error of the total mass that one step may make: the number of roundings that the mass of one
     * point suffers, times the unit roundoff; zero if a step does not touch the weights.
     */
    double massRoundingPerStep(Model model);

    /**
     * The same discretisation for several threads, at least 1; results do not depend on their number. A method that works
     * alone stays as it is.
     */
    default Discretisation withThreads(int threads) {
        Threads.require(threads);
        return this;
    }
}
