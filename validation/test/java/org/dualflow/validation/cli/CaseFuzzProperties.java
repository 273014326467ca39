package org.dualflow.validation.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.dualflow.validation.io.CaseReader;
import org.dualflow.validation.io.schema.BadCaseException;

/** Broken case files are refused in lines that say why: no crash, no hang, nothing written. */
class CaseFuzzProperties {

    /** Beyond every load of a machine, short of a hang. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final List<String> CASES = new ArrayList<>();
    private static Path folder = Path.of("");

    @BeforeContainer
    static void read() throws IOException {
        Path cases = Path.of("cases");
        folder = Files.createTempDirectory("fuzz");
        try (Stream<Path> files = Files.list(cases)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
                CASES.add(Files.readString(file)
                        .replace("../data/", cases.toAbsolutePath().resolveSibling("data") + "/"));
            }
        }
        assertTrue(CASES.size() > 20, "shipped cases");
    }

    @AfterContainer
    static void remove() throws IOException {
        Files.deleteIfExists(folder.resolve("case.yaml"));
        Files.delete(folder);
    }

    @Property(tries = 250, shrinking = ShrinkingMode.OFF)
    void brokenCasesAreRefused(@ForAll long seed) throws IOException {
        check(seed);
    }

    @Tag("study")
    @Property(tries = 12_000, shrinking = ShrinkingMode.OFF)
    void manyBrokenCasesAreRefused(@ForAll long seed) throws IOException {
        check(seed);
    }

    /** A mutator whose mutants are all broken, or mostly right, would test little. */
    @Example
    void mostMutantsAreBroken() throws IOException {
        int right = 0;
        for (long seed = 0; seed < 100; seed++) {
            right += isRight(write(seed)) ? 1 : 0;
        }
        assertTrue(right > 0 && right < 50, right + " of 100 are right");
    }

    private static Path write(long seed) throws IOException {
        String text = CASES.get((int) Math.floorMod(seed, (long) CASES.size()));
        return Files.writeString(folder.resolve("case.yaml"), new CaseMutator(seed, CASES).mutate(text));
    }

    private static void check(long seed) throws IOException {
        Path file = write(seed);
        assertTimeoutPreemptively(PATIENCE, () -> {
            if (!isRight(file)) {
                DualflowTest.Outcome outcome = DualflowTest.execute(
                        "run", file.toString(), "--out", folder.resolve("out").toString());
                assertEquals(Dualflow.BAD_INPUT, outcome.code(), outcome.toString());
                assertEquals("", outcome.out());
                assertFalse(outcome.err().isBlank());
                assertFalse(outcome.err().contains("\tat "), outcome.err());
                assertTrue(outcome.err().lines().allMatch(CaseFuzzProperties::isPlain), outcome.err());
            }
        });
        try (Stream<Path> content = Files.list(folder)) {
            assertEquals(List.of(file), content.toList());
        }
    }

    /** A line that does no harm to a terminal. */
    private static boolean isPlain(String line) {
        return !line.isBlank() && line.length() < 2000 && line.chars().noneMatch(Character::isISOControl);
    }

    private static boolean isRight(Path file) {
        try {
            CaseReader.read(file, List.of());
            return true;
        } catch (BadCaseException e) {
            return false;
        }
    }
}
