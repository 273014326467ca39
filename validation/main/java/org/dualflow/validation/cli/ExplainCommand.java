package org.dualflow.validation.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.dualflow.run.Discretisation;
import org.dualflow.time.Evolution;
import org.dualflow.time.StepFailure;
import org.dualflow.validation.io.CaseFile;
import org.dualflow.validation.io.CaseReader.ReadCase;
import org.dualflow.validation.io.CaseSchema;
import org.dualflow.validation.io.Discretisations;
import org.dualflow.validation.io.Estimate;
import org.dualflow.validation.io.Registry;
import org.dualflow.validation.report.Json;
import org.dualflow.validation.report.Numbers;
import org.dualflow.validation.report.Remark;
import org.dualflow.validation.report.Table;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what a case would do, and what it may say. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Say what a case would run, what it would cost, and which keys it may have.")
final class ExplainCommand implements Callable<Integer> {

    private static final long PROBE_NANOS = 300_000_000L;

    @Mixin
    private CaseOptions source = new CaseOptions();

    @Option(names = "--schema", description = "Print the JSON Schema of case files instead.")
    private boolean schema;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        ReadCase read = source.read();
        if (schema) {
            out.print(Json.indented(CaseSchema.json()));
        } else {
            print(out, read);
        }
        out.flush();
        return Dualflow.SUCCESS;
    }

    private static void print(PrintWriter out, ReadCase read) {
        CaseFile file = read.file();
        out.println(file.title());
        Registry.MODELS.stream()
                .filter(m -> m.name().equals(file.model()))
                .forEach(m -> out.println(m.name() + ": " + m.doc()));
        out.println();
        List<List<String>> rows = new ArrayList<>();
        file.grid().ifPresent(spec -> rows.add(row(Discretisations.grid(spec), spec.describe(), read)));
        file.particles().ifPresent(spec -> rows.add(row(Discretisations.particles(spec, file), spec.describe(), read)));
        file.training().ifPresent(spec -> rows.add(row(Discretisations.training(spec), spec.describe(), read)));
        file.movement().ifPresent(spec -> rows.add(row(Discretisations.movements(spec), spec.describe(), read)));
        read.setup()
                .reference()
                .until(file.start(), file.end())
                .ifPresent(r -> rows.add(List.of("reference", r.doc(), "–")));
        out.print(new Table("What would run", List.of("solution", "how", "time, about"), rows).toText());
        out.println();
        for (Remark remark : read.remarks()) {
            out.println(remark.path() + ": " + remark.facts());
        }
        Estimate estimate = Estimate.of(file, read.setup());
        out.println(estimate.points() + " points, about " + Numbers.bytes(estimate.bytes()) + " of memory; time "
                + file.start() + " to " + file.end() + ", recorded every " + Numbers.brief(file.every()));
        out.println();
        List<List<String>> keys = new ArrayList<>();
        CaseSchema.document(file.model())
                .forEach(line -> keys.add(List.of(line.path(), line.allowed(), line.fallback(), line.doc())));
        out.print(new Table("Keys", List.of("key", "allowed", "default", "what it is"), keys).toText());
    }

    private static List<String> row(Discretisation discretisation, String how, ReadCase read) {
        return List.of(discretisation.name(), how, time(discretisation, read));
    }

    /** Makes steps for a moment, and extrapolates those of its second half: the first ones are slow before they are compiled. */
    private static String time(Discretisation discretisation, ReadCase read) {
        CaseFile file = read.file();
        try {
            Evolution evolution =
                    discretisation.begin(read.setup().model(), read.setup().initial(), file.start());
            advance(evolution, file.end());
            double from = evolution.time();
            long begun = System.nanoTime();
            advance(evolution, file.end());
            double fraction = (evolution.time() - from) / (file.end() - from);
            double seconds = (System.nanoTime() - begun) * 1e-9;
            return fraction > 0 ? Numbers.duration(seconds / fraction) : "–";
        } catch (StepFailure e) {
            return "fails at time " + String.format(Locale.ROOT, "%.4g", e.time());
        }
    }

    /** Makes one step, and more until half of the moment is over. */
    private static void advance(Evolution evolution, double end) {
        long begun = System.nanoTime();
        do {
            if (evolution.time() < end) {
                evolution.step(end);
            }
        } while (evolution.time() < end && System.nanoTime() - begun < PROBE_NANOS / 2);
    }
}
