package org.dualflow.validation.io;

import java.util.List;
import java.util.Optional;
import org.dualflow.validation.io.schema.Values;

/**
 * A case file that was read and found to be right, in the words of its author.
 *
 * @param name name of the file without folder and ending
 * @param title one line for people
 * @param model name in the {@link Registry}
 * @param parameters of the model
 * @param initial initial data of the model
 * @param start initial time
 * @param end final time
 * @param grid finite volumes, if asked for
 * @param particles particles, if asked for
 * @param training the training algorithm, if asked for
 * @param movement minimising movements, if asked for
 * @param output what is recorded and written
 * @param expect how near a run must come to its reference
 * @param converge ladders
 */
public record CaseFile(
        String name,
        String title,
        String model,
        Values parameters,
        Values initial,
        double start,
        double end,
        Optional<GridSpec> grid,
        Optional<ParticleSpec> particles,
        Optional<TrainingSpec> training,
        Optional<MovementSpec> movement,
        OutputSpec output,
        List<ExpectSpec> expect,
        List<LadderSpec> converge) {

    /** Copies the lists. */
    public CaseFile {
        expect = List.copyOf(expect);
        converge = List.copyOf(converge);
    }

    /** The same case on another grid. */
    public CaseFile withGrid(GridSpec other) {
        return new CaseFile(
                name,
                title,
                model,
                parameters,
                initial,
                start,
                end,
                Optional.of(other),
                particles,
                training,
                movement,
                output,
                expect,
                converge);
    }

    /** The same case with other particles. */
    public CaseFile withParticles(ParticleSpec other) {
        return new CaseFile(
                name,
                title,
                model,
                parameters,
                initial,
                start,
                end,
                grid,
                Optional.of(other),
                training,
                movement,
                output,
                expect,
                converge);
    }

    /** Time between outputs. */
    public double every() {
        return output.every();
    }

    /** The largest step of particles, unless the case says it: a 2000th of the time. */
    public double defaultStep() {
        return (end - start) / 2000;
    }
}
