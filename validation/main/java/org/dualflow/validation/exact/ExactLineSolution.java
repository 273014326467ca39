package org.dualflow.validation.exact;

import org.dualflow.measure.LineLaw;
import org.dualflow.measure.ParticleMeasure;

/** An exact solution on a line or a circle. */
public interface ExactLineSolution extends ExactSolution {

    @Override
    LineLaw at(double t);

    @Override
    default ParticleMeasure nodes(double t, int panels) {
        return LineQuadrature.of(at(t), panels);
    }
}
