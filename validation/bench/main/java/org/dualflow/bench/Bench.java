package org.dualflow.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Times every kernel in C and in Java by turns and prints one table.
 *
 * <p>{@code java -jar bench.jar --help} says how. The ratio is the best time of C over the best time of Java, of all rounds; beside it the median of the rounds' ratios. Exit
 * code 1 if a ratio stays below its target.
 */
public final class Bench {

    private static final String USAGE = """
            Usage: java -jar bench.jar [--help] [--list] [NAME] [ROUNDS]
            Times kernels in C and in Java by turns; exit code 1 if a ratio stays below its target.
              NAME     Only kernels whose name has this part, in any case: "kernel gan", "512 squared"; all by default.
              ROUNDS   How often C and Java take turns, at least 1; 3 by default.
              --list   Print the names of the chosen kernels and time nothing.
              --help   Print this.
            """;

    private Bench() {}

    /** Runs the comparisons. */
    public static void main(String[] arguments) throws IOException, InterruptedException, RunnerException {
        List<String> words = new ArrayList<>(List.of(arguments));
        if (words.remove("--help")) {
            System.out.print(USAGE);
            return;
        }
        boolean list = words.remove("--list");
        String filter = words.isEmpty() ? "" : words.get(0).toLowerCase(Locale.ROOT);
        int rounds = words.size() > 1 ? rounds(words.get(1)) : 3;
        List<Comparison> chosen = Comparisons.all().stream()
                .filter(c -> c.name().toLowerCase(Locale.ROOT).contains(filter))
                .toList();
        if (chosen.isEmpty() || rounds < 1 || words.size() > 2) {
            System.err.println(String.join(" ", words)
                    + ": part of a kernel's name, and a number of rounds, at least 1, are allowed; see --help");
            System.exit(2);
        }
        if (list) {
            chosen.forEach(c -> System.out.println(c.name()));
            return;
        }
        boolean ok = true;
        double[][] c = new double[chosen.size()][rounds];
        double[][] java = new double[chosen.size()][rounds];
        CReference reference = new CReference();
        for (int r = 0; r < rounds; r++) {
            for (int k = 0; k < chosen.size(); k++) {
                Comparison comparison = chosen.get(k);
                c[k][r] = reference.seconds(comparison.source(), comparison.arguments()) / comparison.share();
                java[k][r] = JmhTiming.seconds(comparison);
                System.err.printf(
                        Locale.ROOT,
                        "round %d of %d  %s: C %.4g ms, Java %.4g ms%n",
                        r + 1,
                        rounds,
                        comparison.name(),
                        1e3 * c[k][r],
                        1e3 * java[k][r]);
            }
        }
        System.out.println("Java " + System.getProperty("java.version") + ", times in ms, ratio = C / Java");
        System.out.printf(
                "%-44s | %10s | %10s | %6s | %6s | %6s | %s%n",
                "kernel", "C", "Java", "ratio", "median", "target", "ok");
        for (int k = 0; k < chosen.size(); k++) {
            ok &= print(chosen.get(k), c[k], java[k]);
        }
        System.exit(ok ? 0 : 1);
    }

    private static int rounds(String word) {
        try {
            return Integer.parseInt(word);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static boolean print(Comparison comparison, double[] c, double[] java) {
        double bestC = Arrays.stream(c).min().orElseThrow();
        double bestJava = Arrays.stream(java).min().orElseThrow();
        double[] ratios = new double[c.length];
        Arrays.setAll(ratios, r -> c[r] / java[r]);
        Arrays.sort(ratios);
        double ratio = bestC / bestJava;
        boolean ok = ratio >= comparison.target();
        System.out.printf(
                Locale.ROOT,
                "%-44s | %10.4g | %10.4g | %6.3f | %6.3f | %6.3f | %s%n",
                comparison.name(),
                1e3 * bestC,
                1e3 * bestJava,
                ratio,
                ratios[ratios.length / 2],
                comparison.target(),
                ok ? "yes" : "NO");
        return ok;
    }
}
