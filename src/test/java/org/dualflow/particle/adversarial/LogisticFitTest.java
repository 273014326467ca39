package org.dualflow.particle.adversarial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogisticFitTest {

    /** One constant feature: data of weight v against particles of weight w without ridge mean the logit log(v/w). */
    @Test
    void aConstantKnowsTheShares() {
        LogisticFit fit = new LogisticFit(1, 1e-300);
        fit.solve(new double[][] {{1, 1, 1}}, new double[] {-0.25, 0.125, 0.625});
        assertEquals(Math.log(0.25 / 0.75), fit.c[0], 1e-12);
        assertEquals(0.25, LogisticFit.sigma(fit.c[0]), 1e-13);
    }

    /** 1/(1 + e^-a), and its mirror: nothing overflows. */
    @Test
    void sharesOfLogits() {
        assertEquals(0.5, LogisticFit.sigma(0));
        assertEquals(1 / (1 + Math.exp(-2)), LogisticFit.sigma(2), 1e-16);
        assertEquals(Math.exp(-2) / (1 + Math.exp(-2)), LogisticFit.sigma(-2), 1e-16);
        assertEquals(1, LogisticFit.sigma(1000));
        assertEquals(0, LogisticFit.sigma(-1000));
        double[][] phi = {{1, 1, 1}, {2, 3, 5}};
        assertArrayEquals(new double[] {7, 10, 16}, LogisticFit.logits(phi, new double[] {1, 3}, 3));
    }

    private static double loss(double[][] phi, double[] w, double ridge, double[] c) {
        double sum = 0;
        for (double q : c) {
            sum += 0.5 * ridge * q * q;
        }
        for (int i = 0; i < w.length; i++) {
            double a = 0;
            for (int k = 0; k < c.length; k++) {
                a += c[k] * phi[k][i];
            }
            sum += w[i] < 0 ? -w[i] * Math.log(1 + Math.exp(-a)) : w[i] * Math.log(1 + Math.exp(a));
        }
        return sum;
    }

    /**
     * The minimum from near and from far, where Newton's whole steps overshoot: the slope of the loss along every coefficient is that of
     * roundings, and any way away from it leads up.
     */
    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 30, -30})
    void theMinimumIsFoundFromAnywhere(double start) {
        SplittableRandom random = new SplittableRandom(3);
        int size = 4;
        int n = 60;
        double ridge = 1e-3;
        double[][] phi = new double[size][];
        for (int k = 0; k < size; k++) {
            phi[k] = random.doubles(n, -2, 2).toArray();
        }
        double[] w = new double[n];
        for (int i = 0; i < n; i++) {
            w[i] = (phi[0][i] + 0.5 * phi[1][i] + random.nextDouble(-1, 1) > 0.3 ? -1 : 1)
                    * random.nextDouble(0.01, 0.03);
        }
        LogisticFit fit = new LogisticFit(size, ridge);
        java.util.Arrays.fill(fit.c, start);
        fit.solve(phi, w);
        double least = loss(phi, w, ridge, fit.c);
        for (int k = 0; k < size; k++) {
            double step = 1e-4;
            double[] up = fit.c.clone();
            double[] down = fit.c.clone();
            up[k] += step;
            down[k] -= step;
            double above = loss(phi, w, ridge, up);
            double below = loss(phi, w, ridge, down);
            assertTrue(above > least && below > least);
            // A central difference is off by step²/6 times a third derivative; those of log(1 + e^a) are at most
            // 1/(6√3).
            double third = 0;
            for (int i = 0; i < n; i++) {
                third += Math.abs(w[i]) * Math.pow(Math.abs(phi[k][i]), 3) / (6 * Math.sqrt(3));
            }
            assertEquals(0, (above - below) / (2 * step), step * step / 6 * third + 4 * Math.ulp(least) / step);
        }
        assertTrue(fit.c[0] > 0.5 && fit.c[1] > 0.1, "data lie where the first two features are large");
    }

    /** A linear network by gradient descent, step by step, against its spectrum; the largest eigenvalue by powers of the matrix. */
    @Test
    void aSpectrumTellsWhatStepsLeave() {
        SplittableRandom random = new SplittableRandom(5);
        int dimension = 2;
        int n = 7;
        TwoLayerNetwork network = new TwoLayerNetwork(dimension, dimension, 3, true, random);
        int size = network.parameters();
        double[][] latents = new double[n][];
        double[][] targets = new double[n][];
        double[][] rows = new double[n * dimension][size];
        double[] rest = new double[n * dimension];
        for (int i = 0; i < n; i++) {
            latents[i] = random.doubles(dimension, -2, 2).toArray();
            targets[i] = random.doubles(dimension, -2, 2).toArray();
            double[] value = new double[dimension];
            network.value(latents[i], value);
            for (int d = 0; d < dimension; d++) {
                double[] unit = new double[dimension];
                unit[d] = 1;
                network.addParameterGradient(latents[i], unit, rows[i * dimension + d]);
                rest[i * dimension + d] = targets[i][d] - value[d];
            }
        }
        FitSpectrum spectrum = new FitSpectrum(network, latents, targets);
        double eta = 0.2;
        assertEquals(misfit(rest, n), spectrum.left(eta, 0), 1e-13);
        double[] left = rest.clone();
        for (int k = 1; k <= 20; k++) {
            double[] gradient = new double[size];
            for (int r = 0; r < rows.length; r++) {
                for (int l = 0; l < size; l++) {
                    gradient[l] += 2 * left[r] * rows[r][l] / n;
                }
            }
            for (int r = 0; r < rows.length; r++) {
                for (int l = 0; l < size; l++) {
                    left[r] -= eta * rows[r][l] * gradient[l];
                }
            }
            assertEquals(misfit(left, n), spectrum.left(eta, k), 1e-12);
        }
        assertTrue(misfit(left, n) < 0.9 * misfit(rest, n), "it is a fit");
        double[] x = random.doubles(size, -1, 1).toArray();
        double length = 1;
        for (int k = 0; k < 500; k++) {
            double[] y = new double[size];
            for (double[] row : rows) {
                double dot = 0;
                for (int l = 0; l < size; l++) {
                    dot += row[l] * x[l];
                }
                for (int l = 0; l < size; l++) {
                    y[l] += 2 * row[l] * dot / n;
                }
            }
            double sum = 0;
            for (double v : y) {
                sum += v * v;
            }
            length = Math.sqrt(sum);
            for (int l = 0; l < size; l++) {
                x[l] = y[l] / length;
            }
        }
        assertEquals(length, spectrum.largest(), 1e-12 * length);
    }

    private static double misfit(double[] rest, int n) {
        double sum = 0;
        for (double r : rest) {
            sum += r * r / n;
        }
        return sum;
    }
}
