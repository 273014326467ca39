package org.dualflow.particle.flow;

import org.dualflow.measure.DensityLaw;
import org.dualflow.measure.LineLaw;
import org.dualflow.measure.NormalMixture;
import org.dualflow.measure.SmoothLaw;
import org.dualflow.measure.UniformBox;
import org.dualflow.measure.UniformLaw;
import org.dualflow.mesh.Domain;

/** The distribution function that belongs to a density on a line. */
final class LineMasses {

    private LineMasses() {}

    /** In closed form where it is known, otherwise by adaptive quadrature over the interval. */
    static LineLaw of(SmoothLaw law, Domain.Side side) {
        if (law instanceof LineLaw line) {
            return line;
        }
        if (law instanceof NormalMixture mixture) {
            return mixture.line();
        }
        if (law instanceof UniformBox box) {
            return new UniformLaw(box.box().side(0).lower(), box.box().side(0).upper());
        }
        double[][] x = new double[1][1];
        double[] density = new double[1];
        return new DensityLaw(
                at -> {
                    x[0][0] = at;
                    law.fillDensity(x, 1, density);
                    return density[0];
                },
                side.lower(),
                side.upper());
    }
}
