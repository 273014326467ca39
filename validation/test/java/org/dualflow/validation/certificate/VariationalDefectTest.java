package org.dualflow.validation.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class VariationalDefectTest {

    /** x = e^{-2t}, E = x², λ = 2: an equality, up to the trapezoidal rule. */
    @Test
    void equalityForAQuadraticEnergy() {
        double[] z = {-1, 0, 3};
        VariationalDefect right = new VariationalDefect(2, z.length);
        VariationalDefect wrong = new VariationalDefect(2.5, z.length);
        for (int n = 0; n <= 1000; n++) {
            double t = 1e-3 * n;
            double x = Math.exp(-2 * t);
            double[] squares = new double[z.length];
            double[] gains = new double[z.length];
            for (int k = 0; k < z.length; k++) {
                squares[k] = (x - z[k]) * (x - z[k]);
                gains[k] = x * x - z[k] * z[k];
            }
            right.sample(t, squares, gains);
            wrong.sample(t, squares, gains);
        }
        // The integrand 2 e^{-4t} - 2 z e^{-2t} has second derivatives up to 32 + 8 for z = -1: Δt²/12 of them, and
        // rounding.
        assertEquals(0, right.largest(), 1e-6 / 12 * 40 + 1e-12);
        // (2.5 - 2)/2 d² is largest for z = 3 at the end, where d = 3 - e^{-2}.
        assertEquals(0.25 * Math.pow(3 - Math.exp(-2), 2), wrong.largest(), 1e-3);
        assertEquals(2, right.modulus(), 1e-3);
    }

    @Test
    void badSamples() {
        assertThrows(IllegalArgumentException.class, () -> new VariationalDefect(Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> new VariationalDefect(0, 0));
        VariationalDefect defect = new VariationalDefect(0, 1);
        defect.sample(0, new double[1], new double[1]);
        assertThrows(IllegalArgumentException.class, () -> defect.sample(0, new double[1], new double[1]));
        assertThrows(IllegalArgumentException.class, () -> defect.sample(1, new double[2], new double[1]));
    }
}
