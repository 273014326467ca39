package org.dualflow.validation.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dualflow.restart.BadCheckpointException;
import org.dualflow.restart.CheckpointFile;
import org.dualflow.restart.Checkpoints;
import org.dualflow.restart.Restartable;
import org.dualflow.validation.io.CaseReader.ReadCase;
import org.dualflow.validation.io.schema.BadCaseException;
import org.dualflow.validation.io.schema.CaseProblem;
import org.dualflow.validation.report.Json;
import org.dualflow.validation.report.Provenance;
import org.dualflow.validation.report.Summary;

/**
 * The folder of a run, and in it the checkpoints that the run can be continued from, one file per solution. The folder is made,
 * or takes the place of older results, with the first checkpoint; from then on its summary says "interrupted" until the run is
 * finished.
 */
public final class RunFolder {

    private final Path target;
    private final ReadCase read;
    private final Provenance provenance;
    private final boolean resume;
    private boolean marked;

    /**
     * @param target where
     * @param read the case
     * @param provenance of the run
     * @param resume whether to go on from checkpoints that are there
     */
    public RunFolder(Path target, ReadCase read, Provenance provenance, boolean resume) {
        this.target = target;
        this.read = read;
        this.provenance = provenance;
        this.resume = resume;
        this.marked = resume && Files.isDirectory(checkpoints());
    }

    Path path() {
        return target;
    }

    /** The formats of fields that the case asks for. */
    List<String> fields() {
        return read.file().output().fields();
    }

    /** Whether the folder is there and marked interrupted, with checkpoints in it. */
    synchronized boolean isMarked() {
        return marked;
    }

    private Path checkpoints() {
        return target.resolve(ResultFolder.CHECKPOINTS);
    }

    /**
     * Looks whether what is there can be continued, before anything is computed.
     *
     * @return names of the solutions that have a checkpoint
     * @throws BadCaseException if results of another case are there, or a checkpoint is damaged or of another case or version
     */
    public List<String> check() throws BadCaseException, IOException {
        if (!resume || !Files.exists(target.resolve(ResultFolder.SUMMARY))) {
            return List.of();
        }
        FoundRun.of(target, read.digest());
        if (!marked) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(checkpoints())) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.contains("."))
                    .sorted()
                    .toList();
            for (String name : names) {
                file(name).check();
            }
            return names;
        } catch (BadCheckpointException e) {
            throw new BadCaseException(
                    List.of(new CaseProblem("--resume", 0, target.toString(), e.found(), e.allowed())));
        }
    }

    /** Whether an interrupted run could be continued here, but is not to be. */
    public boolean forgetsCheckpoints() {
        return !resume && Files.isDirectory(checkpoints());
    }

    /** The run of this case that was finished here, if it is to be continued though nothing is left to do. */
    public Optional<FoundRun> finished() throws BadCaseException, IOException {
        if (!resume || !Files.exists(target.resolve(ResultFolder.SUMMARY))) {
            return Optional.empty();
        }
        return Optional.of(FoundRun.of(target, read.digest())).filter(FoundRun::isFinished);
    }

    private CheckpointFile file(String solution) {
        String identity =
                "case " + read.digest().substring(0, 16) + ", " + solution + ", dualflow " + Provenance.buildLabel();
        return new CheckpointFile(
                checkpoints().resolve(solution), identity, read.file().output().checkpoint());
    }

    /** Where one solution keeps its state. */
    public Checkpoints checkpoints(String solution) {
        CheckpointFile file = file(solution);
        return new Checkpoints() {
            @Override
            public boolean due() {
                return file.due();
            }

            @Override
            public void keep(Restartable state) {
                mark();
                file.keep(state);
            }

            @Override
            public boolean restore(Restartable state) {
                return resume && file.restore(state);
            }
        };
    }

    private synchronized void mark() {
        if (marked) {
            return;
        }
        try (ResultFolder folder = ResultFolder.begin(target)) {
            folder.write(
                    ResultFolder.SUMMARY,
                    Json.indented(Summary.begun(read.file().name(), read.digest(), provenance)));
            folder.make(ResultFolder.CHECKPOINTS);
            folder.finish();
            marked = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
