package org.dualflow.validation.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.dualflow.validation.claim.Claims;
import org.dualflow.validation.exact.ExactSolutions;
import org.dualflow.validation.io.Registry;
import org.dualflow.validation.io.SchemeNames;
import org.dualflow.validation.io.ShippedCases;
import org.dualflow.validation.report.Table;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what there is. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Show what there is.")
final class ListCommand implements Callable<Integer> {

    /** What can be listed. */
    enum What {
        MODELS,
        SCHEMES,
        CLAIMS,
        EXACT,
        DEFECTS,
        CASES
    }

    @Parameters(paramLabel = "models|schemes|claims|exact|defects|cases", description = "What to show.")
    private @Nullable What what;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        switch (Objects.requireNonNull(what)) {
            case MODELS:
                out.print(models().toText());
                break;
            case SCHEMES:
                out.print(schemes().toText());
                break;
            case CLAIMS:
                out.print(claims().toText());
                break;
            case DEFECTS:
                out.print(PlantedDefect.table().toText());
                break;
            case CASES:
                out.print(cases().toText());
                break;
            case EXACT:
                out.print(exact().toText());
                break;
            default:
                throw new IllegalStateException("what = " + what);
        }
        out.flush();
        return Dualflow.SUCCESS;
    }

    private static Table models() {
        return new Table(
                "",
                List.of("model", "what it is"),
                Registry.MODELS.stream().map(m -> List.of(m.name(), m.doc())).toList());
    }

    private static Table schemes() {
        List<List<String>> rows = new ArrayList<>();
        add(rows, "grid.scheme", SchemeNames.SCHEMES);
        add(rows, "grid.limiter", SchemeNames.LIMITERS);
        add(rows, "grid.flux", SchemeNames.FLUXES);
        add(rows, "grid.reconstruction", SchemeNames.RECONSTRUCTIONS);
        add(rows, "grid.integrator", SchemeNames.INTEGRATORS);
        add(rows, "particles.start", SchemeNames.STARTS);
        add(rows, "particles.integrator", SchemeNames.RUNGE_KUTTA);
        add(rows, "particles.sticking", SchemeNames.STICKING);
        return new Table("", List.of("key", "name", "what it is"), rows);
    }

    private static void add(List<List<String>> rows, String key, Map<String, String> words) {
        words.forEach((word, doc) -> rows.add(List.of(key, word, doc)));
    }

    private static Table claims() {
        return new Table(
                "",
                List.of("claim", "suite", "what it says", "expected"),
                Claims.all().list().stream()
                        .map(c -> List.of(c.id(), c.suite().name().toLowerCase(Locale.ROOT), c.title(), c.expected()))
                        .toList());
    }

    private static Table exact() {
        return new Table(
                "",
                List.of("exact solution", "model", "where it comes from"),
                ExactSolutions.all().stream()
                        .map(e -> List.of(e.name(), e.model().name(), e.source()))
                        .toList());
    }

    private static Table cases() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (Map.Entry<Path, String> entry : ShippedCases.all().entrySet()) {
            rows.add(List.of(entry.getKey().toString(), entry.getValue()));
        }
        return new Table("", List.of("case file", "title"), rows);
    }
}
