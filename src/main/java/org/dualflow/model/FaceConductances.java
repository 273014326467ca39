package org.dualflow.model;

import org.dualflow.measure.CellMeasure;
import org.dualflow.mesh.Axis;
import org.dualflow.mesh.Boundary;
import org.dualflow.mesh.Mesh;

/**
 * Conductances of the faces of a mesh in a medium of density d: the two-point flux of d∇w through the face between cells
 * i and j is G (w_j - w_i), where
 *
 * <pre>  G = A / (δ_i/D_i + δ_j/D_j),</pre>
 *
 * A the area of the face, D the mean density of a cell (its mass over its volume) and δ its half width. That is d at the
 * face by the harmonic mean weighted by widths: exact for a density that is constant on cells, zero where a cell is empty.
 *
 * <p>Order 2 for a smooth d and a smooth grading: D is d at the centre up to h², ∫ 1/d over the two half cells is
 * δ_i/D_i + δ_j/D_j up to ½ (1/d)' (δ_i² - δ_j²) + O(h³), and δ_i - δ_j is O(h²); hence G (w_j - w_i) is the flux up to a
 * relative h², with a coefficient that is smooth from face to face.
 */
public final class FaceConductances {

    private FaceConductances() {}

    /**
     * The conductances of all faces normal to axis {@code d}.
     *
     * @param density masses of d on the mesh, finite, at least 0
     * @return {@code [mesh.rows()][mesh.rowLength()]}, for the face between a cell and the next one along the axis;
     *     beyond the last cell is the first one on a periodic axis, and a wall, of conductance zero, on others
     * @throws IllegalArgumentException if an end of the axis is clipped or open
     */
    public static double[][] along(int d, CellMeasure density) {
        Mesh mesh = density.mesh();
        Axis axis = mesh.axis(d);
        requireClosed(axis);
        double[][] conductance = mesh.newRows();
        int ny = mesh.cells(1);
        for (int r = 0; r < mesh.rows(); r++) {
            for (int i = 0; i < mesh.rowLength(); i++) {
                int[] at = {i, r % ny, r / ny};
                double mass = density.rows()[r][i];
                int here = at[d];
                double half = 0.5 * axis.width(here);
                double volume = mesh.volume(at[0], at[1], at[2]);
                double area = volume / axis.width(here);
                at[d] = here + 1 < axis.cells() ? here + 1 : 0;
                if (here + 1 == axis.cells() && (!axis.side().isPeriodic() || here == 0)) {
                    continue;
                }
                double otherMass = density.rows()[at[1] + ny * at[2]][at[0]];
                double otherHalf = 0.5 * axis.width(at[d]);
                double otherVolume = mesh.volume(at[0], at[1], at[2]);
                if (mass > 0 && otherMass > 0) {
                    conductance[r][i] = area / (half * volume / mass + otherHalf * otherVolume / otherMass);
                }
            }
        }
        return conductance;
    }

    private static void requireClosed(Axis axis) {
        for (Boundary boundary :
                new Boundary[] {axis.side().atLower(), axis.side().atUpper()}) {
            if (boundary != Boundary.NO_FLUX && boundary != Boundary.PERIODIC) {
                throw new IllegalArgumentException(
                        "boundary = " + boundary + ": NO_FLUX or PERIODIC is allowed for a gradient flow");
            }
        }
    }
}
