package org.dualflow.validation.agreement;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.dualflow.validation.study.Verdict;

/**
 * What came out of an {@link Agreement}.
 *
 * @param metric name of the distance
 * @param distance distance of grid and particles
 * @param grid parts of the grid's error
 * @param particles parts of the particles' error
 * @param triangle distances from the exact solution, if it is known
 */
public record AgreementReport(
        String metric, double distance, List<ErrorPart> grid, List<ErrorPart> particles, Optional<Triangle> triangle) {

    /** How far upper estimates may exceed estimates and still say something. */
    static final double INFORMATIVE = 10;

    /** Copies the lists. */
    public AgreementReport {
        grid = List.copyOf(grid);
        particles = List.copyOf(particles);
    }

    /** The most that the parts explain: the sum of their upper estimates. */
    public double explained() {
        return upper(grid) + upper(particles);
    }

    private static double upper(List<ErrorPart> parts) {
        return parts.stream().mapToDouble(ErrorPart::upper).sum();
    }

    private double roundOff() {
        return Stream.concat(grid.stream(), particles.stream())
                .filter(part -> part.source() == ErrorPart.Source.ROUND_OFF)
                .mapToDouble(ErrorPart::upper)
                .sum();
    }

    /** The parts as they are estimated, without the uncertainty of their orders. */
    public double estimated() {
        return Stream.concat(grid.stream(), particles.stream())
                .mapToDouble(ErrorPart::size)
                .sum();
    }

    /**
     * Whether the two converge to one thing: the distance is not larger than the parts explain. INCONCLUSIVE if a part has no
     * finite estimate, or if the upper estimates, round-off aside, exceed the estimates by more than a factor of
     * {@value #INFORMATIVE}: parts that are not known to an order of magnitude would explain any distance. With an exact solution also: each side's error is explained by its own parts, and the triangle is one.
     */
    public Verdict agreement() {
        Verdict verdict = explained() <= INFORMATIVE * estimated() + roundOff()
                ? explains(explained(), distance)
                : Verdict.INCONCLUSIVE.and(explains(explained(), distance));
        if (triangle.isEmpty()) {
            return verdict;
        }
        Triangle sides = triangle.get();
        return verdict.and(sides.verdict())
                .and(explains(upper(grid), sides.gridError()))
                .and(explains(upper(particles), sides.particleError()));
    }

    private static Verdict explains(double explained, double distance) {
        if (Double.isInfinite(explained)) {
            return Verdict.INCONCLUSIVE;
        }
        return distance <= explained ? Verdict.PASS : Verdict.FAIL;
    }

    /** The agreement and the orders of all parts: the worst of them. */
    public Verdict verdict() {
        return Stream.concat(grid.stream(), particles.stream())
                .map(part -> part.table().verdict())
                .reduce(agreement(), Verdict::and);
    }

    /** Tables of all parts and the balance in Markdown. */
    public String toMarkdown() {
        StringBuilder text = new StringBuilder();
        Stream.concat(grid.stream(), particles.stream())
                .forEach(part -> text.append(part.table().toMarkdown()).append('\n'));
        text.append("| part | estimate | at most |\n|------|---------:|--------:|\n");
        grid.forEach(part -> row(text, "grid, " + part.name(), part));
        particles.forEach(part -> row(text, "particles, " + part.name(), part));
        text.append(String.format(
                Locale.ROOT,
                "%n%s: %s of grid and particles %.3e, explained %.3e.%n",
                agreement(),
                metric,
                distance,
                explained()));
        triangle.ifPresent(t -> text.append(String.format(
                Locale.ROOT,
                "From the exact solution: grid %.3e, particles %.3e.%n",
                t.gridError(),
                t.particleError())));
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    private static void row(StringBuilder text, String name, ErrorPart part) {
        text.append(String.format(Locale.ROOT, "| %s | %.3e | %.3e |%n", name, part.size(), part.upper()));
    }
}
