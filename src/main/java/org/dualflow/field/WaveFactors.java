package org.dualflow.field;

import org.dualflow.field.Waves.Lattice;

/**
 * Wave vectors as sums of few: k_j = o_a ± p_b with <em>outer</em> vectors o_0 = 0, o_1 … o_A and <em>inner</em> ones p_b = b p, b =
 * 0 … B, so that e^{ik_j·x} are products of A + B numbers. The order of the waves is that of {@link Waves}: p_1 … p_B, then o_a -
 * p_B … o_a + p_B for a = 1 … A, of which the last may be missing.
 *
 * <p>On a lattice p runs along the first axis, outer vectors are those of the other axes. On a line they are multiples of 2B + 1,
 * every whole number being (2B + 1) a + b in one way. Random waves are all outer.
 *
 * @param inner B
 * @param outer A
 * @param spacing 2B + 1 on a line, else 0
 */
record WaveFactors(int inner, int outer, int spacing) {

    /**
     * Outer vectors on a line: rows of twice as many numbers are long enough for vector loops, and the powers cost little beside the sums
     * (measured with 32 to 512 waves: flat between 14 and 43).
     */
    private static final int LINE_OUTER = 26;

    static WaveFactors of(Waves waves) {
        Lattice lattice = waves.lattice();
        if (lattice == null) {
            return new WaveFactors(0, waves.size(), 0);
        }
        if (waves.dimension() > 1) {
            int inner = lattice.largest()[0];
            return new WaveFactors(inner, (waves.size() - inner) / (2 * inner + 1), 0);
        }
        int inner = Math.max(0, (int) Math.rint(0.5 * (waves.size() / (double) LINE_OUTER - 1)));
        int spacing = 2 * inner + 1;
        return new WaveFactors(inner, (waves.size() - inner + spacing - 1) / spacing, spacing);
    }

    /** Length of a row with cosine and sine for every outer vector: {@code row[2a]} and {@code row[2a + 1]}, a = 0 … A. */
    int row() {
        return 2 * (outer + 1);
    }

    /** Factors 1, cos p_b·x and sin p_b·x: number {@code 2b - 1} is the cosine, {@code 2b} the sine. */
    int columns() {
        return 2 * inner + 1;
    }

    /** The least b of the waves o_a + b p; the largest is B. */
    int first(int a) {
        return a == 0 ? 1 : -inner;
    }
}
