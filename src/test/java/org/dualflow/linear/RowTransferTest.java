package org.dualflow.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowTransferTest {

    /** Faces with widths between 1 and 2. */
    private static double[] faces(int cells, SplittableRandom random) {
        double[] faces = new double[cells + 1];
        for (int i = 0; i < cells; i++) {
            faces[i + 1] = faces[i] + 1 + random.nextDouble();
        }
        return faces;
    }

    /** ⟨P c, f⟩ = ⟨c, R f⟩ up to rounding of single precision, for even and odd numbers of cells between walls and on rings. */
    @ParameterizedTest
    @CsvSource({"2, false", "3, false", "8, false", "9, false", "2, true", "3, true", "8, true", "9, true"})
    void restrictionIsTheTransposeOfProlongation(int cells, boolean periodic) {
        SplittableRandom random = new SplittableRandom(cells);
        Coarsening pairs = Coarsening.pairs(faces(cells, random), periodic);
        RowTransfer transfer = new RowTransfer(pairs);
        for (int c = 0; c < pairs.coarse; c++) {
            float[] one = new float[pairs.coarse];
            one[c] = 1;
            float[] column = new float[cells];
            transfer.prolong(one, column);
            for (int i = 0; i < cells; i++) {
                float[] fine = new float[cells];
                double[] exact = new double[cells];
                fine[i] = 1;
                exact[i] = 1;
                float[] rough = new float[pairs.coarse];
                double[] sharp = new double[pairs.coarse];
                transfer.restrict(fine, rough);
                transfer.restrict(exact, sharp);
                assertEquals(column[i], rough[c], 1e-7, "cell " + i + ", pair " + c);
                assertEquals(column[i], sharp[c], 1e-7, "cell " + i + ", pair " + c);
            }
        }
    }

    /** Interpolation is exact for numbers that are linear along the axis, away from the walls, and for constants everywhere. */
    @ParameterizedTest
    @CsvSource({"8", "9"})
    void prolongationIsLinear(int cells) {
        double[] faces = faces(cells, new SplittableRandom(7));
        Coarsening pairs = Coarsening.pairs(faces, false);
        float[] coarse = new float[pairs.coarse];
        float[] ones = new float[pairs.coarse];
        for (int c = 0; c < coarse.length; c++) {
            coarse[c] = (float) (0.5 * (pairs.faces[c] + pairs.faces[c + 1]));
            ones[c] = 1;
        }
        float[] found = new float[cells];
        new RowTransfer(pairs).prolong(coarse, found);
        for (int i = 1; i < cells - 1; i++) {
            assertEquals(0.5 * (faces[i] + faces[i + 1]), found[i], 1e-5);
        }
        new RowTransfer(pairs).prolong(ones, found);
        for (float value : found) {
            assertEquals(1, value, 1e-6);
        }
    }
}
