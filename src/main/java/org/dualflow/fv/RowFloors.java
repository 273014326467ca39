package org.dualflow.fv;

import org.dualflow.measure.Reductions;
import org.dualflow.restart.Tape;

/**
 * Lower bounds of the masses of each row, which spare the inspection of rows that cannot have lost their sign.
 *
 * <p>What leaves a cell in an Euler step is at most ν/ν* of its mass, ν the Courant number of the step and ν* the largest
 * one at which the scheme is positive: a row whose masses were all at least L has masses of at least (1 - ν/ν*) L after it,
 * whatever flows in. A convex combination of two rows is at least that of their bounds. Roundings are relative, at most 20
 * units of 2⁻⁵³, as long as nothing underflows; an underflow costs at most 2⁻⁹²⁹ c, c the coefficient of a flux (see
 * {@link SpeciesGrid}), less than the margin of a bound that is at least 2⁻⁸⁰⁰ max(1, c). Below that, and in rows with an
 * empty cell, nothing is known and the bound is 0: such rows are inspected, and their bounds measured again from time to
 * time.
 *
 * <p>Masses cannot overflow: none exceeds the total one, which is finite.
 */
final class RowFloors {

    private static final double SAFE = 0x1p-800;

    private static final double MARGIN = 1 - 0x1p-40;

    /** Steps after which a row that had an empty cell is measured again. */
    private static final int PATIENCE = 64;

    private final double[][] floors;
    private long measured;
    private double[] current;

    /**
     * @param levels number of levels of masses that bounds are kept for
     * @param rows masses of level 0
     */
    RowFloors(int levels, double[][] rows) {
        floors = new double[levels][rows.length];
        current = floors[0];
        for (int r = 0; r < rows.length; r++) {
            current[r] = known(Reductions.least(rows[r]), 1);
        }
    }

    /**
     * Bounds of the level {@code to} before a stage makes it from the levels {@code from} and {@code start}.
     *
     * @param weight of {@code start} in the stage
     * @param share ν/ν* of the stage
     * @param coefficient the largest coefficient of a flux
     */
    void predict(int from, int start, int to, double weight, double share, double coefficient) {
        double kept = MARGIN * Math.max(0, MARGIN - share);
        current = floors[to];
        for (int r = 0; r < current.length; r++) {
            double v = kept * floors[from][r];
            double mixed = weight == 0 ? v : MARGIN * ((1 - weight) * v + weight * floors[start][r]);
            current[r] = known(mixed, coefficient);
        }
    }

    private static double known(double floor, double coefficient) {
        return floor >= SAFE * Math.max(1, coefficient) ? floor : 0;
    }

    /** Whether masses of a row of the level last predicted can have lost their sign. */
    boolean isUnknown(int row) {
        return current[row] == 0;
    }

    /** Bounds of one level, and when they are measured again. */
    void transfer(Tape tape, int level) {
        tape.numbers(floors[level]);
        measured = tape.whole(measured);
    }

    /** Measures rows of the level last predicted that have become unknown in this step, and at times all unknown ones. */
    void measure(int start, double[][] rows) {
        boolean all = measured++ % PATIENCE == 0;
        for (int r = 0; r < rows.length; r++) {
            if (current[r] == 0 && (all || floors[start][r] > 0)) {
                current[r] = known(Reductions.least(rows[r]), 1);
            }
        }
    }
}
