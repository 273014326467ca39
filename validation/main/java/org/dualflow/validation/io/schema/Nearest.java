package org.dualflow.validation.io.schema;

import java.util.Optional;

/** The known word that someone who mistyped probably meant. */
public final class Nearest {

    private Nearest() {}

    /** The known word of least edit distance, if that is at most a third of the longer word, or one. */
    public static Optional<String> to(String wrong, Iterable<String> known) {
        Optional<String> nearest = Optional.empty();
        int least = Integer.MAX_VALUE;
        for (String word : known) {
            int distance = distance(wrong.toLowerCase(java.util.Locale.ROOT), word.toLowerCase(java.util.Locale.ROOT));
            int limit = Math.max(1, Math.max(wrong.length(), word.length()) / 3);
            if (distance <= limit && distance < least) {
                least = distance;
                nearest = Optional.of(word);
            }
        }
        return nearest;
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
