package org.dualflow.validation.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.dualflow.fv.explicit.ExplicitScheme;
import org.dualflow.gan.JensenShannonFlow;
import org.dualflow.measure.NormalMixture;
import org.dualflow.run.ExplicitGrid;
import org.dualflow.validation.io.schema.BadCaseException;
import org.dualflow.validation.io.schema.CaseProblem;
import org.dualflow.validation.report.Remark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data laws of the Jensen–Shannon flow in case files: what is right, and how what is wrong is told. */
class FlowCaseTest {

    private static final String CASE = """
            model: jensen-shannon-flow
            parameters:
              lower: -8
              upper: 8
              %s
            initial:
              generator: {normal: {mean: 0.5, sd: 0.8}}
            time: {end: 1}
            grid: {cells: 40, scheme: implicit-euler, step: 0.1}
            """;

    private static final String TABLE = """
            x,d
            1,0.5
            3,1
            NA,0
            -2,0.25
            """;

    @TempDir
    private Path folder;

    private CaseReader.ReadCase read(String law, String table, String... overrides)
            throws IOException, BadCaseException {
        Files.writeString(folder.resolve("table.csv"), table);
        return CaseReader.read(Files.writeString(folder.resolve("case.yaml"), CASE.formatted(law)), List.of(overrides));
    }

    /** The only problem: one line. */
    private CaseProblem bad(String law, String table, String... overrides) {
        List<CaseProblem> problems = assertThrows(BadCaseException.class, () -> read(law, table, overrides))
                .problems();
        assertEquals(1, problems.size(), problems.toString());
        assertEquals(1, problems.get(0).toString().lines().count());
        return problems.get(0);
    }

    private void refused(String law, String table, String where, int line, String path, String words) {
        CaseProblem problem = bad(law, table);
        assertTrue(problem.where().endsWith(where), problem.toString());
        assertEquals(line, problem.line(), problem.toString());
        assertEquals(path, problem.path(), problem.toString());
        assertTrue(problem.toString().contains(words), problem.toString());
    }

    @Test
    void samplesAreSmoothed() throws Exception {
        var read = read("samples: {file: table.csv, columns: x}", TABLE);
        NormalMixture law = assertInstanceOf(
                NormalMixture.class, ((JensenShannonFlow) read.setup().model()).target());
        assertEquals(3, law.size());
        Remark remark = read.remarks().get(0);
        assertEquals(1, remark.facts().get("dropped"));
        // Silverman: (4/(3 n))^(1/5) for data of deviation 1.
        List<?> bandwidth = assertInstanceOf(List.class, remark.facts().get("bandwidth"));
        assertEquals(Math.pow(4.0 / 9, 0.2), (double) bandwidth.get(0), 1e-12);
    }

    @Test
    void samplesThatAreNoNumbers() {
        refused(
                "samples: {file: table.csv, columns: x}",
                TABLE.replace("3,1", "NaN,1"),
                "table.csv",
                3,
                "x",
                "a finite number");
    }

    @Test
    void bandwidthsAreAboveZero() {
        for (String width : new String[] {"0", "-0.5", ".nan", "[0.1, -1]"}) {
            CaseProblem problem = bad("samples: {file: table.csv, columns: x, bandwidth: " + width + "}", TABLE);
            assertEquals(5, problem.line());
            assertTrue(problem.path().startsWith("parameters.samples.bandwidth"), problem.toString());
        }
        refused(
                "samples: {file: table.csv, columns: x, bandwidth: [1, 2]}",
                TABLE,
                "case.yaml",
                5,
                "parameters.samples.bandwidth",
                "2 numbers");
        refused(
                "samples: {file: table.csv, columns: x, standardise: false}",
                "x\n1\n1\n",
                "case.yaml",
                5,
                "parameters.samples.columns[0]",
                "constant");
    }

    @Test
    void densitiesAreNotNegativeAndCanBeIntegrated() throws Exception {
        String law = "density: {file: table.csv, column: d, cells: 4}";
        refused(law, TABLE.replace("0.25", "-0.25"), "table.csv", 5, "d", "at least 0");
        refused(law, TABLE.replace("0.25", "1e999"), "table.csv", 5, "d", "a finite number");
        refused(law, TABLE.replace("0.25", "NaN"), "table.csv", 5, "d", "a finite number");
        refused(law, TABLE.replace(",0.25", ","), "table.csv", 5, "d", "nothing");
        refused(law, "d\n0\n0\n0\n0\n", "table.csv", 0, "d", "a sum of 0");
        refused(law, "d\n1e308\n1e308\n0\n0\n", "table.csv", 0, "d", "a sum of Infinity");
        refused(law, "d\n1\n", "case.yaml", 5, "parameters.density.cells", "4, one per cell");
        assertEquals("jensen-shannon-flow", read(law, TABLE).setup().model().name());
    }

    @Test
    void oneLawIsGiven() {
        refused("target: []", TABLE, "case.yaml", 5, "parameters.target", "1 to");
        assertTrue(bad("", TABLE).toString().contains("exactly one of target, samples, uniform, density"));
        assertTrue(bad("target: [{weight: 1, mean: 0, sd: 1}]\n  uniform: [[0, 1]]", TABLE)
                .toString()
                .contains("target and uniform"));
        refused("uniform: [[0, 9]]", TABLE, "case.yaml", 5, "parameters.uniform[0]", "inside of [-8.0, 8.0]");
    }

    @Test
    void stepsAreAboveZero() {
        CaseProblem problem = bad("uniform: [[-8, 8]]", TABLE, "grid.step=0");
        assertEquals("grid.step", problem.path());
    }

    @Test
    void explicitSchemesAreReadWithTheirStepsAndShares() throws Exception {
        String clusters = "target: [{weight: 1, mean: 0, sd: 1}]";
        for (String scheme : new String[] {"explicit-upwind", "explicit-muscl"}) {
            GridSpec spec = read(clusters, TABLE, "grid.scheme=" + scheme, "grid.cfl=0.5")
                    .file()
                    .grid()
                    .orElseThrow();
            ExplicitGrid grid = assertInstanceOf(ExplicitGrid.class, Discretisations.grid(spec));
            assertEquals(new ExplicitScheme(scheme.equals("explicit-muscl"), 0.5, 0.1), grid.scheme());
        }
    }

    @Test
    void whatDoesNotGoWithASchemeIsRefused() {
        String clusters = "target: [{weight: 1, mean: 0, sd: 1}]";
        String[][] wrong = {
            {"grid.cfl", "grid.scheme=explicit-upwind", "grid.cfl=1.01"},
            {"grid.integrator", "grid.scheme=explicit-upwind", "grid.integrator=ssp2"},
            {"grid.limiter", "grid.scheme=explicit-muscl", "grid.limiter=minmod"},
            {"grid.reconstruction", "grid.scheme=explicit-muscl", "grid.reconstruction=linear"},
            {"grid.cfl", "grid.scheme=implicit-euler", "grid.cfl=0.5"},
            {"grid.integrator", "grid.scheme=implicit-euler", "grid.integrator=ssp2"},
            {"grid.scheme", "grid.scheme=muscl"},
        };
        for (String[] line : wrong) {
            CaseProblem problem = bad(clusters, TABLE, Arrays.copyOfRange(line, 1, line.length));
            assertEquals(line[0], problem.path(), problem.toString());
        }
        assertTrue(bad(clusters, TABLE, "grid.scheme=weno5").allowed().contains("explicit-upwind, explicit-muscl"));
        // A uniform start leaves cells without mass, where the velocity of an explicit scheme is not defined.
        String empty = bad(clusters, TABLE, "grid.scheme=explicit-upwind", "initial.generator={uniform: [-1, 1]}")
                .toString();
        assertTrue(empty.contains("in cell 0 = 0.0") && empty.contains("implicit ones take 0"), empty);
    }

    @Test
    void stepsThatWouldNeverEndAreRefused() {
        String clusters = "target: [{weight: 1, mean: 0, sd: 1}]";
        CaseProblem problem = bad(clusters, TABLE, "grid.step=1e-300");
        assertEquals("grid.step", problem.path());
        assertTrue(problem.allowed().startsWith("at least 1.0E-9"), problem.toString());
        assertEquals(
                "grid.step",
                bad(clusters, TABLE, "time.end=1e300", "output.every=1e300").path());
        assertEquals(
                "particles.step",
                bad(clusters, TABLE, "particles={count: 9, method: quantiles, step: 1e-12}")
                        .path());
    }

    /** Allowed, and told in one line: what lies outside of the data stays, and parts keep their masses. */
    @Test
    void massThatCannotReachTheDataIsTold() throws Exception {
        List<Remark> remarks = read("density: {file: table.csv, column: d, cells: 4}", "d\n1\n0\n0\n1\n")
                .remarks();
        String line = remarks.get(remarks.size() - 1).warning().orElseThrow();
        assertTrue(line.contains("case.yaml:7: initial.generator = a share of 0.999"), line);
        assertTrue(line.contains("2 parts"), line);
        assertEquals(1, line.lines().count());
        assertTrue(read("uniform: [[-8, 8]]", TABLE).remarks().isEmpty());
    }

    /** Explicit schemes and particles solve the same equation, and are told the same. */
    @Test
    void massThatCannotReachTheDataIsToldForEveryMethod() throws Exception {
        String law = "density: {file: table.csv, column: d, cells: 4}";
        String table = "d\n1\n0\n0\n1\n";
        String explicit = warning(law, table, "grid.scheme=explicit-upwind", "initial.generator={uniform: [-8, 8]}");
        assertTrue(explicit.contains("initial.generator = a share of 0.5"), explicit);
        String blobs = warning(
                law,
                table,
                "initial.generator={uniform: [-8, 8]}",
                "particles={count: 40, method: blob, bandwidth: 0.3, step: 0.1}");
        assertTrue(blobs.contains("of the mass lies on particles"), blobs);
        // For quantile particles u/d is infinite between two of them without data in between: refused.
        CaseProblem refused = bad(law, table, "particles={count: 40, method: quantiles, step: 0.1}");
        assertTrue(refused.value().equals("refused") && refused.allowed().contains("data mass 0.0"), "" + refused);
    }

    private String warning(String law, String table, String... overrides) throws Exception {
        List<Remark> remarks = read(law, table, overrides).remarks();
        String line = remarks.get(remarks.size() - 1).warning().orElseThrow();
        assertEquals(1, line.lines().count());
        assertTrue(line.contains("the discriminator is certain and nothing moves"), line);
        return line;
    }
}
