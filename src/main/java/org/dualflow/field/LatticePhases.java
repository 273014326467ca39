package org.dualflow.field;

import java.util.Arrays;
import org.dualflow.mesh.Mesh;

/**
 * Where the waves of a periodic box stand in a Fourier transform over the points of a uniform mesh, and with which phases.
 *
 * <p>A wave e^{ik·x} and its conjugate have one bin each, x counted from the first point; relative to the origin of the waves
 * the first point has the phase {@link #cos}, {@link #sin}, and the first face of an axis one of its own.
 */
final class LatticePhases {

    /** Place of the real part of every wave's bin among the numbers of a transform, and of its conjugate's. */
    final int[] bin;

    final int[] opposite;
    /** Phase of every wave at the first point. */
    final double[] cos;

    final double[] sin;
    /**
     * {@code [axis][4][waves]}: from a wave's pair c = b + ia of coefficients to the spectrum of ∂D at the points plus i times that at
     * the faces of the axis. With P and Q the phases at the first point and face, ½k c (P + iQ) is the bin's and
     * ½k c̄ (P̄ + iQ̄) its opposite's: real and imaginary part of ½k (P + iQ), and of ½k (P - iQ).
     */
    final double[][][] slopes;
    /** Beginnings and ends of the numbers of a transform that belong to no wave, by turns. */
    final int[] gaps;

    LatticePhases(Waves waves, Mesh mesh, GridTransform transform, int[][] index) {
        int count = waves.size();
        int dimension = mesh.dimension();
        bin = new int[count];
        opposite = new int[count];
        boolean[] used = new boolean[transform.size() + 1];
        used[transform.size()] = true;
        for (int j = 0; j < count; j++) {
            int[] m = new int[Mesh.MAX_DIMENSION];
            for (int d = 0; d < dimension; d++) {
                m[d] = index[d][j];
            }
            int here = transform.at(m[0], m[1], m[2]);
            int there = transform.at(-m[0], -m[1], -m[2]);
            used[here] = true;
            used[there] = true;
            bin[j] = 2 * here;
            opposite[j] = 2 * there;
        }
        gaps = gaps(used);
        cos = new double[count];
        sin = new double[count];
        turn(mesh, index, -1, cos, sin);
        slopes = new double[dimension][4][count];
        double[] faceCos = new double[count];
        double[] faceSin = new double[count];
        for (int d = 0; d < dimension; d++) {
            turn(mesh, index, d, faceCos, faceSin);
            double[] k = waves.components(d);
            for (int j = 0; j < count; j++) {
                slopes[d][0][j] = 0.5 * k[j] * (cos[j] - faceSin[j]);
                slopes[d][1][j] = 0.5 * k[j] * (sin[j] + faceCos[j]);
                slopes[d][2][j] = 0.5 * k[j] * (cos[j] + faceSin[j]);
                slopes[d][3][j] = 0.5 * k[j] * (sin[j] - faceCos[j]);
            }
        }
    }

    private static int[] gaps(boolean[] used) {
        int[] found = new int[used.length + 1];
        int n = 0;
        for (int i = 0; i < used.length; i++) {
            if (used[i] == (n % 2 == 1)) {
                found[n++] = 2 * i;
            }
        }
        return Arrays.copyOf(found, n);
    }

    /** Phases at the first point, moved to the lower face along one axis, if it is one. */
    private static void turn(Mesh mesh, int[][] index, int faceAxis, double[] cos, double[] sin) {
        double[] turns = new double[cos.length];
        for (int d = 0; d < mesh.dimension(); d++) {
            double shift = faceAxis == d ? 0 : 0.5 / mesh.axis(d).cells();
            for (int j = 0; j < turns.length; j++) {
                turns[j] += shift * index[d][j];
            }
        }
        SineCosine.fill(turns, turns.length, cos, sin);
    }
}
