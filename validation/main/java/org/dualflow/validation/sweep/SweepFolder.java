package org.dualflow.validation.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dualflow.validation.io.Digest;
import org.dualflow.validation.io.ResultFolder;
import org.dualflow.validation.io.schema.BadCaseException;
import org.dualflow.validation.io.schema.CaseProblem;

/**
 * The folder of a sweep: {@code plan.txt}, one record per finished point in {@code points}, and at the end the tables.
 * Every file is written to a temporary name and renamed, so that it is whole or not there; {@code summary.json} says
 * "interrupted" until everything is. Shards share the folder: their points are not each other's.
 */
public final class SweepFolder {

    /** What the sweep is. */
    public static final String PLAN = "plan.txt";
    /** The table of results, there if and only if the sweep was finished once. */
    public static final String TABLE = "sweep.csv";

    private static final String POINTS = "points";

    private final Path folder;
    private final SweepPlan plan;
    private final Shard shard;
    private final String digest;

    /**
     * @param folder where
     * @param plan what
     * @param shard whose points are written here
     */
    public SweepFolder(Path folder, SweepPlan plan, Shard shard) {
        this.folder = folder.toAbsolutePath().normalize();
        this.plan = plan;
        this.shard = shard;
        this.digest = Digest.of(plan.describe());
    }

    /** A record as it was found. */
    public sealed interface Found {
        /** A whole record. */
        record Whole(PointRecord point) implements Found {}

        /** No file. */
        record Missing() implements Found {}

        /** A file that is no whole record of this point. */
        record Damaged(Path file) implements Found {
            @Override
            public String toString() {
                return file + ": damaged, its checksum does not fit its content";
            }
        }
    }

    /**
     * Checks, before anything is computed, that this sweep may be written here. Writes nothing.
     *
     * @param resume whether finished points may be there
     * @throws BadCaseException if the folder holds anything else, another sweep, or finished points that nobody asked to
     *     continue
     */
    public void check(boolean resume) throws BadCaseException {
        ResultFolder.check(folder);
        if (!Files.exists(folder.resolve(PLAN))) {
            if (Files.exists(folder.resolve(ResultFolder.SUMMARY))) {
                throw refused("results that are no sweep", "a new or empty folder, or one of this sweep, is allowed");
            }
            return;
        }
        boolean replaceable = !resume && shard.equals(Shard.WHOLE) && Files.exists(folder.resolve(TABLE));
        if (replaceable) {
            return;
        }
        Optional<String> other = difference();
        if (other.isPresent()) {
            throw refused("another sweep (" + other.get() + ")", "a new folder, or one of this sweep, is allowed");
        }
        if (!resume) {
            for (int point : shard.points(plan.points())) {
                if (Files.exists(file(point))) {
                    throw refused("a sweep that was begun", "--resume to continue it, or a new folder, is allowed");
                }
            }
        }
    }

    private BadCaseException refused(String what, String allowed) {
        return new BadCaseException(List.of(new CaseProblem("--out", 0, folder.toString(), what, allowed)));
    }

    /** The first line of the plan found here that the plan of this sweep has not. */
    private Optional<String> difference() throws BadCaseException {
        try {
            String found = Files.readString(folder.resolve(PLAN));
            if (found.equals(plan.describe())) {
                return Optional.empty();
            }
            List<String> mine = plan.describe().lines().toList();
            return Optional.of(found.lines()
                    .skip(1)
                    .filter(line -> !mine.contains(line))
                    .findFirst()
                    .map(line -> "its plan has \"" + line + "\"")
                    .orElse("its plan has less"));
        } catch (IOException e) {
            throw refused(PLAN + " cannot be read", "a folder of this sweep is allowed");
        }
    }

    /**
     * Makes the folder, unless it is there.
     *
     * @param resume whether what is there is continued; otherwise a finished sweep is replaced
     * @param interrupted what {@code summary.json} says until the sweep is finished
     */
    public void begin(boolean resume, String interrupted) throws IOException {
        if (!resume && shard.equals(Shard.WHOLE) && Files.exists(folder.resolve(TABLE))) {
            ResultFolder.delete(folder);
        }
        if (Files.exists(folder.resolve(PLAN))) {
            Files.createDirectories(folder.resolve(POINTS));
            return;
        }
        Path parent = folder.getParent();
        Files.createDirectories(parent == null ? folder : parent);
        Path made = Files.createTempDirectory(parent, "." + folder.getFileName() + ".");
        Files.createDirectory(made.resolve(POINTS));
        Files.writeString(made.resolve(ResultFolder.SUMMARY), interrupted);
        Files.writeString(made.resolve(PLAN), plan.describe());
        try {
            Files.move(made, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            ResultFolder.delete(made);
            if (!Files.exists(folder.resolve(PLAN))) {
                throw e;
            }
        }
    }

    private Path file(int point) {
        return folder.resolve(POINTS).resolve(String.format(Locale.ROOT, "%07d.txt", point));
    }

    /** Keeps a finished point. */
    public void keep(PointRecord point) {
        try {
            replace(file(point.point()), point.toText(digest).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the record of a point. */
    public Found find(int point) throws IOException {
        Path file = file(point);
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            Optional<PointRecord> record = PointRecord.parse(text, point, digest);
            return record.isPresent() ? new Found.Whole(record.get()) : new Found.Damaged(file);
        } catch (NoSuchFileException e) {
            return new Found.Missing();
        }
    }

    /** Writes a file of results. */
    public void write(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        replace(file, content);
    }

    private void replace(Path file, byte[] content) throws IOException {
        ResultFolder.replace(file, "." + shard.label(), content);
    }
}
