package org.dualflow.validation.io.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.dualflow.measure.AtomicLaw;
import org.dualflow.validation.io.schema.CaseProblem;
import org.dualflow.validation.io.schema.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleTest {

    private static final Path PENGUINS = Path.of("data", "penguins.csv");
    private static final String SMALL = """
            name,x,y,same,none
            a,1,2,3,
            b,NA,1,3,NA
            c,3,,3,
            d,5,8,3,
            """;

    @TempDir
    private Path folder;

    private Optional<Sample> read(Problems problems, String text, boolean standardise, String... columns)
            throws IOException {
        Path file = Files.writeString(folder.resolve("table.csv"), text);
        return Sample.read(file, List.of(columns), standardise, "target.csv", problems);
    }

    private Sample good(String text, String... columns) throws IOException {
        Problems problems = new Problems("case.yaml");
        Optional<Sample> sample = read(problems, text, false, columns);
        assertEquals(List.of(), problems.all());
        return sample.orElseThrow();
    }

    /** The only problem of reading the columns. */
    private CaseProblem bad(String text, String... columns) throws IOException {
        Problems problems = new Problems("case.yaml");
        assertTrue(read(problems, text, true, columns).isEmpty());
        assertEquals(1, problems.all().size(), problems.all().toString());
        assertEquals(1, problems.all().get(0).toString().lines().count());
        return problems.all().get(0);
    }

    @Test
    void rowsWithMissingValuesAreDroppedAndCounted() throws Exception {
        Sample x = good(SMALL, "x");
        assertEquals(3, x.size());
        assertEquals(1, x.dropped());
        Sample both = good(SMALL, "y", "x");
        assertEquals(2, both.size());
        assertEquals(2, both.dropped());
        assertEquals(8, both.values()[0][1]);
        assertEquals(5, both.values()[1][1]);
    }

    @Test
    void standardisedLawHasMeanZeroAndVarianceOne() throws Exception {
        Sample sample = good(SMALL, "x").standardised();
        // 1, 3, 5: population variance 8/3.
        double root = Math.sqrt(8.0 / 3);
        assertEquals(-2 / root, sample.values()[0][0], 1e-15);
        assertEquals(0, sample.values()[0][1], 1e-15);
        assertEquals(2 / root, sample.values()[0][2], 1e-15);
        AtomicLaw law = (AtomicLaw) sample.law();
        double variance = 0;
        for (int i = 0; i < law.size(); i++) {
            variance += law.weight(i) * law.atoms()[i] * law.atoms()[i];
        }
        assertEquals(1, variance, 1e-15);
    }

    @Test
    void penguinsAreThoseOfTheirReadme() {
        Problems problems = new Problems("case.yaml");
        Sample flippers = Sample.read(PENGUINS, List.of("flipper_length_mm"), true, "t", problems)
                .orElseThrow();
        assertEquals(342, flippers.size());
        assertEquals(2, flippers.dropped());
        Sample beaks = Sample.read(PENGUINS, List.of("beak_length_mm", "beak_depth_mm"), true, "t", problems)
                .orElseThrow();
        assertEquals(342, beaks.size());
        assertEquals(2, beaks.law().dimension());
        assertEquals(2, beaks.remark("t", true).facts().get("dropped"));
    }

    @Test
    void unknownColumnIsAnsweredWithTheNearestOne() throws Exception {
        CaseProblem problem = bad(SMALL, "smae");
        assertEquals("target.csv.columns[0]", problem.path());
        assertTrue(problem.allowed().contains("did you mean \"same\"?"), problem.toString());
    }

    @Test
    void textInANumericColumnIsLocated() throws Exception {
        CaseProblem problem = bad(SMALL, "name");
        assertTrue(problem.where().endsWith("table.csv"));
        assertEquals(2, problem.line());
        assertEquals("name", problem.path());
        assertEquals("a (and 3 more in this column)", problem.value());
        assertEquals("1e999", bad("x\n1\n1e999\n", "x").value());
        assertEquals(3, bad("x\n1\n1e999\n", "x").line());
    }

    @Test
    void emptyAndConstantColumnsAreRefused() throws Exception {
        assertTrue(bad(SMALL, "none").allowed().contains("empty column"));
        assertTrue(bad(SMALL, "same").allowed().contains("constant column"));
        assertEquals(4, good(SMALL, "same").size());
        assertTrue(bad("x,y\n1,NA\nNA,2\n", "x", "y").allowed().contains("no row"));
        assertTrue(bad(SMALL, "x", "x").allowed().contains("different columns"));
    }

    @Test
    void brokenTablesAreRefused() throws Exception {
        assertEquals(3, bad("x,y\n1,2\n3\n", "x").line());
        assertTrue(bad("x,x\n1,2\n", "x").value().contains("repeated name"));
        assertTrue(bad("", "x").value().contains("nothing"));
        assertTrue(bad("x,y\n\"1,2\n", "x").allowed().contains("allowed"));
        Problems problems = new Problems("case.yaml");
        Sample.read(folder.resolve("none.csv"), List.of("x"), true, "target.csv", problems);
        assertTrue(problems.all().get(0).value().contains("no such file"));
        assertEquals("target.csv.file", problems.all().get(0).path());
    }
}
