package org.dualflow.fv;

/** Allocates the buffers of one row that the kernels pass from loop to loop. */
final class RowBuffer {

    private static final int PAGE = 512;

    private static final int OFFSET = 86;

    private RowBuffer() {}

    /**
     * A buffer of at least {@code n} numbers. Its size is 704 bytes more than a multiple of 4096, so buffers allocated one
     * after another differ in the lower 12 bits of their addresses, by which processors guess whether a load depends on an
     * earlier store: buffers of 512 numbers, without such a margin, made some loops twice as slow.
     */
    static double[] of(int n) {
        return new double[n + Math.floorMod(OFFSET - n, PAGE)];
    }

    /** Several such buffers. */
    static double[][] of(int count, int n) {
        double[][] buffers = new double[count][];
        for (int i = 0; i < count; i++) {
            buffers[i] = of(n);
        }
        return buffers;
    }
}
