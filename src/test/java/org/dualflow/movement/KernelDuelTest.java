package org.dualflow.movement;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.dualflow.field.SpectralKernel;
import org.dualflow.field.Waves;
import org.dualflow.gan.KernelGan;
import org.dualflow.gan.Mobility;
import org.dualflow.gan.Regulariser;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.junit.jupiter.api.Test;

class KernelDuelTest {

    private static final Domain BOX = Domain.line(-4, 4, Boundary.PERIODIC);
    private static final ParticleMeasure DATA = new ParticleMeasure(new double[][] {{-1, 1}}, new double[] {0.5, 0.5});
    private static final KernelGan GAN = KernelGan.of(
                    BOX, DATA, Waves.lattice(new SpectralKernel(SpectralKernel.Shape.GAUSSIAN, 0.8), BOX))
            .withMobility(new Mobility(0.25, 0.75))
            .withDiscriminatorRate(2)
            .withPenalty(Regulariser.MEAN, 0.6);

    /** In a metric of its own the mean moves as with mobility 1/(1-s), the shape as with 1: for V = l x²/2 each by 1/(1 + τ·mobility·l). */
    @Test
    void theMeanMovesMoreEasilyThanTheShape() {
        double share = 0.6;
        double l = 1.5;
        double tau = 0.3;
        QuantileSpace line = QuantileSpace.line(4);
        Space<LineEnergy> space = line.withEasyMean(share);
        LineEnergy energy = new PotentialEnergy(line.weights(), Potential.quadratic(l, 0));
        double[] from = {-1, 0, 2, 5};
        double[] x = from.clone();
        space.mover().move(energy, from, tau, x);
        double mean = 1.5 / (1 + tau * l / (1 - share));
        double[] expected = new double[4];
        for (int i = 0; i < 4; i++) {
            expected[i] = mean + (from[i] - 1.5) / (1 + tau * l);
        }
        assertArrayEquals(expected, x, 1e-12);
        double[] gradient = new double[4];
        energy.gradient(from, gradient);
        space.raise(gradient);
        for (int i = 0; i < 4; i++) {
            assertEquals(l * (from[i] + share / (1 - share) * 1.5), gradient[i], 1e-13);
        }
        // Of a shift all but the share s of its square is lost, of a change of shape nothing.
        assertEquals(Math.sqrt(1 - share), space.norm(new double[] {1, 1, 1, 1}), 1e-15);
        assertEquals(1, space.norm(new double[] {1, -1, 1, -1}), 1e-15);
        assertEquals(Math.sqrt(1 - share), space.distance(new double[] {1, 2, 3, 4}, new double[] {0, 1, 2, 3}), 1e-15);
    }

    /** Velocities in the players' metrics are those of the model: G₁ D' + G₂ mean D', and η w ∂F/∂c. */
    @Test
    void gradientsAreTheModelsRates() {
        int n = 7;
        KernelDuel duel = new KernelDuel(GAN);
        var players = duel.players(n);
        Random random = new Random(3);
        double[] x = random.doubles(n, -2, 2).sorted().toArray();
        double[] c = random.doubles(2 * GAN.waves().size(), -0.1, 0.1).toArray();
        double[] w = new double[n];
        java.util.Arrays.fill(w, 1.0 / n);
        var coupling = GAN.couple();
        var state = new org.dualflow.model.State(java.util.List.of(new ParticleMeasure(new double[][] {x}, w)), c);
        coupling.freeze(0, state);
        double[] velocity = new double[n];
        coupling.field(0).fill(0, new double[][] {x}, n, velocity);
        double[] rates = new double[c.length];
        coupling.rates(rates);
        double[] climb = new double[n];
        players.first().gradient(x, duel.coordinates(c), climb);
        double[] ascent = new double[c.length];
        players.second().gradient(duel.coordinates(c), x, ascent);
        double[] found = duel.coefficients(ascent);
        double own = GAN.mobility().own();
        for (int i = 0; i < n; i++) {
            assertEquals(velocity[i], -own * climb[i], 1e-13);
        }
        for (int j = 0; j < c.length; j++) {
            assertEquals(rates[j], -found[j], 1e-13);
        }
    }

    @Test
    void whatIsNotPossibleIsSaid() {
        QuantileSpace line = QuantileSpace.line(3);
        assertThrows(IllegalArgumentException.class, () -> line.withEasyMean(1));
        assertThrows(IllegalArgumentException.class, () -> line.withEasyMean(-0.1));
        assertThrows(IllegalArgumentException.class, () -> QuantileSpace.within(-1, 1, 3)
                .withEasyMean(0.5));
        Domain closed = Domain.line(-4, 4, Boundary.NO_FLUX);
        Waves random = Waves.random(new SpectralKernel(SpectralKernel.Shape.GAUSSIAN, 1), 1, 8, 1);
        assertThrows(IllegalArgumentException.class, () -> new KernelDuel(KernelGan.of(closed, DATA, random)));
        double[] none = new double[2 * GAN.waves().size()];
        for (DualScheme scheme : new DualScheme[] {DualScheme.IMPLICIT, DualScheme.BDF2}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> DuelEvolution.of(GAN, scheme, 0.1, new double[] {0, 1}, none, 0));
        }
    }
}
