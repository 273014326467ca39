package org.dualflow.validation.defect;

import java.util.List;

/** Mistakes in the kernel GAN, in the sums of waves, and in what is read off its runs. */
final class KernelGanDefects {

    private KernelGanDefects() {}

    static List<Defect> all() {
        return List.of(
                Defect.of(
                        "discriminator-without-rate",
                        "the discriminator learns at rate 1 whatever was asked for",
                        "gan/KernelGanCoupling",
                        "-gan.discriminatorRate() * waves.weight(k % waves.size())",
                        "-waves.weight(k % waves.size())",
                        "kernel-gan-damping-particles",
                        "kernel-gan-damping-grid",
                        "kernel-gan-best-penalty",
                        "kernel-gan-one-rate"),
                Defect.of(
                        "shared-mobility-nine-tenths",
                        "what all generated points share moves them at nine tenths of its speed",
                        "gan/KernelGanCoupling",
                        "drift[d] = gan.mobility().shared()",
                        "drift[d] = 0.9 * gan.mobility().shared()",
                        "kernel-gan-damping-particles",
                        "kernel-gan-damping-shared",
                        "kernel-gan-centre-edge"),
                Defect.of(
                        "steps-without-rate",
                        "the oscillation that bounds the steps forgets the discriminator's rate",
                        "gan/KernelGan",
                        "return Math.sqrt(discriminatorRate * curvature * mobility.mean());",
                        "return Math.sqrt(curvature * mobility.mean());",
                        "kernel-gan-one-rate"),
                Defect.of(
                        "own-mobility-of-the-mean",
                        "generated points climb their own slope with the mobility of the mean",
                        "gan/KernelGanCoupling",
                        "double own = gan.mobility().own();",
                        "double own = gan.mobility().mean();",
                        "kernel-gan-damping-grid",
                        "kernel-gan-collapse-exponent",
                        "kernel-gan-collapse-boundary"),
                Defect.of(
                        "penalty-of-the-other-law",
                        "R2 is taken for R1 and R1 for R2, at the generated points only",
                        "gan/KernelGanCoupling",
                        "double share = -gan.penalty() * (1 - gan.regulariser().data());",
                        "double share = -gan.penalty() * gan.regulariser().data();",
                        "kernel-gan-damping-shared"),
                Defect.of(
                        "waves-at-corners",
                        "transforms take the points of cells for their lower corners",
                        "field/LatticePhases",
                        "double shift = faceAxis == d ? 0 : 0.5 / mesh.axis(d).cells();",
                        "double shift = 0;",
                        "kernel-gan-agreement-line",
                        "kernel-gan-agreement-plane"),
                Defect.of(
                        "face-slope-of-the-point",
                        "the slope at a face is that at the point of the cell above",
                        "field/LatticeWaves",
                        "im[i] = z[2 * i + 1];",
                        "im[i] = z[2 * i];",
                        "kernel-gan-agreement-line"),
                Defect.of(
                        "negative-wave-numbers",
                        "sums over points take waves that run against the first axis for those along it",
                        "field/WaveMoments",
                        "double sign = b < 0 ? -1 : 1;",
                        "double sign = 1;",
                        "kernel-gan-agreement-plane"),
                Defect.of(
                        "half-of-the-spectrum",
                        "a pair of opposite waves has the weight of one",
                        "field/Waves",
                        "weights[at++] = 2 * kernel.spectrum(dimension, square) / volume;",
                        "weights[at++] = kernel.spectrum(dimension, square) / volume;",
                        "kernel-gan-kernels"),
                Defect.of(
                        "damping-of-two-steps",
                        "a damping is read as if values were two steps apart",
                        "run/DampedOscillation",
                        "double gamma = -FastMath.log(b) / h;",
                        "double gamma = -0.5 * FastMath.log(b) / h;",
                        "kernel-gan-damping-grid",
                        "kernel-gan-best-penalty"),
                Defect.of(
                        "first-particle-heavy",
                        "the first generated point counts twice",
                        "gan/KernelGanCoupling",
                        "        generated.project(",
                        "        generated.weights()[0] *= 2; generated.project(",
                        "kernel-gan-particles-line",
                        "kernel-gan-data-stable"),
                Defect.of(
                        "last-points-dropped",
                        "sums over points leave out what does not fill a block",
                        "field/PointWaves",
                        "moments.begin(1 + gradients);\n        for (int from = 0; from < size; from += WaveTable.BLOCK) {",
                        "moments.begin(1 + gradients);\n        for (int from = 0; from + WaveTable.BLOCK <= size; from += WaveTable.BLOCK) {",
                        "kernel-gan-particles-line"));
    }
}
