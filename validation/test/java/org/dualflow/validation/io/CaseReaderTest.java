package org.dualflow.validation.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dualflow.validation.io.schema.BadCaseException;
import org.dualflow.validation.io.schema.CaseProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseReaderTest {

    private static final String GOOD = """
            model: two-point-gan
            parameters: {criticSpeed: 1.0}
            initial:
              generator: 1.0
              critic: {uniform: [-0.5, 0.5]}
            time: {end: 4}
            grid:
              cells: 40
              scheme: muscl
              limiter: van-leer
            particles:
              count: 100
            output: {every: 0.1}
            """;

    @TempDir
    private Path folder;

    private CaseReader.ReadCase read(String text, String... overrides) throws IOException, BadCaseException {
        return CaseTexts.read(folder, text, overrides);
    }

    private List<CaseProblem> problems(String text, String... overrides) {
        return assertThrows(BadCaseException.class, () -> read(text, overrides)).problems();
    }

    /** Exactly one problem, at this line and path, with this value, and words that say what is allowed. */
    private void refused(String text, int line, String path, String value, String allowed) {
        CaseProblem problem = CaseTexts.refused(folder, text, line, path, value, allowed);
        assertTrue(problem.where().endsWith("case.yaml"));
    }

    @Test
    void readsAGoodCase() throws Exception {
        CaseFile file = read(GOOD).file();
        assertEquals("case", file.name());
        assertEquals(4, file.end());
        assertEquals(0.1, file.every());
        assertEquals(List.of(40), file.grid().orElseThrow().cells());
        assertEquals(100, file.particles().orElseThrow().count());
        assertEquals("quantile", file.particles().orElseThrow().start());
    }

    @Test
    void unknownKeyIsAnsweredWithTheNearestKnownOne() {
        refused(GOOD.replace("limiter", "limter"), 10, "grid.limter", "unknown key", "did you mean \"limiter\"?");
    }

    @Test
    void wrongType() {
        refused(GOOD.replace("cells: 40", "cells: many"), 8, "grid.cells", "many", "an integer");
        refused(GOOD.replace("{end: 4}", "forever"), 6, "time", "forever", "a mapping with keys start, end");
    }

    @Test
    void missingValue() {
        refused(GOOD.replace("  generator: 1.0\n", ""), 4, "initial.generator", "missing", "must be given");
        refused(GOOD.replace("generator: 1.0", "generator:"), 4, "initial.generator", "no value", "a finite number");
    }

    @Test
    void negativeNumber() {
        refused(
                GOOD.replace("criticSpeed: 1.0", "criticSpeed: -1"),
                2,
                "parameters.criticSpeed",
                "-1",
                "greater than 0");
        refused(GOOD.replace("every: 0.1", "every: -0.1"), 13, "output.every", "-0.1", "greater than 0");
    }

    @Test
    void notANumber() {
        refused(GOOD.replace("generator: 1.0", "generator: .nan"), 4, "initial.generator", ".nan", "a finite number");
        refused(GOOD.replace("{end: 4}", "{end: .inf}"), 6, "time.end", ".inf", "a finite number");
        refused(GOOD.replace("{end: 4}", "{end: 1e999}"), 6, "time.end", "1e999", "a finite number");
    }

    @Test
    void emptyMeasure() {
        refused(GOOD.replace("{uniform: [-0.5, 0.5]}", "{atoms: []}"), 5, "initial.critic.atoms", "[0 items]", "1 to");
        refused(GOOD.replace("[-0.5, 0.5]", "[0.5, 0.5]"), 5, "initial.critic.uniform", "[0.5, 0.5]", "a < b");
    }

    @Test
    void unnormalisedMeasure() {
        refused(
                GOOD.replace("{uniform: [-0.5, 0.5]}", "{atoms: [[0, 0.5], [0.5, 0.4]]}"),
                5,
                "initial.critic.atoms",
                "sum to 0.9",
                "sum to 1");
    }

    @Test
    void measureOutsideTheDomain() {
        refused(GOOD.replace("[-0.5, 0.5]", "[-0.5, 1.5]"), 5, "initial.critic", "outside [-1, 1]", "law on [-1, 1]");
    }

    @Test
    void noCells() {
        refused(GOOD.replace("cells: 40", "cells: 0"), 8, "grid.cells", "0", "from 1 to");
    }

    @Test
    void endBeforeStart() {
        refused(GOOD.replace("{end: 4}", "{start: 5, end: 4}"), 6, "time.end", "4.0", "greater than time.start");
    }

    @Test
    void unknownNames() {
        refused(GOOD.replace("van-leer", "van-lear"), 10, "grid.limiter", "van-lear", "did you mean \"van-leer\"?");
        refused(GOOD.replace("muscl", "godunov"), 9, "grid.scheme", "godunov", "upwind");
        refused(GOOD.replace("two-point-gan", "two-point-gun"), 1, "model", "two-point-gun", "did you mean");
    }

    @Test
    void limiterWithoutUse() {
        refused(GOOD.replace("muscl", "upwind"), 10, "grid.limiter", "van-leer", "no limiter is allowed");
        String faces = GOOD.replace("limiter: van-leer", "flux: upwind");
        refused(faces.replace("muscl", "upwind"), 10, "grid.flux", "upwind", "no flux is allowed");
    }

    @Test
    void repeatedKey() {
        refused(GOOD + "grid: {cells: 10}\n", 14, "grid", "repeated key, first on line 7", "allowed once");
    }

    @Test
    void notYaml() {
        refused("model: [two-point-gan\ntime: {end: 4}\n", 2, "", "not YAML", "YAML");
        refused("\u0000", 0, "", "not YAML", "YAML");
        refused("", 0, "", "nothing is written", "YAML");
        refused("just words", 1, "", "just words", "a mapping with the key model");
    }

    @Test
    void aliases() {
        refused(
                GOOD.replace("cells: 40", "cells: &n 40").replace("count: 100", "count: *n"),
                8,
                "particles.count",
                "an alias",
                "written out");
    }

    @Test
    void neitherGridNorParticles() {
        String nothing = GOOD.replaceAll("(?s)grid:.*output", "output");
        refused(nothing, 0, "", "neither grid nor particles", "at least one");
    }

    @Test
    void randomStartWithoutSeed() {
        refused(GOOD.replace("count: 100", "count: 100\n  start: random"), 12, "particles.seed", "missing", "a seed");
    }

    @Test
    void courantNumberThatTheSchemeDoesNotAllow() {
        refused(GOOD.replace("limiter: van-leer", "cfl: 3"), 8, "grid", "refused", "cfl = 3.0");
    }

    @Test
    void moreThanTheMemory() {
        String huge = GOOD.replace("cells: 40", "cells: 100000000").replace("{every: 0.1}", "{snapshots: 10000}");
        refused(huge, 8, "grid.cells", "MB of memory", "is allowed here");
    }

    @Test
    void allProblemsAtOnceInTheOrderOfTheirLines() {
        List<CaseProblem> problems = problems(GOOD.replace("cells: 40", "cells: 0")
                .replace("limiter", "limter")
                .replace("criticSpeed: 1.0", "criticSpeed: fast")
                .replace("count: 100", "count: -5"));
        assertEquals(
                List.of(2, 8, 10, 12), problems.stream().map(CaseProblem::line).toList());
    }

    @Test
    void overridesReplaceValuesAndAreChecked() throws Exception {
        CaseFile file =
                read(GOOD, "grid.cells=80", "initial.critic={dirac: 0.25}").file();
        assertEquals(List.of(80), file.grid().orElseThrow().cells());
        assertEquals("dirac", file.initial().choice("critic").name());
        for (String wrong :
                List.of("grid.cells=0", "grid.cels=80", "grid", "time.end.x=3", "grid.cells=[", "time.end=")) {
            List<CaseProblem> problems = problems(GOOD, wrong);
            assertEquals(1, problems.size(), wrong + ": " + problems);
            assertEquals("--set", problems.get(0).where(), wrong);
        }
    }

    @Test
    void filesThatCannotBeRead() throws Exception {
        for (Path path : List.of(folder.resolve("absent.yaml"), folder)) {
            List<CaseProblem> problems = assertThrows(BadCaseException.class, () -> CaseReader.read(path, List.of()))
                    .problems();
            assertEquals(1, problems.size());
            assertEquals(path.toString(), problems.get(0).where());
        }
        Path latin = folder.resolve("latin.yaml");
        Files.write(latin, new byte[] {'a', (byte) 0xe9, 'b'});
        assertThrows(BadCaseException.class, () -> CaseReader.read(latin, List.of()));
    }

    private static final String DATA = """
            model: transport
            parameters: {field: linear, rate: -1, domain: [-4, 4]}
            initial:
              density: {csv: {file: data/table.csv, columns: [x], standardise: false}}
            time: {end: 1}
            particles: {count: 3}
            """;

    @Test
    void dataAreReadBesideTheCaseFile() throws Exception {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/table.csv"), "x,y\n1,2\nNA,3\n2,4\n");
        CaseReader.ReadCase read = read(DATA);
        assertEquals(2, read.setup().initial().laws().get(0).quantiles(2).x(0)[1]);
        assertEquals(1, read.remarks().size());
        assertEquals("initial.density.csv", read.remarks().get(0).path());
        assertEquals(1, read.remarks().get(0).facts().get("dropped"));
        refused(DATA.replace("[x]", "[z]"), 4, "initial.density.csv.columns[0]", "z", "no such column");
        refused(DATA.replace("[x]", "[x, y]"), 4, "initial.density.csv.columns", "2 columns", "1 is allowed");
        refused(DATA.replace("table", "tabel"), 4, "initial.density.csv.file", "no such file", "relative to the case");
        refused(DATA.replace("false", "no"), 4, "initial.density.csv.standardise", "no", "true or false");
    }

    private static final String FLOW = """
            model: jensen-shannon-flow
            parameters:
              lower: [-8]
              upper: [8]
              target:
                - {weight: 1, mean: [0], sd: 1}
            initial:
              generator: {normal: {mean: 0.5, sd: 0.8}}
            time: {end: 4}
            particles: {count: 20, %s}
            """;

    private static String flow(String method) {
        return FLOW.formatted(method);
    }

    @Test
    void methodsOfAFlowAreRead() throws Exception {
        ParticleSpec fitted = read(flow("method: discriminator, discriminator: {samples: 9, features: 5, seed: 3}"))
                .file()
                .particles()
                .orElseThrow();
        assertEquals(
                new DiscriminatorSpec(9, 5, 1, 1e-3, 3), fitted.discriminator().orElseThrow());
        ParticleSpec trained = read(flow("method: gan, gan: {generatorRate: 0.1, seed: 3}"))
                .file()
                .particles()
                .orElseThrow();
        assertEquals(
                new AdversarialSpec(8, 1, 0.1, 16, 20, 0.5, 3), trained.gan().orElseThrow());
        assertEquals(
                0.3,
                read(flow("method: blob, bandwidth: 0.3"))
                        .file()
                        .particles()
                        .orElseThrow()
                        .bandwidth()
                        .orElseThrow());
    }

    @Test
    void numbersOfAMethodAreChecked() {
        refused(flow("method: blob, bandwidth: 0"), 10, "particles.bandwidth", "0", "greater than 0");
        refused(flow("method: blob, bandwidth: .nan"), 10, "particles.bandwidth", "nan", "greater than 0");
        refused(flow("method: quantiles, step: -1"), 10, "particles.step", "-1", "greater than 0");
        String fitted = "method: discriminator, discriminator: {samples: 9, features: 5, seed: 3}";
        refused(flow(fitted.replace("9", "0")), 10, "particles.discriminator.samples", "0", "1");
        refused(flow(fitted.replace("5", "0")), 10, "particles.discriminator.features", "0", "1");
        refused(flow(fitted.replace("seed: 3", "seed: 3, ridge: 0")), 10, "particles.discriminator.ridge", "0", "0");
        String trained = "method: gan, gan: {generatorSteps: 2, generatorRate: 0.1, seed: 3}";
        refused(flow(trained.replace("2", "0")), 10, "particles.gan.generatorSteps", "0", "1");
        refused(flow(trained.replace("0.1", "0")), 10, "particles.gan.generatorRate", "0", "greater than 0");
    }

    @Test
    void aMethodNeedsItsKeysAndTakesNoOthers() {
        refused(flow("method: blob"), 10, "particles.bandwidth", "missing", "method: blob only");
        refused(flow("method: discriminator"), 10, "particles.discriminator", "missing", "needed");
        refused(flow("method: gan"), 10, "particles.gan", "missing", "needed");
        refused(
                flow("method: quantiles, gan: {generatorRate: 0.1, seed: 3}"),
                10,
                "particles.gan",
                "given without method: gan",
                "method: gan only");
    }
}
