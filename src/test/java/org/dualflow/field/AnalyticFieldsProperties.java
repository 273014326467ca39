package org.dualflow.field;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dualflow.generators.FieldGenerators;
import org.dualflow.generators.MeasureGenerators;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Domain;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;

class AnalyticFieldsProperties {

    @Provide
    Arbitrary<VelocityField> lineFields() {
        Arbitrary<VelocityField> ours = Arbitraries.of(
                AnalyticFields.constant(-2),
                AnalyticFields.sink(),
                AnalyticFields.linear(1, -3),
                AnalyticFields.linear(1, 0.5),
                AnalyticFields.sine());
        return Arbitraries.oneOf(ours, FieldGenerators.oneSidedLipschitz(1));
    }

    @Provide
    Arbitrary<VelocityField> planeFields() {
        Arbitrary<VelocityField> ours = Arbitraries.of(
                AnalyticFields.constant(1, -2),
                AnalyticFields.linear(2, -1),
                AnalyticFields.rotation(),
                AnalyticFields.swirl(-1.5));
        return Arbitraries.oneOf(ours, FieldGenerators.oneSidedLipschitz(2));
    }

    @Provide
    Arbitrary<ParticleMeasure> lineAtoms() {
        return MeasureGenerators.atoms(1, 12);
    }

    @Provide
    Arbitrary<ParticleMeasure> planeAtoms() {
        return MeasureGenerators.atoms(2, 12);
    }

    @Property
    void lineFieldsAreOneSidedLipschitz(
            @ForAll("lineFields") VelocityField field, @ForAll("lineAtoms") ParticleMeasure at) {
        Domain box = Domain.line(-1, 1.5, Boundary.CLIPPED);
        assertOneSidedLipschitz(field, new double[][] {at.x(0)});
        double[][] inside = {clip(at.x(0))};
        assertOneSidedLipschitz(new ProjectedField(field, box), inside);
    }

    @Property
    void planeFieldsAreOneSidedLipschitz(
            @ForAll("planeFields") VelocityField field, @ForAll("planeAtoms") ParticleMeasure at) {
        Domain box = Domain.cube(2, -1, 1.5, Boundary.NO_FLUX);
        assertOneSidedLipschitz(field, new double[][] {at.x(0), at.x(1)});
        double[][] inside = {clip(at.x(0)), clip(at.x(1))};
        assertOneSidedLipschitz(new ProjectedField(field, box), inside);
    }

    private static double[] clip(double[] x) {
        double[] inside = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            inside[i] = Math.min(1.5, Math.max(-1, x[i]));
        }
        return inside;
    }

    /** Velocities are at most 10, coordinates below 2: a dozen roundings of their products. */
    private static void assertOneSidedLipschitz(VelocityField field, double[][] x) {
        int n = x[0].length;
        double[][] b = new double[x.length][n];
        for (int d = 0; d < x.length; d++) {
            field.fill(d, x, n, b[d]);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double product = 0;
                double square = 0;
                for (int d = 0; d < x.length; d++) {
                    product += (b[d][i] - b[d][j]) * (x[d][i] - x[d][j]);
                    square += (x[d][i] - x[d][j]) * (x[d][i] - x[d][j]);
                }
                assertTrue(product <= field.oneSidedLipschitz() * square + 12 * 40 * Math.ulp(1.0));
            }
        }
    }

    /** The constants are attained, or approached: a too large one would be a useless certificate. */
    @Test
    void constantsAreSharp() {
        assertEquals(0, AnalyticFields.constant(1).oneSidedLipschitz());
        assertEquals(0, AnalyticFields.sink().oneSidedLipschitz());
        assertEquals(0, AnalyticFields.rotation().oneSidedLipschitz());
        assertEquals(-3, AnalyticFields.linear(1, -3).oneSidedLipschitz());
        double h = 1e-4;
        assertEquals(1, quotient(AnalyticFields.sine(), new double[] {0}, new double[] {h}), h);
        // along the diagonal through (0, ½), up to the third derivative times h²
        double slope = quotient(AnalyticFields.swirl(2), new double[] {-h, 0.5 - h}, new double[] {h, 0.5 + h});
        double other = quotient(AnalyticFields.swirl(2), new double[] {-h, 0.5 + h}, new double[] {h, 0.5 - h});
        assertEquals(AnalyticFields.swirl(2).oneSidedLipschitz(), Math.max(slope, other), 100 * h);
    }

    private static double quotient(VelocityField field, double[] x, double[] y) {
        double product = 0;
        double square = 0;
        double[] out = new double[2];
        double[][] both = new double[x.length][];
        for (int d = 0; d < x.length; d++) {
            both[d] = new double[] {x[d], y[d]};
        }
        for (int d = 0; d < x.length; d++) {
            field.fill(d, both, 2, out);
            product += (out[0] - out[1]) * (x[d] - y[d]);
            square += (x[d] - y[d]) * (x[d] - y[d]);
        }
        return product / square;
    }

    /** The zero of the sink is exact, and the swirl of LeVeque has the values of its formula. */
    @Test
    void values() {
        double[] out = new double[3];
        AnalyticFields.sink().fill(0, new double[][] {{-1e-300, 0, 5}}, 3, out);
        assertArrayEquals(new double[] {1, 0, -1}, out);
        double[][] at = {{0.25}, {0.125}};
        double s = FastMath.sqrt(0.5);
        AnalyticFields.swirl(3).fill(0, at, 1, out);
        assertEquals(3 * 0.5 * s, out[0], 1e-15);
        AnalyticFields.swirl(3).fill(1, at, 1, out);
        assertEquals(-3 * (0.5 - 0.5 * s), out[0], 1e-15);
        AnalyticFields.rotation().fill(0, at, 1, out);
        assertEquals(-0.125, out[0]);
        AnalyticFields.rotation().fill(1, at, 1, out);
        assertEquals(0.25, out[0]);
    }

    /** On walls only the outward component goes; periodic and open ends are no walls. */
    @Test
    void projectionOnTheTangentCone() {
        Domain box = new Domain(List.of(
                new Domain.Side(0, 1, Boundary.CLIPPED, Boundary.OPEN),
                new Domain.Side(0, 1, Boundary.NO_FLUX, Boundary.CLIPPED)));
        VelocityField field = new ProjectedField(AnalyticFields.linear(2, -1), box);
        double[] out = new double[2];
        VelocityField outward = new ProjectedField(AnalyticFields.constant(-1, 2), box);
        outward.fill(0, new double[][] {{0, 0.5}, {0.5, 1}}, 2, out);
        assertArrayEquals(new double[] {0, -1}, out);
        outward.fill(1, new double[][] {{0, 0.5}, {0.5, 1}}, 2, out);
        assertArrayEquals(new double[] {2, 0}, out);
        VelocityField leaving = new ProjectedField(AnalyticFields.constant(1, -2), box);
        leaving.fill(0, new double[][] {{0, 1}, {0, 1}}, 2, out);
        assertArrayEquals(new double[] {1, 1}, out);
        assertEquals(-1, field.oneSidedLipschitz());
        assertThrows(IllegalArgumentException.class, () -> new ProjectedField(AnalyticFields.sink(), box));
    }
}
