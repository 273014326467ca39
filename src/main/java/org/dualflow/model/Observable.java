package org.dualflow.model;

import java.util.function.ToDoubleFunction;

/**
 * A number that a state has: a mean, an energy, the mass of an atom.
 *
 * @param name what result files call it
 * @param value computes it; must not keep the state
 */
public record Observable(String name, ToDoubleFunction<State> value) {}
