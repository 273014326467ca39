package org.dualflow.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dualflow.fv.implicit.ImplicitEulerBenchmark;

/** All kernels that are compared, with the targets of the project. */
final class Comparisons {

    private Comparisons() {}

    static List<Comparison> all() {
        return List.of(
                // At most 0.6 of the time of std::sort.
                new Comparison(
                        "W1 of two samples of 1e6, std::sort",
                        "wasserstein1d.cpp",
                        List.of("sort", "1000000"),
                        WassersteinBenchmark.class,
                        "first",
                        Map.of("n", "1000000"),
                        1 / 0.6),
                // Within 1.5 times.
                new Comparison(
                        "W2 of 1000 and 1000 atoms in the plane",
                        "transport2d.cpp",
                        List.of("1000"),
                        TransportBenchmark.class,
                        "distance",
                        Map.of("n", "1000"),
                        1 / 1.5),
                transport("2D upwind", "upwind", "upwind-at-faces", "512", 0.6),
                transport("2D upwind", "upwind", "upwind-at-faces", "4096", 0.5),
                transport("2D MUSCL, van Leer, SSP-RK2", "muscl", "muscl", "512", 0.5),
                line("1000"),
                line("10000"),
                plane("256"),
                plane("512"),
                plane("1024"),
                gan("clipped GAN, 48 cubed cells, 32 nodes", "grid", "48", "32", 0.5),
                // No target is stated for particles.
                gan("clipped GAN, 1e5 + 1e5 neurons, 64 nodes", "points", "100000", "64", 0),
                gan("clipped GAN, 2e5 + 2e5 neurons, 64 nodes", "points", "200000", "64", 0),
                kernelGan("kernel GAN, 512 cells, 256 features, MUSCL step", "grid", "512", "step"),
                kernelGan("kernel GAN, 1000 particles, 256 features", "points", "1000", "rightHandSide"),
                kernelGan("kernel GAN, 10000 particles, 256 features", "points", "10000", "rightHandSide"),
                gaussians("1", 10_000, 1, 0.1, "DIRECT", 0.8),
                gaussians("2", 10_000, 1, 0.1, "DIRECT", 0.8),
                // The fast sum against all pairs in C, of a million points at the first thousand.
                gaussians("1", 50_000, 1, 0.1, "FAST", 10),
                gaussians("2", 50_000, 1, 0.1, "FAST", 10),
                gaussians("2", 1_000_000, 0.001, 0.1, "FAST", 10),
                gaussians("2", 1_000_000, 0.001, 0.005, "FAST", 10),
                movement("wells", "0.001"),
                movement("wells", "10"),
                movement("diffusion", "0.001"),
                movement("diffusion", "10"));
    }

    /** A movement of 1e5 particles within the time of 50 sorts. */
    private static Comparison movement(String energy, String tau) {
        return new Comparison(
                "movement, " + energy + ", step " + tau + ", 50 sorts",
                "sorts.cpp",
                List.of("100000", "50"),
                MovementBenchmark.class,
                "move",
                Map.of("n", "100000", "energy", energy, "tau", tau),
                1);
    }

    private static Comparison line(String n) {
        return new Comparison(
                "implicit Euler step, " + n + " cells on a line",
                "implicitline.c",
                List.of(n),
                ImplicitEulerBenchmark.class,
                "step",
                Map.of("n", n),
                0.9);
    }

    /** Conjugate gradients with multigrid within 1.5 times of multigrid alone in C. */
    private static Comparison plane(String n) {
        return new Comparison(
                "implicit diffusion to 1e-8, " + n + " squared",
                "multigrid2d.c",
                List.of(n),
                MeshSolverBenchmark.class,
                "solve",
                Map.of("n", n),
                1 / 1.5);
    }

    private static Comparison gan(String name, String kind, String n, String nodes, double target) {
        return new Comparison(
                name,
                "gan.c",
                List.of(kind, n, nodes),
                GanBenchmark.class,
                "rightHandSide",
                Map.of("n", n, "nodes", nodes),
                target);
    }

    private static Comparison kernelGan(String name, String kind, String n, String method) {
        return new Comparison(
                name,
                "kernelgan.c",
                List.of(kind, n, "128"),
                KernelGanBenchmark.class,
                method,
                Map.of("n", n, "waves", "128"),
                0.6);
    }

    /** All pairs take as long at every target, so that C may time a share of them, and longer where exponentials underflow: not here. */
    private static Comparison gaussians(
            String dimension, int n, double share, double width, String summation, double target) {
        return new Comparison(
                dimension + "D sum of " + n + " Gaussians, " + summation.toLowerCase(Locale.ROOT) + ", width " + width,
                "gaussiansum.c",
                List.of(dimension, "" + n, "" + Math.round(share * n), "0.1"),
                share,
                GaussianSumBenchmark.class,
                "fill",
                Map.of("dimension", dimension, "n", "" + n, "summation", summation, "width", "" + width),
                target);
    }

    private static Comparison transport(String name, String program, String scheme, String n, double target) {
        return new Comparison(
                name + ", " + n + " squared",
                "finitevolume2d.c",
                List.of(program, n),
                FiniteVolumeBenchmark.class,
                "step",
                Map.of("n", n, "scheme", scheme),
                target);
    }
}
