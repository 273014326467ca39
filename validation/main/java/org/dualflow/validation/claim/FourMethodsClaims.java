package org.dualflow.validation.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dualflow.fv.implicit.ImplicitFlow;
import org.dualflow.fv.implicit.ImplicitScheme;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.QuantileFunction;
import org.dualflow.measure.Wasserstein;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.Species;
import org.dualflow.particle.ExplicitRungeKutta;
import org.dualflow.particle.ParticleScheme;
import org.dualflow.particle.adversarial.AdversarialSettings;
import org.dualflow.particle.adversarial.AdversarialTraining;
import org.dualflow.particle.adversarial.WallCosines;
import org.dualflow.particle.flow.Bandwidth;
import org.dualflow.run.FlowMethod;
import org.dualflow.run.FlowParticles;
import org.dualflow.time.Evolution;
import org.dualflow.validation.exact.ExactFlow;
import org.dualflow.validation.exact.FlowSolutions;

/** The four particle methods of the Jensen–Shannon flow on one problem, over time: a picture of the docs page jensen-shannon-particles. */
final class FourMethodsClaims {

    private static final int N = 200;
    private static final long SEED = 20260301;
    private static final List<Double> TIMES = List.of(0.0, 0.25, 0.5, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0);
    private static final ExactFlow PROBLEM = FlowSolutions.halfPeriod(1, 2);

    private FourMethodsClaims() {}

    static List<Claim> all() {
        return List.of(new BoundClaim(
                "jensen-shannon-four-methods",
                "quantiles, blobs of width 3 N^(-0.9), a logistic discriminator on 7 cosines, and Algorithm 1 with 16 fitting steps, N = "
                        + N + ", against 800 implicit cells on a half period, seed " + SEED,
                "W₁ between particles and cells at t = " + TIMES + ", times 4N over the length of the line",
                "quantiles and blobs: 1 within 0.01; the other two are shown",
                "N equal atoms are nearest if each is the median of its slab of mass 1/N: W₁ is L/(4N) (1 + O(N^(-2))) then, and more for"
                        + " any others, whatever moved them. Quantiles and blobs keep to the medians (jensen-shannon-particles-against-cells);"
                        + " the other two have samples of the data, which lie elsewhere (jensen-shannon-particles.md).",
                Claim.Suite.FULL,
                FourMethodsClaims::check));
    }

    private static ClaimResult check(ClaimProgress progress) {
        ImplicitFlow cells = new ImplicitFlow(
                PROBLEM.model(),
                Mesh.uniform(PROBLEM.model().domain(), 800),
                ImplicitScheme.extrapolated(1.0 / 400),
                PROBLEM.initial(),
                0);
        List<CellMeasure> states = new ArrayList<>();
        for (double t : TIMES) {
            cells.advanceTo(t);
            states.add(cells.measure().copy());
        }
        double scale = 4 * N / PROBLEM.model().domain().side(0).length();
        WorstOf worst = new WorstOf();
        List<Plot.Curve> curves = new ArrayList<>();
        for (Map.Entry<String, Evolution> method : methods().entrySet()) {
            progress.report((double) curves.size() / 4, method.getKey());
            List<Double> distances = new ArrayList<>();
            for (int k = 0; k < TIMES.size(); k++) {
                method.getValue().advanceTo(TIMES.get(k));
                double distance = Wasserstein.W1.between(
                        QuantileFunction.ofAtoms(method.getValue().state().measure(0)),
                        QuantileFunction.ofSlabs(states.get(k)));
                distances.add(distance);
                if (curves.size() < 2) {
                    worst.near(method.getKey(), scale * distance, 1, 0.01);
                }
            }
            curves.add(new Plot.Curve(method.getKey(), TIMES, distances));
        }
        return ClaimResult.of(List.of(), worst.bounds())
                .withPlots(new Plot(
                        "Four particle methods, 200 particles, against 800 implicit cells",
                        "time",
                        "W1 between particles and cells",
                        false,
                        curves));
    }

    private static Map<String, Evolution> methods() {
        Bandwidth rule = new Bandwidth(3, 0.9);
        Map<String, Evolution> methods = new LinkedHashMap<>();
        methods.put("quantiles", begin(FlowMethod.quantiles(1.0 / 2000)));
        methods.put(
                "blobs", begin(FlowMethod.blobs(rule, ParticleScheme.rungeKutta4(2 * rule.width(N) * rule.width(N)))));
        methods.put(
                "discriminator",
                begin(FlowMethod.discriminator(
                        N,
                        SEED,
                        new WallCosines(PROBLEM.model().domain(), 6),
                        1e-6,
                        ParticleScheme.of(ExplicitRungeKutta.HEUN, 0.1))));
        methods.put("GAN", training());
        return methods;
    }

    private static Evolution begin(FlowMethod method) {
        return FlowParticles.quantiles(N, method).begin(PROBLEM.model(), PROBLEM.initial(), 0);
    }

    /** Networks know no walls: their domain is a wider one. The step of the fit is the inverse of its curvature at the start. */
    private static Evolution training() {
        AdversarialSettings settings = new AdversarialSettings(8, 16, 20, 0.5, 16, 1, 0.1, SEED);
        double curvature = training(settings).largestCurvature();
        return training(settings.withGenerator(settings.generatorSteps(), 1 / curvature));
    }

    private static AdversarialTraining training(AdversarialSettings settings) {
        return new AdversarialTraining(
                new Species("u", Domain.line(-10, 10, Boundary.NO_FLUX)),
                PROBLEM.model().target(),
                PROBLEM.initial().laws().get(0),
                N,
                settings,
                0);
    }
}
