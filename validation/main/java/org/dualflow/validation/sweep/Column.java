package org.dualflow.validation.sweep;

/** A column of a table. */
public sealed interface Column {

    /** At the head. */
    String name();

    /** One cell as CSV holds it. */
    String cell(int row);

    /** A copy of all cells as an array, {@code double[]}, {@code long[]} or {@code String[]}. */
    Object data();

    /** Numbers; NaN where a point has none. Arrays are not copied. */
    record Numbers(String name, double[] values) implements Column {
        @Override
        public String cell(int row) {
            return Double.toString(values[row]);
        }

        @Override
        public double[] data() {
            return values.clone();
        }
    }

    /** Integers. Arrays are not copied. */
    record Integers(String name, long[] values) implements Column {
        @Override
        public String cell(int row) {
            return Long.toString(values[row]);
        }

        @Override
        public long[] data() {
            return values.clone();
        }
    }

    /** Words. Arrays are not copied. */
    record Words(String name, String[] values) implements Column {
        @Override
        public String cell(int row) {
            return values[row];
        }

        @Override
        public String[] data() {
            return values.clone();
        }
    }
}
