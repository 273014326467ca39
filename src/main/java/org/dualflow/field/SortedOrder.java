package org.dualflow.field;

/**
 * The order of points on a line, kept from one call to the next: a stable natural merge sort of indices, O(n) if the
 * order did not change and O(n log r) if the old order falls into r runs of the new one. Allocates only when it grows.
 */
public final class SortedOrder {

    private int[] order = new int[0];
    private int[] buffer = new int[0];
    private int[] runs = new int[1];
    private int size;

    /** The sorted order of the given numbers; ties by index. */
    public static int[] of(double[] x) {
        SortedOrder sorted = new SortedOrder();
        sorted.update(x, x.length);
        return sorted.order;
    }

    /**
     * Sorts the indices {@code 0 … n-1} by their numbers, starting from the previous order if {@code n} is the same.
     *
     * @param x numbers, none of them NaN
     * @param n how many
     */
    public void update(double[] x, int n) {
        if (n != size) {
            start(n);
        }
        int count = findRuns(x);
        while (count > 1) {
            int merged = 0;
            for (int r = 0; r < count; r += 2) {
                int from = runs[r];
                if (r + 1 < count) {
                    merge(x, from, runs[r + 1], runs[r + 2]);
                } else {
                    System.arraycopy(order, from, buffer, from, size - from);
                }
                runs[merged++] = from;
            }
            runs[merged] = size;
            count = merged;
            int[] swap = order;
            order = buffer;
            buffer = swap;
        }
    }

    /** The indices in order, {@code order()[rank]}, length at least n; valid until the next update. */
    public int[] order() {
        return order;
    }

    private void start(int n) {
        order = new int[n];
        buffer = new int[n];
        runs = new int[n + 1];
        size = n;
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
    }

    private int findRuns(double[] x) {
        int count = 0;
        for (int rank = 0; rank < size; rank++) {
            if (rank == 0 || follows(x, order[rank - 1], order[rank])) {
                runs[count++] = rank;
            }
        }
        runs[count] = size;
        return count;
    }

    private void merge(double[] x, int from, int middle, int to) {
        int left = from;
        int right = middle;
        for (int k = from; k < to; k++) {
            boolean takeLeft = right == to || (left < middle && !follows(x, order[left], order[right]));
            buffer[k] = takeLeft ? order[left++] : order[right++];
        }
    }

    /** Whether index {@code i} comes after index {@code j}. */
    private static boolean follows(double[] x, int i, int j) {
        return x[i] > x[j] || (x[i] == x[j] && i > j);
    }
}
