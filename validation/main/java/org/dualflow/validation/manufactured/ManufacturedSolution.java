package org.dualflow.validation.manufactured;

import org.hipparchus.analysis.differentiation.Gradient;

/**
 * A density ρ and a field b, written as functions of dual numbers, so that their derivatives come with them. The source
 * S = ∂t ρ + div(ρ b) that they call for is never written by hand (Salari, Knupp 2000; Roache 2002,
 * doi:10.1115/1.1436090).
 *
 * <p>Constants are made from the arguments: {@code x[0].newInstance(2)}.
 */
public interface ManufacturedSolution {

    /**
     * The density, nonnegative.
     *
     * @param t time
     * @param x coordinates, one per dimension
     */
    Gradient density(Gradient t, Gradient[] x);

    /**
     * All components of the field. It may jump where {@link ManufacturedProblem#sinks} says so; at a jump it has the value
     * of least norm that lies between the two sides.
     *
     * @param t time
     * @param x coordinates, one per dimension
     * @return one component per dimension
     */
    Gradient[] velocity(Gradient t, Gradient[] x);
}
