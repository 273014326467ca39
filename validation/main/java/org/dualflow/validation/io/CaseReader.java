package org.dualflow.validation.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dualflow.validation.io.schema.BadCaseException;
import org.dualflow.validation.io.schema.InputReader;
import org.dualflow.validation.io.schema.Problems;
import org.dualflow.validation.io.schema.Values;
import org.dualflow.validation.report.Remark;

/**
 * Reads case files. Everything that is wrong with a file is reported at once; a case that is returned has been built
 * and fits together.
 */
public final class CaseReader {

    private static final double MOST_OUTPUTS = 1e6;

    /** Steps of the size that is written, beyond which no run comes to its end. */
    private static final double MOST_STEPS = 1e9;

    private CaseReader() {}

    /**
     * A case and what it means.
     *
     * @param file what was written
     * @param setup what it means
     * @param remarks what must be said about it: rows of data left out
     * @param files of data that it names, by name as written
     * @param digest tells it from other cases: equal for equal names, values and data
     */
    public record ReadCase(CaseFile file, Setup setup, List<Remark> remarks, Map<String, Path> files, String digest) {

        /** Copies the collections. */
        public ReadCase {
            remarks = List.copyOf(remarks);
            files = Map.copyOf(files);
        }
    }

    /**
     * Reads a file.
     *
     * @param path the file
     * @param overrides {@code path=value}, put into the file before it is checked
     * @throws BadCaseException if anything is wrong, with everything that is
     */
    public static ReadCase read(Path path, List<String> overrides) throws BadCaseException {
        Problems problems = new Problems(path.toString());
        Optional<String> text = text(path, problems);
        problems.check();
        Optional<Values> values = InputReader.read(
                        text.orElse(""), overrides, CaseSchema.KIND, problems, path.toString())
                .map(v -> (Values) v);
        problems.check();
        return assemble(path, values.orElseThrow(), problems);
    }

    /** A case from values that fit the schema. */
    static ReadCase assemble(Path path, Values values, Problems problems) throws BadCaseException {
        Optional<ReadCase> result = assemble(nameOf(path), values, problems);
        problems.check();
        return result.orElseThrow();
    }

    /** The text of a file; nothing, and a problem, if there is none. */
    static Optional<String> text(Path path, Problems problems) {
        try {
            if (Files.isDirectory(path)) {
                problems.add("", "a folder", "a YAML file is allowed");
                return Optional.empty();
            }
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path));
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException e) {
            problems.add("", "not UTF-8 text", "a YAML file is allowed");
        } catch (IOException e) {
            String what = Files.exists(path) ? "cannot be read" : "no such file";
            problems.add("", what, "a readable YAML file is allowed");
        }
        return Optional.empty();
    }

    private static String nameOf(Path path) {
        return path.getFileName().toString().replaceFirst("\\.ya?ml$", "");
    }

    private static Optional<ReadCase> assemble(String name, Values values, Problems problems) {
        ModelEntry entry = Registry.model(values.text("model"));
        Values time = values.values("time");
        double start = time.number("start");
        double end = time.number("end");
        if (!(end > start)) {
            problems.add("time.end", "" + end, "a number greater than time.start = " + start + " is allowed");
        }
        double every = every(values, start, end, problems);
        if (!values.has("grid") && !values.has("particles") && !values.has("training") && !values.has("movement")) {
            problems.add(
                    "", "neither grid nor particles nor training nor movement", "at least one of them must be given");
        }
        Optional<ParticleSpec> particles = values.has("particles")
                ? Optional.of(ParticleSpec.of(values.values("particles"), problems))
                : Optional.empty();
        Optional<TrainingSpec> training = values.has("training")
                ? Optional.of(TrainingSpec.of(values.values("training"), problems))
                : Optional.empty();
        for (String section : List.of("grid", "particles", "training", "movement")) {
            steps(section, values, end - start, problems);
        }
        Optional<Setup> setup = build(entry, values, problems);
        if (setup.isEmpty()) {
            return Optional.empty();
        }
        int dimension = setup.get().model().species().get(0).domain().dimension();
        Optional<GridSpec> grid = values.has("grid")
                ? Optional.of(GridSpec.of(values.values("grid"), dimension, problems))
                : Optional.empty();
        CaseFile file = new CaseFile(
                name,
                values.has("title") ? values.text("title") : name,
                entry.name(),
                values.values("parameters"),
                values.values("initial"),
                start,
                end,
                grid,
                particles,
                training,
                values.has("movement")
                        ? Optional.of(MovementSpec.of(
                                values.values("movement"), setup.get().model(), problems))
                        : Optional.empty(),
                OutputSpec.of(values.values("output"), every),
                expectations(values, setup.get(), problems),
                ladders(values, problems));
        if (problems.isEmpty()) {
            Discretisations.check(file, setup.get(), problems);
        }
        String digest = CaseDigest.of(name, values, problems.files());
        return Optional.of(new ReadCase(file, setup.get(), problems.remarks(), problems.files(), digest));
    }

    private static Optional<Setup> build(ModelEntry entry, Values values, Problems problems) {
        try {
            Optional<Setup> setup =
                    entry.builder().build(values.values("parameters"), values.values("initial"), problems);
            List<String> equations = Equations.of(entry.name());
            return equations.isEmpty() ? setup : setup.map(s -> s.withEquations(equations));
        } catch (IllegalArgumentException e) {
            problems.add("initial", "refused", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static double every(Values values, double start, double end, Problems problems) {
        Values output = values.values("output");
        double every = output.has("every") ? output.number("every") : (end - start) / 200;
        if (end > start && (end - start) / every > MOST_OUTPUTS) {
            problems.add(
                    "output.every",
                    "" + every,
                    "at least " + (end - start) / MOST_OUTPUTS + " is allowed, for at most 1000000 outputs");
        }
        return every;
    }

    private static void steps(String section, Values values, double time, Problems problems) {
        if (values.has(section) && values.values(section).has("step")) {
            double step = values.values(section).number("step");
            if (time / step > MOST_STEPS) {
                problems.add(
                        section + ".step",
                        "" + step,
                        "at least " + time / MOST_STEPS + " is allowed, for at most 1000000000 steps");
            }
        }
    }

    private static List<ExpectSpec> expectations(Values values, Setup setup, Problems problems) {
        List<ExpectSpec> expectations = new ArrayList<>();
        if (values.has("expect")) {
            for (Object expectation : values.list("expect")) {
                ExpectSpec spec = ExpectSpec.of((Values) expectation);
                spec.check("expect[" + expectations.size() + "]", setup.model(), problems);
                expectations.add(spec);
            }
        }
        return expectations;
    }

    private static List<LadderSpec> ladders(Values values, Problems problems) {
        List<LadderSpec> ladders = new ArrayList<>();
        if (values.has("converge")) {
            for (Object ladder : values.list("converge")) {
                LadderSpec spec = LadderSpec.of((Values) ladder);
                String section = spec.refine().equals("cells") ? "grid" : "particles";
                if (!values.has(section)) {
                    problems.add(
                            "converge[" + ladders.size() + "].refine",
                            spec.refine(),
                            "a section " + section + " must be given");
                }
                if (spec.metric().equals("L1") && !section.equals("grid")) {
                    problems.add("converge[" + ladders.size() + "].metric", "L1", "W1 or W2 is allowed for particles");
                }
                ladders.add(spec);
            }
        }
        return ladders;
    }
}
