package org.dualflow.model;

import java.util.List;
import org.dualflow.measure.SmoothLaw;
import org.dualflow.measure.UniformBox;
import org.dualflow.mesh.Domain;
import org.hipparchus.util.FastMath;

/**
 * The porous medium equation ∂t u = Δ u^m in a box of volume V, as the flow to d = 1/V with w = r^m, κ = V^(1-m).
 *
 * @param domain the box, no flux or periodic at each end
 * @param exponent m &gt; 1
 */
public record PorousMedium(Domain domain, double exponent) implements GradientFlow {

    /** Checks the exponent. */
    public PorousMedium {
        Storage.power(exponent);
    }

    @Override
    public String name() {
        return "porous-medium";
    }

    @Override
    public List<Species> species() {
        return List.of(new Species("density", domain));
    }

    @Override
    public SmoothLaw target() {
        return new UniformBox(domain);
    }

    @Override
    public double mobility() {
        double volume = 1;
        for (Domain.Side side : domain.sides()) {
            volume *= side.length();
        }
        return FastMath.pow(volume, 1 - exponent);
    }

    @Override
    public Storage storage() {
        return Storage.power(exponent);
    }
}
