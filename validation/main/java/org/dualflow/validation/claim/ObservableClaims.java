package org.dualflow.validation.claim;

import java.util.List;
import org.dualflow.field.Interaction.Summation;
import org.dualflow.field.Kernels;
import org.dualflow.gan.TwoPointGan;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Aggregation;
import org.dualflow.model.Model;
import org.dualflow.model.State;

/** Observables of states small enough for mental arithmetic. */
final class ObservableClaims {

    private static final double ROUNDING = 1e-14;

    private ObservableClaims() {}

    static List<Claim> all() {
        return List.of(new BoundClaim(
                "observables-known-values",
                "observables of three and of seven atoms",
                "mean and energy of the two-point GAN; centre, variance, energy and radius of an aggregation with W = |x|",
                "the exact values up to 1e-14",
                "Weights k/28 at k/8 - 1/2, k = 1 … 7: the mean is 140/224 - 1/2 = 1/8, so at g = 0 the energy is 1/128. Masses"
                        + " ½, ¼, ¼ at 0, 1, 2: centre ¾, variance 5/4 - 9/16 = 11/16, radius 5/4, and ½ ΣΣ w w |x - y| ="
                        + " 1/8 + 2/8 + 1/16 = 7/16, by moments and over all pairs.",
                Claim.Suite.FAST,
                progress -> ClaimResult.of(List.of(), bounds())));
    }

    private static List<Bound> bounds() {
        double[] x = new double[7];
        double[] w = new double[7];
        for (int k = 1; k <= 7; k++) {
            x[k - 1] = k / 8.0 - 0.5;
            w[k - 1] = k / 28.0;
        }
        State critic = state(x, w, 0);
        State density = state(new double[] {0, 1, 2}, new double[] {0.5, 0.25, 0.25});
        Model gan = TwoPointGan.criticSpeed(2);
        Domain line = Domain.line(-3, 3, Boundary.NO_FLUX);
        Model moments = new Aggregation(line, Kernels.distance(1));
        Model pairs = new Aggregation(line, Kernels.distance(1), Summation.DIRECT);
        return List.of(
                near("criticMean", gan, critic, 0.125),
                near("energy", gan, critic, 1.0 / 128),
                near("centreOfMass", moments, density, 0.75),
                near("variance", moments, density, 11.0 / 16),
                near("supportRadius", moments, density, 1.25),
                near("energy", moments, density, 7.0 / 16),
                near("energy", pairs, density, 7.0 / 16));
    }

    private static State state(double[] x, double[] w, double... scalars) {
        return new State(List.of(new ParticleMeasure(new double[][] {x}, w)), scalars);
    }

    private static Bound near(String name, Model model, State state, double expected) {
        double value = model.observables().stream()
                .filter(observable -> observable.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value()
                .applyAsDouble(state);
        return Bound.near(model.name() + ", " + name, value, expected, ROUNDING);
    }
}
