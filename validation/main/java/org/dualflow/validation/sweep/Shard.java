package org.dualflow.validation.sweep;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One of several parts of a sweep: points {@code number - 1}, {@code number - 1 + of}, and so on. {@link #WHOLE} is all of
 * them.
 *
 * @param number which part, from 1
 * @param of how many parts, at least {@code number}
 */
public record Shard(int number, int of) {

    /** All points. */
    public static final Shard WHOLE = new Shard(1, 1);

    private static final Pattern FORM = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    /** Checks the numbers. */
    public Shard {
        if (number < 1 || number > of) {
            throw new IllegalArgumentException("shard = " + number + "/" + of + ": k/n with 1 ≤ k ≤ n is allowed");
        }
    }

    /** Reads {@code k/n}; nothing if it is anything else. */
    public static Optional<Shard> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(form.group(1));
        int of = Integer.parseInt(form.group(2));
        return number < 1 || number > of ? Optional.empty() : Optional.of(new Shard(number, of));
    }

    /** The points of a sweep that belong to this shard: neighbours cost about the same, so each shard takes turns. */
    public int[] points(int total) {
        return IntStream.range(0, total)
                .filter(point -> point % of == number - 1)
                .toArray();
    }

    /** As part of the name of a file. */
    String label() {
        return number + "-" + of;
    }

    @Override
    public String toString() {
        return number + "/" + of;
    }
}
