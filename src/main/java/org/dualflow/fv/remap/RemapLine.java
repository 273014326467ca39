package org.dualflow.fv.remap;

/** Mass, centre and variance along every axis, of the cells of one line. Without moments only the masses exist. */
final class RemapLine {

    final double[] mass;
    /** Centres of mass, {@code mean[dimension or 0][cells]}. */
    final double[][] mean;
    /** Variances, {@code variance[dimension or 0][cells]}. */
    final double[][] variance;

    RemapLine(int cells, int moments) {
        mass = new double[cells];
        mean = new double[moments][cells];
        variance = new double[moments][cells];
    }
}
