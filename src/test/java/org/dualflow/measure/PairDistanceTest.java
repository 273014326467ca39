package org.dualflow.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairDistanceTest {

    /** ¼ at 0 and ¾ at 2: 2 · 3/16 · 2, whatever the mass is. */
    @Test
    void twoAtomsOfALine() {
        assertEquals(0.75, new PairDistance(1).of(atoms(new double[] {0.25, 0.75}, new double[] {0, 2})), 1e-15);
        assertEquals(0.75, new PairDistance(5).of(atoms(new double[] {1, 3}, new double[] {0, 2})), 1e-15);
    }

    /** Σ Σ |i - j|/25 over five numbers, given in any order. */
    @Test
    void fiveAtomsOfALine() {
        double[] fifth = {0.2, 0.2, 0.2, 0.2, 0.2};
        assertEquals(40.0 / 25, new PairDistance(1).of(atoms(fifth, new double[] {3, 1, 0, 4, 2})), 1e-15);
    }

    /** Half of pairs are 5 apart; K directions of the plane are off by less than 1.3/K². */
    @ParameterizedTest
    @ValueSource(ints = {8, 64, 512})
    void twoAtomsOfAPlane(int directions) {
        double found = new PairDistance(directions)
                .of(atoms(new double[] {0.5, 0.5}, new double[] {0, 3}, new double[] {0, 4}));
        assertEquals(2.5, found, 2.5 * 1.3 / directions / directions);
    }

    /** The mean of |cos| over directions is ½; K spiral points leave O(1/K), of which 4/K is allowed. */
    @Test
    void twoAtomsOfASpace() {
        double found = new PairDistance(4000)
                .of(atoms(new double[] {0.5, 0.5}, new double[] {0, 2}, new double[] {0, 3}, new double[] {0, 6}));
        assertEquals(3.5, found, 3.5e-3);
    }

    /** E|e₁| in four dimensions is 4/(3π) and E e₁² ¼: K independent directions deviate by 0.62/√K of it, 0.0044; seven of them are allowed. */
    @Test
    void twoAtomsInFourDimensions() {
        double[] one = {0, 1};
        double[] none = {0, 0};
        double found = new PairDistance(20_000).of(atoms(new double[] {0.5, 0.5}, one, none, none, none));
        assertEquals(0.5, found, 0.5 * 0.03);
    }

    @Test
    void noDirectionsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new PairDistance(0));
    }

    private static ParticleMeasure atoms(double[] weights, double[]... x) {
        return new ParticleMeasure(x, weights);
    }
}
