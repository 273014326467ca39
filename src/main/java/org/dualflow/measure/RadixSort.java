package org.dualflow.measure;

/**
 * Sorts doubles in linear time by their bits, eleven at a time from the least significant (LSD radix sort, six passes,
 * those on which all keys agree left out). Stable, in the order of {@link Double#compare}, -0.0 before 0.0; not for NaN
 * of negative sign bit.
 */
final class RadixSort {

    private static final int BITS = 11;
    private static final int BUCKETS = 1 << BITS;
    private static final int MASK = BUCKETS - 1;
    private static final int PASSES = 6;
    private static final int SMALL = 64;

    private RadixSort() {}

    /** Sorts {@code x} in place. */
    static void sort(double[] x) {
        if (x.length <= SMALL) {
            java.util.Arrays.sort(x);
            return;
        }
        int n = x.length;
        long[] keys = new long[n];
        int[][] counts = new int[PASSES][BUCKETS];
        count(x, keys, counts);
        long[] other = new long[n];
        for (int pass = 0; pass < PASSES; pass++) {
            int shift = pass * BITS;
            int[] next = counts[pass];
            if (!cumulate(next, n)) {
                scatter(keys, other, next, shift);
                long[] swap = keys;
                keys = other;
                other = swap;
            }
        }
        decode(keys, x);
    }

    /** Sorts {@code x} in place, and {@code carried} along with it. */
    static void sort(double[] x, double[] carried) {
        if (x.length <= SMALL) {
            insertion(x, carried);
            return;
        }
        int n = x.length;
        long[] keys = new long[n];
        int[][] counts = new int[PASSES][BUCKETS];
        count(x, keys, counts);
        long[] other = new long[n];
        double[] load = carried;
        double[] otherLoad = new double[n];
        for (int pass = 0; pass < PASSES; pass++) {
            int shift = pass * BITS;
            int[] next = counts[pass];
            if (!cumulate(next, n)) {
                scatter(keys, other, load, otherLoad, next, shift);
                long[] swap = keys;
                keys = other;
                other = swap;
                double[] swapLoad = load;
                load = otherLoad;
                otherLoad = swapLoad;
            }
        }
        decode(keys, x);
        if (load != carried) {
            System.arraycopy(load, 0, carried, 0, n);
        }
    }

    /** Bits whose unsigned order is the order of the numbers: all flipped for negative ones, the sign for others. */
    private static void count(double[] x, long[] keys, int[][] counts) {
        int[] c0 = counts[0];
        int[] c1 = counts[1];
        int[] c2 = counts[2];
        int[] c3 = counts[3];
        int[] c4 = counts[4];
        int[] c5 = counts[5];
        for (int i = 0; i < keys.length; i++) {
            long bits = Double.doubleToRawLongBits(x[i]);
            long key = bits ^ (bits >> 63 | Long.MIN_VALUE);
            keys[i] = key;
            c0[(int) key & MASK]++;
            c1[(int) (key >>> BITS) & MASK]++;
            c2[(int) (key >>> 2 * BITS) & MASK]++;
            c3[(int) (key >>> 3 * BITS) & MASK]++;
            c4[(int) (key >>> 4 * BITS) & MASK]++;
            c5[(int) (key >>> 5 * BITS) & MASK]++;
        }
    }

    /** Turns counts into first positions; true if one bucket holds all. */
    private static boolean cumulate(int[] counts, int n) {
        int sum = 0;
        boolean one = false;
        for (int b = 0; b < BUCKETS; b++) {
            int c = counts[b];
            one |= c == n;
            counts[b] = sum;
            sum += c;
        }
        return one;
    }

    private static void scatter(long[] from, long[] to, int[] next, int shift) {
        for (int i = 0; i < from.length; i++) {
            long key = from[i];
            to[next[(int) (key >>> shift) & MASK]++] = key;
        }
    }

    private static void scatter(long[] from, long[] to, double[] load, double[] toLoad, int[] next, int shift) {
        for (int i = 0; i < from.length; i++) {
            long key = from[i];
            int at = next[(int) (key >>> shift) & MASK]++;
            to[at] = key;
            toLoad[at] = load[i];
        }
    }

    private static void decode(long[] keys, double[] x) {
        for (int i = 0; i < keys.length; i++) {
            long key = keys[i];
            x[i] = Double.longBitsToDouble(key ^ (~key >> 63 | Long.MIN_VALUE));
        }
    }

    private static void insertion(double[] x, double[] carried) {
        for (int i = 1; i < x.length; i++) {
            double key = x[i];
            double load = carried[i];
            int j = i - 1;
            while (j >= 0 && Double.compare(x[j], key) > 0) {
                x[j + 1] = x[j];
                carried[j + 1] = carried[j];
                j--;
            }
            x[j + 1] = key;
            carried[j + 1] = load;
        }
    }
}
