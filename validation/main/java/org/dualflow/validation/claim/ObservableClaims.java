package org.dualflow.validation.claim;

import java.util.List;
import org.dualflow.field.Interaction.Summation;
import org.dualflow.field.Kernels;
import org.dualflow.gan.ClippedWassersteinGan;
import org.dualflow.gan.Modes;
import org.dualflow.gan.TwoPointGan;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.model.Aggregation;
import org.dualflow.model.Model;
import org.dualflow.model.State;
import org.hipparchus.util.FastMath;

/** Observables of states small enough for mental arithmetic. */
final class ObservableClaims {

    private static final double ROUNDING = 1e-14;

    private ObservableClaims() {}

    static List<Claim> all() {
        return List.of(
                modes(),
                new BoundClaim(
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

    private static Claim modes() {
        return new BoundClaim(
                "mode-coverage-known-values",
                "mode coverage of a generator of one neuron: three latent points, two modes",
                "modeCoverage and modeDivergence of the clipped GAN's generated law; those of the same with all mass in one mode",
                "¾ and ¼ ln ½ + ¾ ln (3/2); ½ and ln 2; up to 1e-14",
                "The neuron (1, 1, 0) makes tanh z: -tanh 1, 0 and tanh 1 with weights ⅛, ⅛ and ¾. The point 0 is between the modes -1 and"
                        + " 1 and belongs to the first: shares ¼ and ¾ against ½ and ½ of the data. The neuron (1, 0, 1) makes tanh 1.",
                Claim.Suite.FAST,
                progress -> {
                    ClippedWassersteinGan gan = ClippedWassersteinGan.of(
                                    new ParticleMeasure(new double[][] {{-1.2, 0.9}}, new double[] {0.5, 0.5}),
                                    new ParticleMeasure(new double[][] {{-1, 0, 1}}, new double[] {0.125, 0.125, 0.75}))
                            .withModes(Modes.at(new double[] {-1}, new double[] {1}));
                    State spread = networks(1, 1, 0);
                    State collapsed = networks(1, 0, 1);
                    double divergence = 0.25 * FastMath.log(0.5) + 0.75 * FastMath.log(1.5);
                    return ClaimResult.of(
                            near("modeCoverage", gan, spread, 0.75),
                            near("modeDivergence", gan, spread, divergence),
                            near("modeCoverage", gan, collapsed, 0.5),
                            near("modeDivergence", gan, collapsed, FastMath.log(2)));
                });
    }

    /** One generator neuron and a critic that says nothing. */
    private static State networks(double outer, double inner, double bias) {
        return new State(List.of(neuron(outer, inner, bias), neuron(0, 0, 0)), new double[0]);
    }

    private static ParticleMeasure neuron(double outer, double inner, double bias) {
        return new ParticleMeasure(new double[][] {{outer}, {inner}, {bias}}, new double[] {1});
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
