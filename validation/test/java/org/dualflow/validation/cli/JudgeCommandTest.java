package org.dualflow.validation.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dualflow.validation.cli.DualflowTest.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JudgeCommandTest {

    /** h, an error of order 2 with a term of order 3, an error of order 1. */
    private static final String ERRORS = """
            h,l2,max
            0.1,0.0105,0.2
            0.05,0.0025625,0.1
            0.025,0.00063281,0.05
            0.0125,0.000157227,0.025
            """;

    @TempDir
    private Path folder;

    private Outcome judge(String table, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("other.csv"), table);
        List<String> args = new ArrayList<>(List.of("judge", file.toString()));
        args.addAll(List.of("--out", folder.resolve("out").toString()));
        args.addAll(List.of(options));
        return DualflowTest.execute(args.toArray(String[]::new));
    }

    @Test
    void eachColumnIsJudgedByItsOwnOrder() throws IOException {
        Outcome good = judge(ERRORS, "--order", "l2=2", "--order", "max=1", "--json");
        assertEquals(0, good.code(), good.err());
        JsonNode claims = JsonMapper.shared().readTree(good.out()).path("claims");
        assertEquals(2, claims.size());
        assertEquals("other-l2", claims.get(0).path("id").asString());
        String command = JsonMapper.shared()
                .readTree(good.out())
                .at("/provenance/command")
                .asString();
        assertTrue(command.startsWith("judge " + folder.resolve("other.csv")), command);
        assertTrue(Files.readString(folder.resolve("out/report.html")).contains("Refinement of another solver"));

        Outcome bad = judge(ERRORS, "--order", "2");
        assertEquals(1, bad.code());
        assertTrue(bad.out().contains("PASS: measured order 2.0"), bad.out());
        assertTrue(bad.out().contains("FAIL: measured order 1.000 ± 0.000"), bad.out());
    }

    @Test
    void aBoundMayBeExceeded() throws IOException {
        assertEquals(0, judge(ERRORS, "--order", "1", "--at-least").code());
        assertEquals(1, judge(ERRORS, "--order", "1").code());
    }

    @Test
    void columnsThatNobodyExpectsAnythingOfAreLeftOut() throws IOException {
        Outcome outcome = judge(ERRORS, "--order", "max=1");
        assertEquals(0, outcome.code());
        assertFalse(outcome.out().contains("l2"), outcome.out());
    }

    @Test
    void cellsCountInTheirDimension() throws IOException {
        String table = "cells,error\n100,0.1\n400,0.025\n1600,0.00625\n";
        assertEquals(0, judge(table, "--order", "2", "--counts", "2").code());
        assertEquals(0, judge(table, "--order", "1", "--counts", "1").code());
        assertEquals(1, judge(table, "--order", "2", "--counts", "1").code());
    }

    @Test
    void standardErrorsWidenTheInterval() throws IOException {
        String exact = "N,e\n100,0.1\n200,0.0705\n400,0.05\n800,0.0353\n";
        String noisy = "N,e,e se\n100,0.1,0.01\n200,0.0705,0.008\n400,0.05,0.005\n800,0.0353,0.004\n";
        assertEquals(0, judge(exact, "--order", "0.5", "--counts", "1").code());
        Outcome wide = judge(noisy, "--order", "0.5", "--counts", "1");
        assertEquals(1, wide.code());
        assertTrue(wide.out().contains("INCONCLUSIVE"), wide.out());
    }

    @Test
    void threeValuesGiveAnOrderALimitAndAnUncertainty() throws IOException {
        String nasa = "h,recovery\n1,0.97050\n2,0.96854\n4,0.96178\n";
        Outcome outcome = judge(nasa, "--values", "--order", "1.8");
        assertEquals(0, outcome.code(), outcome.err());
        assertTrue(outcome.out().contains("order 1.786, limit 0.9713"), outcome.out());
        assertEquals(1, judge(nasa, "--values", "--order", "2").code());
        assertEquals(
                1,
                judge("h,x\n1,0.9\n2,0.8\n4,0.75\n", "--values", "--order", "2").code());
    }

    @Test
    void badTablesGetALinePerProblem() throws IOException {
        Outcome outcome = judge("h,e,x se\n0.1,0.2,0\n0.1,-1,0\nzero,,0\n", "--order", "1");
        assertEquals(2, outcome.code());
        List<String> lines = outcome.err().lines().toList();
        assertEquals(5, lines.size(), outcome.err());
        assertTrue(lines.get(0).contains("other.csv:1: x se"), outcome.err());
        assertTrue(lines.get(1).contains("other.csv:3: h = 0.1 again"), outcome.err());
        assertFalse(Files.exists(folder.resolve("out")));
        assertEquals(2, judge("h,e\n1,1\n2,2\n", "--order", "1").code());
        assertEquals(2, judge("", "--order", "1").code());
        String none = folder.resolve("none.csv").toString();
        Outcome missing = DualflowTest.execute("judge", none, "--order", "1");
        assertEquals(2, missing.code());
        assertEquals(
                none + ": no such file: a readable CSV file is allowed",
                missing.err().strip());
        assertEquals(2, judge("h\n1\n2\n3\n", "--order", "1").code());
    }

    @Test
    void everyDamagedLineIsNamed() throws IOException {
        Outcome outcome = judge("h,e\n0.1,0.2\n0.05\n0.025,x\n0.0125,1,2\n-1,1\n", "--order", "1");
        assertEquals(2, outcome.code());
        List<String> lines = outcome.err().lines().toList();
        assertEquals(4, lines.size(), outcome.err());
        assertTrue(
                lines.get(0).endsWith("other.csv:3: 1 field: 2, as many as in the head line, are allowed"),
                outcome.err());
        assertTrue(lines.get(1).contains("other.csv:4: e = x"), outcome.err());
        assertTrue(lines.get(2).contains("other.csv:5: 3 fields"), outcome.err());
        assertTrue(lines.get(3).contains("other.csv:6: h = -1"), outcome.err());
    }

    @Test
    void aTableWithoutHeadLineOrWithOtherSeparatorsIsToldSo() throws IOException {
        Outcome data = judge("0.1,0.2\n0.05,0.1\n0.025,0.05\n0.0125,0.025\n", "--order", "1");
        assertEquals(2, data.code());
        assertTrue(data.err().contains("other.csv:1: looks like data: a head line"), data.err());
        for (String separator : new String[] {";", "\t"}) {
            Outcome other = judge(ERRORS.replace(",", separator), "--order", "1");
            assertEquals(2, other.code());
            assertEquals(1, other.err().lines().count(), other.err());
            assertTrue(other.err().contains("columns separated by commas are allowed"), other.err());
        }
    }

    /** 1 + h² at h = 2^-10, 2^-11 and 2^-12: the uncertainty is 1.25/3 · 3 h² = 7.5e-8 for the smallest h. */
    @Test
    void aLimitHasTheDigitsOfItsUncertainty() throws IOException {
        StringBuilder table = new StringBuilder("h,x\n");
        for (int k = 10; k <= 12; k++) {
            double h = Math.scalb(1.0, -k);
            table.append(h).append(',').append(1 + h * h).append('\n');
        }
        Outcome outcome = judge(table.toString(), "--values", "--order", "2");
        assertEquals(0, outcome.code(), outcome.err());
        assertTrue(outcome.out().contains("limit 1.000000000, finest value ± 7.451e-08"), outcome.out());
    }

    @Test
    void badOptionsAreBadInput() throws IOException {
        for (String[] options : new String[][] {
            {},
            {"--order", "-1"},
            {"--order", "two"},
            {"--order", "2", "--order", "1"},
            {"--order", "2", "--within", "3"},
            {"--order", "l3=2"},
            {"--order", "2", "--counts", "0"},
            {"--order", "2", "--why", " "}
        }) {
            Outcome outcome = judge(ERRORS, options);
            assertEquals(2, outcome.code(), String.join(" ", options) + "\n" + outcome.out());
            assertFalse(outcome.err().isBlank());
        }
        assertTrue(judge(ERRORS, "--order", "l3=2").err().contains("did you mean \"l2\"?"));
    }
}
