package org.dualflow.validation.io.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The known word that someone who mistyped probably meant. */
public final class Nearest {

    private static final int MOST = 3;

    private Nearest() {}

    /** The known word of least edit distance, if that is at most a third of the longer word, or one. */
    public static Optional<String> to(String wrong, Iterable<String> known) {
        Optional<String> nearest = Optional.empty();
        int least = Integer.MAX_VALUE;
        for (String word : known) {
            int distance = distance(wrong.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT));
            int limit = Math.max(1, Math.max(wrong.length(), word.length()) / 3);
            if (distance <= limit && distance < least) {
                least = distance;
                nearest = Optional.of(word);
            }
        }
        return nearest;
    }

    /**
     * "did you mean "a"? ", with the {@link #to nearest} known word; without one, for names made of words with hyphens, with the up
     * to three names that share the most words with the wrong one; empty if none does.
     */
    public static String question(String wrong, Iterable<String> known) {
        List<String> near = to(wrong, known).map(List::of).orElseGet(() -> sharing(wrong, known));
        return near.isEmpty() ? "" : "did you mean \"" + String.join("\" or \"", near) + "\"? ";
    }

    private static List<String> sharing(String wrong, Iterable<String> known) {
        Set<String> words = Arrays.stream(wrong.toLowerCase(Locale.ROOT).split("-+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
        List<String> best = new ArrayList<>();
        long most = 1;
        for (String name : known) {
            long common = Arrays.stream(name.toLowerCase(Locale.ROOT).split("-+"))
                    .filter(words::contains)
                    .count();
            if (common > most) {
                best.clear();
                most = common;
            }
            if (common == most && name.contains("-") && best.size() < MOST) {
                best.add(name);
            }
        }
        return best;
    }

    /** Levenshtein distance with swaps of neighbours counted once. */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(d[i - 1][j - 1] + change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
