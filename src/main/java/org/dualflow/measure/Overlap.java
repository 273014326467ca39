package org.dualflow.measure;

import java.util.ArrayList;
import java.util.List;
import org.dualflow.mesh.Axis;

/**
 * The pieces into which the faces of two axes cut each other.
 *
 * @param from cell of the first axis, per piece
 * @param to cell of the second axis, per piece
 * @param share width of the piece over the width of the cell of the first axis
 */
record Overlap(int[] from, int[] to, double[] share) {

    /** One cell that is covered by one cell. */
    static final Overlap TRIVIAL = new Overlap(new int[1], new int[1], new double[] {1});

    static Overlap of(Axis first, Axis second) {
        List<double[]> pieces = new ArrayList<>();
        int j = 0;
        for (int i = 0; i < first.cells(); i++) {
            double width = first.cellUpper(i) - first.cellLower(i);
            while (j > 0 && second.cellLower(j) > first.cellLower(i)) {
                j--;
            }
            for (; j < second.cells() && second.cellLower(j) < first.cellUpper(i); j++) {
                double length = Math.min(first.cellUpper(i), second.cellUpper(j))
                        - Math.max(first.cellLower(i), second.cellLower(j));
                if (length > 0) {
                    pieces.add(new double[] {i, j, length / width});
                }
            }
            j = Math.min(j, second.cells() - 1);
        }
        int n = pieces.size();
        Overlap overlap = new Overlap(new int[n], new int[n], new double[n]);
        for (int p = 0; p < n; p++) {
            overlap.from[p] = (int) pieces.get(p)[0];
            overlap.to[p] = (int) pieces.get(p)[1];
            overlap.share[p] = pieces.get(p)[2];
        }
        return overlap;
    }
}
