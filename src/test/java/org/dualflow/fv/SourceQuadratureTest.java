package org.dualflow.fv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.dualflow.mesh.Mesh;
import org.dualflow.model.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Integrals of sources over cells. */
class SourceQuadratureTest {

    private static final Mesh MESH = Mesh.uniform(Domain.cube(2, 0, 1, Boundary.NO_FLUX), 4, 3);

    /** Counts how often it is evaluated. */
    private static final class Counted implements Source {
        private int calls;

        @Override
        public void fill(double t, double[][] x, int n, double[] out) {
            calls++;
            java.util.Arrays.fill(out, 0, n, t);
        }
    }

    @Test
    void evaluatesOncePerTime() {
        Counted source = new Counted();
        SourceQuadrature quadrature = new SourceQuadrature(source, MESH, TransportScheme.named("muscl"));
        int all = 3 * 2 * 2;
        for (int r = 0; r < 3; r++) {
            assertEquals(1.0 / 12, quadrature.row(1, r)[3], 0x1p-52);
        }
        assertEquals(all, source.calls);
        assertEquals(2.0 / 12, quadrature.row(2, 2)[0], 0x1p-51);
        assertEquals(2 * all, source.calls);
    }

    /** The tensor rule is exact for xᵖ yᵖ up to p = 3 or 5, and not beyond. Rounding: at most 64 operations on numbers ≤ 1. */
    @ParameterizedTest
    @CsvSource({"upwind, 3", "muscl, 3", "weno5, 5"})
    void isExactForPolynomials(String scheme, int degree) {
        for (int p = 0; p <= degree; p++) {
            assertEquals(0, error(scheme, p), 64 * 0x1p-53, "degree " + p);
        }
        assertTrue(error(scheme, degree + 1) > 1e-9);
    }

    private static double error(String scheme, int p) {
        Source power = (t, x, n, out) -> {
            for (int i = 0; i < n; i++) {
                out[i] = integerPower(x[0][i], p) * integerPower(x[1][i], p);
            }
        };
        SourceQuadrature quadrature = new SourceQuadrature(power, MESH, TransportScheme.named(scheme));
        double error = 0;
        for (int r = 0; r < 3; r++) {
            for (int i = 0; i < 4; i++) {
                double exact = integral(p, i / 4.0, (i + 1) / 4.0) * integral(p, r / 3.0, (r + 1) / 3.0);
                error = Math.max(error, Math.abs(quadrature.row(0, r)[i] - exact));
            }
        }
        return error;
    }

    private static double integral(int p, double from, double to) {
        return (integerPower(to, p + 1) - integerPower(from, p + 1)) / (p + 1);
    }

    private static double integerPower(double x, int p) {
        double power = 1;
        for (int i = 0; i < p; i++) {
            power *= x;
        }
        return power;
    }
}
