package org.dualflow.measure;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;

/**
 * The uniform law on a box; its boundaries play no role.
 *
 * @param box where the mass is
 */
public record UniformBox(Domain box) implements SmoothLaw {

    private ProductLaw product() {
        return new ProductLaw(box.sides().stream()
                .map(side -> (LineLaw) new UniformLaw(side.lower(), side.upper()))
                .toList());
    }

    @Override
    public int dimension() {
        return box.dimension();
    }

    @Override
    public void fillDensity(double[][] x, int n, double[] out) {
        double volume = 1;
        for (Domain.Side side : box.sides()) {
            volume *= side.length();
        }
        Arrays.fill(out, 0, n, 1 / volume);
        for (int d = 0; d < dimension(); d++) {
            Domain.Side side = box.side(d);
            for (int i = 0; i < n; i++) {
                if (!(x[d][i] >= side.lower() && x[d][i] <= side.upper())) {
                    out[i] = 0;
                }
            }
        }
    }

    @Override
    public void fillScore(int component, double[][] x, int n, double[] out) {
        Arrays.fill(out, 0, n, 0);
    }

    @Override
    public CellMeasure onto(Mesh mesh) {
        return product().onto(mesh);
    }

    @Override
    public ParticleMeasure quantiles(int n) {
        return product().quantiles(n);
    }

    @Override
    public ParticleMeasure sample(int n, RandomGenerator random) {
        return product().sample(n, random);
    }
}
