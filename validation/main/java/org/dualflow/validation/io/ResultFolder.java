package org.dualflow.validation.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.dualflow.validation.io.schema.BadCaseException;
import org.dualflow.validation.io.schema.CaseProblem;

/**
 * The folder that results go to. Files are written to a temporary folder beside it, which takes its place by one rename:
 * the folder is always whole. Only the folder of a run that takes long is there before the run is finished: its summary says
 * "interrupted" until everything else has been put into it.
 */
public final class ResultFolder implements AutoCloseable {

    /** The file by which a folder is recognised as one of results. */
    public static final String SUMMARY = "summary.json";

    /** What a run can be continued from, in the folder of a run that is not finished. */
    static final String CHECKPOINTS = "checkpoint";

    private final Path target;
    private final Path temporary;
    private boolean finished;

    private ResultFolder(Path target, Path temporary) {
        this.target = target;
        this.temporary = temporary;
    }

    /**
     * Checks, before anything is computed, that results can be written. Writes nothing.
     *
     * @param target absent, empty, or an older result, which will be replaced
     * @throws BadCaseException if it is anything else, or cannot be written
     */
    public static void check(Path target) throws BadCaseException {
        if (Files.isSymbolicLink(target) && !Files.exists(target)) {
            refuse(target, "a broken link");
        }
        if (Files.exists(target)) {
            if (!Files.isDirectory(target)) {
                refuse(target, "a file");
            }
            if (!Files.exists(target.resolve(SUMMARY)) && !isEmpty(target)) {
                refuse(target, "a folder with other content");
            }
        }
        Path parent = target.toAbsolutePath().normalize().getParent();
        while (parent != null && !Files.exists(parent)) {
            parent = parent.getParent();
        }
        if (parent == null || !isWritable(parent)) {
            refuse(target, "not writable");
        }
    }

    /** Tries: permissions alone do not tell, least of all to a superuser. */
    private static boolean isWritable(Path folder) {
        try {
            Files.delete(Files.createTempDirectory(folder, ".dualflow."));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void refuse(Path target, String what) throws BadCaseException {
        throw new BadCaseException(List.of(new CaseProblem(
                "--out", 0, target.toString(), what, "a new or empty folder, or one of older results, is allowed")));
    }

    private static boolean isEmpty(Path folder) throws BadCaseException {
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isEmpty();
        } catch (IOException e) {
            refuse(folder, "a folder that cannot be read");
            return false;
        }
    }

    /** Starts a new result that will be at {@code target} when it is finished. */
    public static ResultFolder begin(Path target) throws IOException {
        Path absolute = target.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        Files.createDirectories(parent == null ? absolute : parent);
        Path temporary = Files.createTempDirectory(parent, "." + absolute.getFileName() + ".");
        return new ResultFolder(absolute, temporary);
    }

    /** Writes a text file. */
    public void write(String name, String text) throws IOException {
        Files.writeString(place(name), text);
    }

    /** Opens a file for bytes. */
    public OutputStream open(String name) throws IOException {
        return Files.newOutputStream(place(name));
    }

    private Path place(String name) throws IOException {
        Path file = temporary.resolve(name);
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        return file;
    }

    /** Puts the new result in the place of the old one. */
    public void finish() throws IOException {
        Path old = temporary.resolveSibling(temporary.getFileName() + ".old");
        boolean replaced = Files.exists(target);
        if (replaced) {
            Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        finished = true;
        if (replaced) {
            delete(old);
        }
    }

    /** A folder for what can be continued. */
    void make(String name) throws IOException {
        Files.createDirectory(temporary.resolve(name));
    }

    /**
     * Puts the new result into a folder that is marked interrupted, its summary last.
     *
     * @param continued name of the folder in it that it can be continued from
     * @param keep whether that stays
     */
    void finishWithin(String continued, boolean keep) throws IOException {
        for (Path old : content(target)) {
            if (!old.endsWith(SUMMARY) && !old.endsWith(continued)) {
                delete(old);
            }
        }
        for (Path made : content(temporary)) {
            if (!made.endsWith(SUMMARY)) {
                Files.move(made, target.resolve(made.getFileName()), StandardCopyOption.ATOMIC_MOVE);
            }
        }
        Files.move(
                temporary.resolve(SUMMARY),
                target.resolve(SUMMARY),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        if (!keep) {
            Files.move(target.resolve(continued), temporary.resolve(continued), StandardCopyOption.ATOMIC_MOVE);
        }
        finished = true;
        delete(temporary);
    }

    /**
     * Writes a file to a temporary name and renames it: it is whole or not there.
     *
     * @param mark between its name and the ending of the temporary one; of two who write the same file, each has their own
     */
    public static void replace(Path file, String mark, byte[] content) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + mark + ".tmp");
        Files.write(temporary, content);
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<Path> content(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    /** Removes what was written if it was not finished. */
    @Override
    public void close() throws IOException {
        if (!finished) {
            delete(temporary);
        }
    }

    /** Deletes a folder and what is in it. */
    public static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
