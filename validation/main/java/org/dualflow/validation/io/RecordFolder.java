package org.dualflow.validation.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dualflow.validation.defect.MatrixRecords;
import org.dualflow.validation.io.schema.BadCaseException;
import org.dualflow.validation.io.schema.CaseProblem;
import org.dualflow.validation.report.Json;
import tools.jackson.core.JacksonException;

/**
 * A result folder whose parts are kept as they are finished, so that a run that was cut off can go on: in {@code records}, a plan
 * and a file for each part, written whole or not at all and sealed with their digest. They stay beside the results.
 */
public final class RecordFolder implements MatrixRecords {

    static final String RECORDS = "records";

    private static final String PLAN = "plan.txt";
    private static final String CELL = "\t";

    private final Path folder;
    private final String plan;
    private final boolean resume;

    /**
     * @param folder where
     * @param plan what is computed, and with what; records of another plan are of no use
     * @param resume whether records that are there are continued
     */
    public RecordFolder(Path folder, String plan, boolean resume) {
        this.folder = folder;
        this.plan = plan;
        this.resume = resume;
    }

    Path path() {
        return folder;
    }

    private Path records() {
        return folder.resolve(RECORDS);
    }

    private boolean continues() {
        return resume && Files.exists(records());
    }

    /**
     * Checks, before anything is computed, that what is there can be continued, if it is to be. Writes nothing.
     *
     * @throws BadCaseException if these are records of something else, or other results
     */
    public void check() throws BadCaseException, IOException {
        if (!resume || !Files.exists(folder.resolve(ResultFolder.SUMMARY))) {
            return;
        }
        if (!Files.exists(records())) {
            throw refused("results without records");
        }
        if (!Files.readString(records().resolve(PLAN)).equals(plan)) {
            throw refused("records of other claims or defects, or of another build");
        }
    }

    private BadCaseException refused(String what) {
        return new BadCaseException(List.of(new CaseProblem(
                "--resume", 0, folder.toString(), what, "a new folder, or one with records of the same, is allowed")));
    }

    /** Whether something that was not finished could be continued here, but is not to be. */
    public boolean forgets() throws IOException {
        if (resume || !Files.exists(records())) {
            return false;
        }
        try {
            String summary = Files.readString(folder.resolve(ResultFolder.SUMMARY));
            return Json.read(summary).path("status").asString("").equals("interrupted");
        } catch (JacksonException e) {
            return false;
        }
    }

    /**
     * Makes the folder in the place of what is there, unless that is continued.
     *
     * @param interrupted what {@code summary.json} says until everything is finished
     */
    public void begin(String interrupted) throws IOException {
        if (continues()) {
            return;
        }
        try (ResultFolder made = ResultFolder.begin(folder)) {
            made.write(ResultFolder.SUMMARY, interrupted);
            made.write(RECORDS + "/" + PLAN, plan);
            made.finish();
        }
    }

    private Path file(String name) {
        return records().resolve(name + ".txt");
    }

    private String head(String name) {
        return "dualflow " + name + " of " + Digest.of(plan);
    }

    /** {@inheritDoc} What is damaged, or belongs elsewhere, is not there. */
    @Override
    public Optional<List<List<String>>> find(String name) {
        try {
            String text = new String(Files.readAllBytes(file(name)), StandardCharsets.UTF_8);
            List<String> lines =
                    Digest.unseal(text).stream().flatMap(String::lines).toList();
            return lines.isEmpty() || !lines.get(0).equals(head(name))
                    ? Optional.empty()
                    : Optional.of(
                            lines.stream().skip(1).map(RecordFolder::cells).toList());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void keep(String name, List<List<String>> lines) {
        StringBuilder text = new StringBuilder(head(name)).append('\n');
        lines.forEach(cells -> text.append(line(cells)).append('\n'));
        try {
            ResultFolder.replace(file(name), "", Digest.seal(text.toString()).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each cell ends with a tab, so that no cells and an empty one differ. */
    private static String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (String cell : cells) {
            line.append(cell.replace("\\", "\\\\")
                            .replace("\t", "\\t")
                            .replace("\n", "\\n")
                            .replace("\r", "\\r"))
                    .append(CELL);
        }
        return line.toString();
    }

    private static List<String> cells(String line) {
        String[] parts = line.split(CELL, -1);
        return Arrays.stream(parts, 0, parts.length - 1)
                .map(String::translateEscapes)
                .toList();
    }
}
