package org.dualflow.fv.remap;

import java.util.Arrays;
import org.dualflow.mesh.Axis;

/** The remap of one line that knows the masses of the cells only. */
final class RemapMasses {

    private final double[] faces;
    private final RemapProfile profile;

    RemapMasses(Axis axis, RemapReconstruction reconstruction) {
        faces = axis.faces();
        profile = new RemapProfile(axis, reconstruction);
    }

    /**
     * Cuts the masses and hands out the pieces.
     *
     * @param mass masses of the cells
     * @param cuts where to cut
     * @param out receives the new masses
     * @return the mass that leaves the domain
     */
    double remap(double[] mass, RemapCuts cuts, double[] out) {
        int n = mass.length;
        Arrays.fill(out, 0);
        profile.fit(mass);
        double gone = 0;
        int k = 0;
        for (int i = 0; i < n; i++) {
            double done = 0;
            while (k < cuts.count && cuts.cut[k] < faces[i + 1]) {
                double theta = (cuts.cut[k] - faces[i]) / (faces[i + 1] - faces[i]);
                double below = below(i, theta, mass[i], done);
                gone += give(cuts.target[k], below - done, out);
                done = below;
                k++;
            }
            gone += give(cuts.target[k], mass[i] - done, out);
        }
        return gone;
    }

    /**
     * The mass of cell {@code i} below the fraction {@code theta} of its width. It is monotone in {@code theta}; the
     * bounds keep it so when rounded.
     */
    private double below(int i, double theta, double mass, double least) {
        double l = profile.left[i];
        double r = profile.right[i];
        double bend = 6 * mass - 3 * (l + r);
        double below = theta * (l + theta * (0.5 * (r - l + bend) - theta * bend / 3));
        return theta <= 0 ? least : Math.max(least, Math.min(mass, below));
    }

    private static double give(int target, double piece, double[] out) {
        if (target == RemapCuts.OUTFLOW) {
            return piece;
        }
        out[target] += piece;
        return 0;
    }
}
