package org.dualflow.fv.implicit;

import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.CompensatedSum;
import org.dualflow.model.GradientFlow;

/**
 * What masses on a mesh can reach in a {@link GradientFlow}, whose fluxes are zero where its target is: mass that starts there
 * stays there for ever, and none crosses such cells.
 *
 * @param count number of parts of the mesh that fluxes connect; each keeps its mass. Cells without target mass do not count.
 * @param stranded mass in cells where the target has none
 * @param unreachable the L¹ distance to the target at which the flow comes to rest: each part keeps its mass m_p, spread like
 *     the target's μ_p there, and mass without target stays: Σ |m_p - μ_p| + stranded
 */
public record FlowParts(int count, double stranded, double unreachable) {

    /**
     * The parts of a mesh and what lies in them.
     *
     * @throws IllegalArgumentException if the mesh does not divide the domain of the flow, or the target has no finite masses
     */
    public static FlowParts of(GradientFlow flow, CellMeasure masses) {
        double[][] scaled = masses.mesh().newRows();
        for (int k = 0; k < scaled.length; k++) {
            double[] row = masses.rows()[k];
            for (int i = 0; i < row.length; i++) {
                scaled[k][i] = row[i] * FlowGrid.SCALE;
            }
        }
        return of(new FlowGrid(flow, masses.mesh()), scaled);
    }

    /** For masses times the scale of the grid. */
    static FlowParts of(FlowGrid grid, double[][] masses) {
        CompensatedSum sum = new CompensatedSum();
        for (int k = 0; k < masses.length; k++) {
            for (int i = 0; i < masses[k].length; i++) {
                sum.add(grid.target[k][i] == 0 ? masses[k][i] : 0);
            }
        }
        double stranded = sum.value() / FlowGrid.SCALE;
        double gap = grid.parts.gap(masses, grid.target) / FlowGrid.SCALE;
        return new FlowParts(grid.parts.count(), stranded, gap + stranded);
    }
}
