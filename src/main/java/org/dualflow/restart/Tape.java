package org.dualflow.restart;

/**
 * Numbers in a row, written or read. Every method is given the present value; a tape that is recorded writes it and gives
 * it back, a tape that is played gives what was written, bit for bit.
 *
 * <p>Failures of the medium are {@link java.io.UncheckedIOException}s.
 */
public abstract class Tape {

    Tape() {}

    /** Whether this tape is played, so that values change. */
    public abstract boolean plays();

    /** An integer. */
    public abstract long whole(long now);

    /** A text, of any length. */
    public abstract String text(String now);

    /** An integer. */
    public final int integer(int now) {
        return (int) whole(now);
    }

    /** A number. */
    public final double number(double now) {
        return Double.longBitsToDouble(whole(Double.doubleToRawLongBits(now)));
    }

    /** Yes or no. */
    public final boolean flag(boolean now) {
        return whole(now ? 1 : 0) == 1;
    }

    /** The first {@code n} numbers of an array. */
    public final void numbers(double[] now, int n) {
        for (int i = 0; i < n; i++) {
            now[i] = number(now[i]);
        }
    }

    /** An array, whose length must not change. */
    public final void numbers(double[] now) {
        agree(now.length);
        numbers(now, now.length);
    }

    /** Arrays, whose number and lengths must not change. */
    public final void numbers(double[][] now) {
        agree(now.length);
        for (double[] row : now) {
            numbers(row);
        }
    }

    /** An array, whose length must not change. */
    public final void flags(boolean[] now) {
        agree(now.length);
        for (int i = 0; i < now.length; i++) {
            now[i] = flag(now[i]);
        }
    }

    /**
     * Marks where the memory of a part begins: a tape that is played in another order than it was recorded is noticed.
     *
     * @throws IllegalStateException if another part was recorded here
     */
    public final void part(String name) {
        String found = text(name);
        if (!found.equals(name)) {
            throw new IllegalStateException("tape: " + found + " is recorded where " + name + " is played");
        }
    }

    private void agree(int length) {
        long found = whole(length);
        if (found != length) {
            throw new IllegalStateException("tape: " + found + " values are recorded where " + length + " are played");
        }
    }
}
