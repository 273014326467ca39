package org.dualflow.validation.certificate;

import java.util.Arrays;
import org.dualflow.mesh.Axis;

/**
 * F_h at one instant: cumulative masses at faces, and F_h and its density at the samples. Cells of an active {@link Site}
 * carry no density; there F_h jumps from {@code faces[site.from]} to {@code faces[site.to]}.
 */
final class Profile {

    final double[] faces;
    final double[] cumulative;
    final double[] density;
    private final Samples samples;
    private final double[] position;
    private final double[] slope;
    private double mean;

    Profile(Samples samples) {
        this.samples = samples;
        int n = samples.cells;
        faces = new double[n + 1];
        slope = new double[n + 1];
        position = new double[n + 1];
        for (int i = 0; i < n; i++) {
            position[i] = samples.axis.cellLower(i);
        }
        position[n] = samples.axis.cellUpper(n - 1);
        cumulative = new double[samples.x.length];
        density = new double[samples.x.length];
    }

    /**
     * Reads masses.
     *
     * @param row masses of the cells
     * @param offset F_h at the lower end
     * @param site the active site of each cell, or null
     */
    void read(double[] row, double offset, Site[] site, Reconstruction reconstruction) {
        Axis axis = samples.axis;
        int n = samples.cells;
        faces[0] = offset;
        mean = 0;
        for (int i = 0; i < n; i++) {
            faces[i + 1] = faces[i] + row[i];
            mean += row[i] * (site[i] == null ? 0.5 * (axis.cellLower(i) + axis.cellUpper(i)) : site[i].x());
        }
        for (int start = 0; start < n; ) {
            int end = start;
            while (end < n && (site[end] == null) == (site[start] == null)) {
                end++;
            }
            if (site[start] != null) {
                jumps(site, start, end);
            } else if (reconstruction == Reconstruction.SLABS || end - start < 2) {
                slabs(start, end);
            } else {
                parabolas(start, end);
            }
            start = end;
        }
    }

    double mean() {
        return mean;
    }

    private void jumps(Site[] site, int start, int end) {
        for (int i = start; i < end; i++) {
            Site at = site[i];
            for (int k = 0; k < Samples.PER_CELL; k++) {
                int s = i * Samples.PER_CELL + k;
                cumulative[s] = samples.x[s] < at.x() ? faces[at.from()] : faces[at.to()];
                density[s] = 0;
            }
        }
    }

    private void slabs(int start, int end) {
        for (int i = start; i < end; i++) {
            double mass = faces[i + 1] - faces[i];
            int s = i * Samples.PER_CELL;
            Arrays.fill(density, s, s + Samples.PER_CELL, mass / samples.cellWidth(i));
            for (int k = 0; k < Samples.PER_CELL; k++) {
                cumulative[s + k] = faces[i] + Samples.position(k) * mass;
            }
        }
    }

    private void parabolas(int start, int end) {
        for (int i = start; i <= end; i++) {
            slope[i] = FaceDensity.at(position, faces, i, start, end);
        }
        for (int i = start; i < end; i++) {
            double width = samples.cellWidth(i);
            double mass = faces[i + 1] - faces[i];
            double a = width * slope[i];
            double b = width * slope[i + 1];
            for (int k = 0; k < Samples.PER_CELL; k++) {
                double t = Samples.position(k);
                int s = i * Samples.PER_CELL + k;
                cumulative[s] = faces[i] + t * (a + t * (3 * mass - 2 * a - b + t * (a + b - 2 * mass)));
                density[s] = (a + t * (6 * mass - 4 * a - 2 * b + 3 * t * (a + b - 2 * mass))) / width;
            }
        }
    }

    /** W₁ between F_h and the reading of its masses as slabs, sites excepted. */
    double distanceToSlabs(Site[] site, double[] work) {
        double sum = 0;
        for (int i = 0; i < samples.cells; i++) {
            if (site[i] == null) {
                for (int k = 0; k < Samples.PER_CELL; k++) {
                    double slab = faces[i] + Samples.position(k) * (faces[i + 1] - faces[i]);
                    work[k] = cumulative[i * Samples.PER_CELL + k] - slab;
                }
                sum += Integral.absolute(work, Samples.INTERVALS, samples.cellWidth(i) / Samples.INTERVALS);
            }
        }
        return sum;
    }
}
