package org.dualflow.validation.defect;

import java.util.List;

/** Mistakes in the particle methods for the Jensen–Shannon flow. */
final class FlowParticleDefects {

    private FlowParticleDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.of(
                        "quantile-wall-mass",
                        "the intervals at walls count as whole ones",
                        "particle/flow/QuantileLine",
                        "0.5 * weight : weight",
                        "weight : weight",
                        "jensen-shannon-quantiles-second-order",
                        "jensen-shannon-quantiles-at-rest"),
                Defect.of(
                        "quantile-force-doubled",
                        "the factor ½ of the divergence's derivative is missing",
                        "particle/flow/QuantileLine",
                        "slope[k] = 0.5 * (LOG2",
                        "slope[k] = (LOG2",
                        "jensen-shannon-quantiles-second-order",
                        "jensen-shannon-quantiles-vanishing-gradient",
                        "jensen-shannon-particles-against-cells",
                        "jensen-shannon-four-methods"),
                Defect.of(
                        "quantile-step-halved",
                        "the inertia of a step is that of half of it",
                        "particle/flow/QuantileFlow",
                        "newton.solve(sorted, h, next)",
                        "newton.solve(sorted, 0.5 * h * (1 + Math.sqrt(h)), next)",
                        "jensen-shannon-quantiles-second-order",
                        "jensen-shannon-quantiles-first-order-in-time"),
                Defect.of(
                        "blob-image-place",
                        "mirror images at upper walls are out of place",
                        "particle/flow/Images",
                        "2 * side.upper() - at",
                        "1.9 * side.upper() - at",
                        "jensen-shannon-blobs-order"),
                Defect.of(
                        "blob-second-sum",
                        "the second sum of the blob method has the opposite sign",
                        "particle/flow/BlobVelocity",
                        "Math.fma(factor, moment[c][i], out[c][i])",
                        "Math.fma(-factor, moment[c][i], out[c][i])",
                        "jensen-shannon-blobs-order",
                        "jensen-shannon-blobs-modes",
                        "jensen-shannon-blobs-order-plane",
                        "jensen-shannon-blobs-positions-plane"),
                Defect.of(
                        "chebyshev-first-coefficient",
                        "the constant Chebyshev coefficient is doubled",
                        "field/ChebyshevGaussian",
                        "(k == 0 ? 1.0 : 2.0) / p",
                        "2.0 / p",
                        "gaussian-sum-fast-within-bound"),
                Defect.of(
                        "fast-sum-reach",
                        "boxes at the end of the reach are left out",
                        "field/FastGaussianSum",
                        "Math.min(count - 1, box + kernel.reach)",
                        "Math.min(count - 1, box + kernel.reach / 2)",
                        "gaussian-sum-fast-within-bound"),
                Defect.of(
                        "discriminator-share",
                        "the velocity of a fitted discriminator lacks the factor D",
                        "particle/adversarial/DiscriminatorVelocity",
                        "0.5 * LogisticFit.sigma(logit[i]) * slope[i]",
                        "0.5 * slope[i]",
                        "discriminator-velocity-half-order",
                        "discriminator-velocity-constant",
                        "discriminator-particles-half-order",
                        "discriminator-particles-at-rest",
                        "discriminator-particles-at-rest-plane",
                        "discriminator-particles-at-rest-over-time",
                        "gan-exact-fits-first-order-in-time"),
                Defect.of(
                        "cosine-slopes",
                        "the slopes of all cosines have the factor of the first",
                        "particle/adversarial/WallCosines",
                        "table[k][i] *= k * rate;",
                        "table[k][i] *= rate;",
                        "discriminator-particles-at-rest-over-time",
                        "gan-exact-fits-first-order-in-time"),
                Defect.of(
                        "adversarial-sign",
                        "the discriminator takes generated points for data",
                        "particle/adversarial/AdversarialTraining",
                        "weight[0] = -LogisticFit.sigma(logit[0]) / n;",
                        "weight[0] = LogisticFit.sigma(logit[0]) / n;",
                        "gan-diverges-where-its-flow-converges",
                        "gan-diverges-for-most-seeds",
                        "gan-sampling-half-order",
                        "gan-sampling-half-order-plane"),
                Defect.of(
                        "adversarial-fit-half",
                        "fitting steps of the generator go half as far as their size says",
                        "particle/adversarial/AdversarialTraining",
                        "value[d] = 2 * (value[d] - targets[i][d]) / n;",
                        "value[d] = (value[d] - targets[i][d]) / n;",
                        "gan-inner-fits-follow-their-spectrum",
                        "gan-inner-fits-follow-their-spectrum-plane"),
                Defect.of(
                        "fit-spectrum-power",
                        "what k fitting steps leave is taken for its root",
                        "particle/adversarial/FitSpectrum",
                        "FastMath.pow(1 - eta * lambda, 2 * k)",
                        "FastMath.pow(1 - eta * lambda, k)",
                        "gan-inner-fits-follow-their-spectrum",
                        "gan-inner-fits-follow-their-spectrum-plane"),
                Defect.of(
                        "adversarial-move",
                        "targets move by half a unit of time whatever the step is",
                        "particle/adversarial/AdversarialTraining",
                        "x[d] + 0.5 * h * LogisticFit",
                        "x[d] + 0.25 * LogisticFit",
                        "gan-first-order-in-its-step",
                        "gan-first-order-in-its-step-plane"),
                Defect.of(
                        "adversarial-one-fit",
                        "the generator makes one fitting step whatever the settings say",
                        "particle/adversarial/AdversarialTraining",
                        "k < settings.generatorSteps()",
                        "k < 1",
                        "gan-diverges-where-its-flow-converges",
                        "gan-diverges-for-most-seeds"),
                Defect.of(
                        "fit-spectrum-half",
                        "the largest eigenvalue of a fit is that of half its matrix",
                        "particle/adversarial/FitSpectrum",
                        "return eigen.getEigenvalue(0);",
                        "return 0.5 * eigen.getEigenvalue(0);",
                        "gan-diverges-where-its-flow-converges"),
                Defect.of(
                        "tanh-without-slope",
                        "a network's gradient lacks the derivative of tanh",
                        "particle/adversarial/TwoLayerNetwork",
                        "            back *= 1 - activation[h] * activation[h];\n            gradient",
                        "            gradient",
                        "gan-diverges-where-its-flow-converges"),
                Defect.of(
                        "quantiles-twice-as-heavy",
                        "steps of the quantile scheme are half as long as they should be",
                        "particle/flow/QuantileStep",
                        "gradient[i] = line.weight * (x[i] - y[i]) / tau + force;",
                        "gradient[i] = 2 * line.weight * (x[i] - y[i]) / tau + force;",
                        "gan-diverges-where-its-flow-converges"),
                Defect.of(
                        "always-256-samples",
                        "the discriminator sees 256 samples of the data, whatever was asked for",
                        "run/FlowMethod",
                        "Starts.random(flow.target(), samples, seed)",
                        "Starts.random(flow.target(), 256, seed)",
                        "discriminator-particles-at-rest",
                        "discriminator-particles-at-rest-plane",
                        "discriminator-particles-half-order"));
    }
}
