package org.dualflow.validation.claim;

import java.util.Arrays;
import java.util.List;
import org.dualflow.gan.JensenShannonFlow;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.measure.UniformBox;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Initial;
import org.dualflow.particle.ParticleScheme;
import org.dualflow.particle.flow.Bandwidth;
import org.dualflow.particle.flow.BlobVelocity;
import org.dualflow.run.FlowMethod;
import org.dualflow.time.Evolution;
import org.dualflow.validation.exact.DiagonalFlow;
import org.dualflow.validation.exact.FlowSolutions;
import org.dualflow.validation.study.OrderExpectation;
import org.hipparchus.util.FastMath;

/** Blobs in the plane and in space. Derivations: docs page jensen-shannon-particles. */
final class BlobClaims {

    private BlobClaims() {}

    static List<Claim> all() {
        return List.of(modes(), order(), positions());
    }

    private static Claim modes() {
        return new BoundClaim(
                "jensen-shannon-blobs-modes",
                "decay of a small wave along the diagonal of a torus, a lattice of blobs in 2D and 3D, target uniform",
                "-log(a(½)/a(0))/½ of the amplitude of cos(x₁ + … + x_n), a(0) = 10⁻³, over the rate of that mode for blobs of the same"
                        + " width",
                "1 within 1e-4",
                "Linearised at rest the second derivative of the energy multiplies mode k by |k|² (log 2 φ̂ + (¼ - log 2) φ̂²),"
                        + " φ̂ = exp(-ε²|k|²/2) (jensen-shannon-particles.md). Terms of third order change the rate by O(a²) = 1e-6, the"
                        + " lattice by exp(-2π²ε²/h²) < 1e-9 over a.",
                Claim.Suite.FAST,
                progress -> ClaimResult.of(List.of(), List.of(mode(2, 16, 0.45), mode(3, 10, 0.66))));
    }

    private static Bound mode(int dimension, int perAxis, double width) {
        Domain torus = Domain.cube(dimension, -FastMath.PI, FastMath.PI, Boundary.PERIODIC);
        UniformBox uniform = new UniformBox(torus);
        ParticleMeasure lattice = uniform.quantiles((int) FastMath.round(FastMath.pow(perAxis, dimension)));
        double[] w = lattice.weights().clone();
        for (int i = 0; i < w.length; i++) {
            w[i] *= 1 + 1e-3 * wave(lattice, i);
        }
        double[][] x = new double[dimension][];
        Arrays.setAll(x, lattice::x);
        ParticleMeasure start = new ParticleMeasure(x, w);
        double before = amplitude(start);
        Evolution run = FlowMethod.blobs(Bandwidth.fixed(width), ParticleScheme.rungeKutta4(0.1))
                .begin(new JensenShannonFlow(torus, uniform), Initial.of(uniform), start, 0);
        run.advanceTo(0.5);
        double rate = -FastMath.log(amplitude((ParticleMeasure) run.state().measure(0)) / before) / 0.5;
        double blob = FastMath.exp(-0.5 * width * width * dimension);
        double expected = dimension * (FastMath.log(2) * blob + (0.25 - FastMath.log(2)) * blob * blob);
        return Bound.near(dimension + "D", rate / expected, 1, 1e-4);
    }

    private static double amplitude(ParticleMeasure cloud) {
        double sum = 0;
        for (int i = 0; i < cloud.size(); i++) {
            sum += cloud.weights()[i] * wave(cloud, i);
        }
        return sum;
    }

    private static double wave(ParticleMeasure cloud, int i) {
        double s = 0;
        for (int d = 0; d < cloud.dimension(); d++) {
            s += cloud.x(d)[i];
        }
        return FastMath.cos(s);
    }

    private static Claim order() {
        Bandwidth rule = new Bandwidth(4.5, 0.45);
        DiagonalFlow exact = new DiagonalFlow(2, 1.8);
        return new OrderClaim(
                "jensen-shannon-blobs-order-plane",
                "blobs of width 4.5 N^(-0.45) on a torus, Jensen–Shannon flow, a wave along the diagonal",
                "root mean squared error of the velocity on a lattice",
                Ladder.particles(6400, 12_100, 22_500, 40_000),
                n -> {
                    ParticleMeasure lattice = exact.lattice((int) FastMath.round(FastMath.sqrt(n)));
                    double[][] x = {lattice.x(0), lattice.x(1)};
                    double[][] v = new double[2][n];
                    JensenShannonFlow flow = exact.model();
                    new BlobVelocity(flow.domain(), flow.target(), rule.width(n)).fill(x, lattice.weights(), n, v);
                    return ErrorSample.exact(velocityError(exact, lattice, v));
                },
                OrderExpectation.exactly(
                        0.9,
                        0.05,
                        "Mollification by an even kernel errs by O(ε²) = O(N^(-0.9)); weighted sums over a lattice, ε above its spacing, are"
                                + " exact to exp(-2π²ε²/h²) (jensen-shannon-particles.md; Carrillo, Craig, Patacchini"
                                + " 2019)."));
    }

    private static Claim positions() {
        Bandwidth rule = new Bandwidth(4.5, 0.45);
        DiagonalFlow exact = new DiagonalFlow(2, 3);
        return new OrderClaim(
                "jensen-shannon-blobs-positions-plane",
                "blobs of width 4.5 N^(-0.45) on a torus, Jensen–Shannon flow to t = 1/10, a low wave along the diagonal",
                "root mean squared error of the positions, from a lattice",
                Ladder.particles(3136, 6400, 12_100, 22_500),
                n -> {
                    ParticleMeasure lattice = exact.lattice((int) FastMath.round(FastMath.sqrt(n)));
                    double[][] start = {lattice.x(0).clone(), lattice.x(1).clone()};
                    Evolution run = FlowMethod.blobs(rule, ParticleScheme.rungeKutta4(0.0125))
                            .begin(exact.model(), Initial.of(exact.start()), lattice, 0);
                    run.advanceTo(0.1);
                    return ErrorSample.exact(positionError(
                            exact, start, (ParticleMeasure) run.state().measure(0)));
                },
                OrderExpectation.exactly(
                        0.9,
                        0.05,
                        "Mollification by an even kernel errs by O(ε²) = O(N^(-0.9)). A mode's rate is |k|² (¼ + 0.193 q - 0.540 q² + …),"
                                + " q = ε²|k|²/2, so that of the lowest one, |k|² = 2, the order is 0.9 (1 - 2.8 q): 0.87 between the"
                                + " first two levels, 0.89 between the last two (jensen-shannon-particles.md)."));
    }

    private static double positionError(DiagonalFlow exact, double[][] start, ParticleMeasure end) {
        double sum = 0;
        for (int i = 0; i < end.size(); i++) {
            double s = FastMath.IEEEremainder(start[0][i] + start[1][i], 2 * FastMath.PI);
            double move = (exact.position(0.1, s) - s) / 2;
            for (int d = 0; d < 2; d++) {
                double off = FastMath.IEEEremainder(end.x(d)[i] - start[d][i] - move, 2 * FastMath.PI);
                sum += end.weights()[i] * off * off;
            }
        }
        return FastMath.sqrt(sum);
    }

    /** Both components of the exact velocity are that of the circle at s = x + y. */
    private static double velocityError(DiagonalFlow exact, ParticleMeasure lattice, double[][] v) {
        int n = lattice.size();
        double[] s = new double[n];
        Arrays.setAll(s, i -> lattice.x(0)[i] + lattice.x(1)[i]);
        double[] expected = new double[n];
        FlowSolutions.circle(1, exact.theta()).fillVelocity(0, s, n, expected);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double first = v[0][i] - expected[i];
            double second = v[1][i] - expected[i];
            sum += lattice.weights()[i] * (first * first + second * second);
        }
        return FastMath.sqrt(sum);
    }
}
