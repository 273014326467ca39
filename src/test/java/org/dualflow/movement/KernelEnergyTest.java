package org.dualflow.movement;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.dualflow.field.InteractionKernel;
import org.dualflow.field.Kernels;
import org.junit.jupiter.api.Test;

class KernelEnergyTest {

    private static final double[] W = {0.1, 0.3, 0.2, 0.4};
    private static final QuantileSpace LINE = QuantileSpace.line(W);
    private static final double[] X = {-1, -0.2, 0.3, 1.4};

    private static double[] moved(LineEnergy energy, double tau) {
        double[] x = X.clone();
        LINE.mover().move(energy, X, tau, x);
        return x;
    }

    /** Where both exist, the energies by moments agree, values up to a constant. */
    @Test
    void agreesWithTheSumsOverSingleParticles() {
        assertArrayEquals(
                moved(InteractionEnergy.quadratic(W, 2), 0.7),
                moved(KernelEnergy.of(W, Kernels.quadratic(2)), 0.7),
                1e-12);
        for (double tau : new double[] {0.2, 3}) {
            assertArrayEquals(
                    moved(InteractionEnergy.pointy(W, 1), tau),
                    moved(KernelEnergy.of(W, Kernels.distance(1)), tau),
                    1e-12);
        }
        assertEquals(
                InteractionEnergy.quadratic(W, 2).value(X),
                KernelEnergy.of(W, Kernels.quadratic(2)).value(X),
                1e-14);
    }

    /** The distance of two particles follows (r - r₀)/τ + w'(r) = 0, however they repel or attract. */
    @Test
    void twoParticles() {
        double[] w = {0.25, 0.75};
        for (InteractionKernel kernel :
                new InteractionKernel[] {Kernels.gaussian(1, 0.8), Kernels.powers(1, 3.5, 2, 2), Kernels.gaussian(-1, 2)
                }) {
            double[] x = {-0.3, 0.9};
            QuantileSpace.line(w).mover().move(KernelEnergy.of(w, kernel), x.clone(), 0.4, x);
            double r = x[1] - x[0];
            double[] force = new double[1];
            kernel.forces(new double[] {r * r}, 1, force);
            assertEquals(0, (r - 1.2) / 0.4 + force[0] * r, 1e-11);
            assertEquals(0.25 * -0.3 + 0.75 * 0.9, 0.25 * x[0] + 0.75 * x[1], 1e-12);
        }
    }

    @Test
    void gradientIsThatOfTheValue() {
        KernelEnergy energy = KernelEnergy.of(W, Kernels.morse(2, 0.5, 1, 2), 0);
        double[] gradient = new double[4];
        energy.gradient(X, gradient);
        for (int i = 0; i < 4; i++) {
            double[] up = X.clone();
            double[] down = X.clone();
            up[i] += 1e-6;
            down[i] -= 1e-6;
            assertEquals((energy.value(up) - energy.value(down)) / 2e-6, gradient[i], 1e-9);
        }
    }

    /** Steps longer than λ allows have no certificate, and places that repel by a kink need a λ. */
    @Test
    void whatIsNotConvexIsRefused() {
        LineEnergy gaussian = KernelEnergy.of(W, Kernels.gaussian(1, 0.3));
        assertThrows(MovementFailure.class, () -> moved(gaussian, 10));
        assertThrows(MovementFailure.class, () -> moved(KernelEnergy.of(W, Kernels.morse(2, 0.5, 1, 2)), 0.1));
        assertThrows(IllegalArgumentException.class, () -> KernelEnergy.of(W, Kernels.distance(1), Double.NaN));
    }
}
