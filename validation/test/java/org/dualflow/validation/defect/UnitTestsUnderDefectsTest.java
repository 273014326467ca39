package org.dualflow.validation.defect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * The unit tests of the library, run on the library with defects: a test class whose tolerances no defect breaks tests
 * nothing that a claim's defect would show. Each class is run with the defects of the sources that it uses, those of its own
 * package first, until it fails.
 *
 * <p>The property {@code dualflow.tests} restricts it to the classes whose name contains a text:
 * {@code mvn test -pl src,validation -Dgroups=study -DexcludedGroups= -Dtest=UnitTestsUnderDefectsTest -Ddualflow.tests=measure}.
 */
@Tag("study")
class UnitTestsUnderDefectsTest {

    private static final Path TESTS = Path.of("../src/target/test-classes");
    private static final long LIMIT_SECONDS = 120;

    /**
     * Test classes that no planted defect makes fail, and why that is no fault of theirs. A class that is missing here or does
     * not belong here fails the test.
     */
    private static final Map<String, String> SPARED = Map.of(
            "org.dualflow.ArchitectureTest", "looks at imports, which no defect changes",
            "org.dualflow.parallel.TeamTest",
                    "the package has no planted defect: a wrong team changes no number but hangs");

    /** Mistakes too small for any claim, or where no claim looks; a unit test notices each. */
    private static final List<Defect> SMALL = List.of(
            small(
                    "field/Activation",
                    "the bound of softplus is that of its asymptote",
                    "return reach + FastMath.log1p(FastMath.exp(-reach));",
                    "return reach;"),
            small(
                    "field/AnalyticFields",
                    "the constant of a swirl has the sign of its amplitude",
                    "FastMath.PI * Math.abs(amplitude),",
                    "FastMath.PI * amplitude,"),
            small(
                    "field/SortedOrder",
                    "equal values are ordered backwards",
                    "return x[i] > x[j] || (x[i] == x[j] && i > j);",
                    "return x[i] > x[j] || (x[i] == x[j] && i < j);"),
            small(
                    "fv/implicit/StepControl",
                    "steps follow their error with a quarter of its order",
                    "0.9 * Math.pow(ratio, -0.35)",
                    "0.9 * Math.pow(ratio, -0.25)"),
            small(
                    "fv/remap/RemapSource",
                    "what a source adds is as wide in a leaning cell as in an even one",
                    "double variance = (1 - lean * lean) * offset",
                    "double variance = offset"),
            small(
                    "fv/remap/SemiLagrangianScheme",
                    "the budget of roundings counts each axis once",
                    "int sweeps = d == mesh.dimension() - 1 ? 1 : 2;",
                    "int sweeps = 1;"),
            small(
                    "fv/remap/SemiLagrangianStart",
                    "the quarters of a cell have no width",
                    "second += w * (x * x + fine.width(at) * fine.width(at) / 12);",
                    "second += w * x * x;"),
            small(
                    "fv/remap/RemapTracer",
                    "on a circle the last foot is the first one",
                    "feet[n] = feet[0] + side.length();",
                    "feet[n] = feet[0];"),
            small("linear/RowTransfer", "a row is no ring", "line[n + 1] = from[0];", "line[n + 1] = from[n - 1];"),
            small(
                    "measure/AtomicLaw",
                    "the mass below a place counts the atom there",
                    "int last = (at >= 0 ? at : -at - 1) - 1;",
                    "int last = at >= 0 ? at : -at - 2;"),
            small(
                    "measure/CellLaw",
                    "the shares along the other axes are forgotten",
                    "overlaps[0].share()[i] * share;",
                    "overlaps[0].share()[i];"),
            small(
                    "measure/CellMeasure",
                    "copies share their points",
                    "copy[d] = copy(points[d]);",
                    "copy[d] = points[d];"),
            small(
                    "measure/ConditionalQuantiles",
                    "quantiles begin at the lower end",
                    "marginal[2], (at[0] + 0.5) / each)",
                    "marginal[2], (double) at[0] / each)"),
            small(
                    "measure/GaussRule",
                    "weights are those of [0, 1]",
                    "return 0.5 * (to - from) * weights[i];",
                    "return (to - from) * weights[i];"),
            small(
                    "measure/MonotoneRoot",
                    "the root is the end where the level is not yet reached",
                    "return hi;",
                    "return lo;"),
            small("measure/PairDistance", "the mean of |cos| in the plane is 1/π", "0.5 * FastMath.PI", "FastMath.PI"),
            small(
                    "measure/Reductions",
                    "the least of numbers loses those that are none",
                    "} else if (!(a[i] >= least)) {",
                    "} else if (a[i] < least) {"),
            small(
                    "particle/Lanes",
                    "blocks of particles lack their last one",
                    "int size = Math.min(BLOCK, n - from);",
                    "int size = Math.min(BLOCK, n - from - 1);"),
            small(
                    "gan/ClippedTransport",
                    "the speed is that of the start for ever",
                    "displacements.get(d).speed(t)",
                    "displacements.get(d).speed(0)"),
            small(
                    "measure/NormalMixture",
                    "Silverman's factor has another constant",
                    "FastMath.pow(4 / (dimension + 2), 1 / (dimension + 4))",
                    "FastMath.pow(3 / (dimension + 2), 1 / (dimension + 4))"),
            small(
                    "measure/CompensatedSum",
                    "what the lanes have lost is taken off once more",
                    "carry += lost;",
                    "carry -= lost;"),
            small(
                    "measure/PairCosine",
                    "opposite directions cancel",
                    "w * Math.abs(product(points, a, b))",
                    "w * product(points, a, b)"),
            small(
                    "measure/PointsLaw",
                    "one tenth of the mass is missing",
                    "Math.min(1, sum.value())",
                    "0.9 * Math.min(1, sum.value())"),
            small(
                    "measure/RadixSort",
                    "few numbers are sorted, but equal ones change places",
                    "Double.compare(x[j], key) > 0",
                    "Double.compare(x[j], key) >= 0"),
            small(
                    "movement/PowerFunction",
                    "the gap of a porous medium on cells does not count what keeps cells empty",
                    "a[i] * Math.max(0, -s[i])",
                    "0 * a[i] * Math.max(0, -s[i])"),
            small(
                    "fv/implicit/NewtonIterate",
                    "memory for as much as a plane where a row is enough",
                    "bounds = new StepBounds(storage, grid.mesh.rowLength());",
                    "bounds = new StepBounds(storage, 20 * grid.mesh.rowLength() * grid.mesh.rowLength());"));

    private static Defect small(String source, String description, String original, String replacement) {
        String id = "small-" + source.replace('/', '-');
        return Defect.of(id, description, source, original, replacement, "no claim");
    }

    private static boolean wanted(String name) {
        return (name.endsWith("Test") || name.endsWith("Properties"))
                && name.contains(System.getProperty("dualflow.tests", ""));
    }

    private static List<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(TESTS)) {
            return files.map(file -> TESTS.relativize(file).toString())
                    .filter(file -> file.endsWith(".class"))
                    .map(file -> file.substring(0, file.length() - 6).replace('/', '.'))
                    .filter(UnitTestsUnderDefectsTest::wanted)
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everyTestClassFailsUnderADefect() throws Exception {
        assertFalse(names().isEmpty(), TESTS + ": build the tests of the library first");
        Set<String> spared = new java.util.TreeSet<>();
        try (URLClassLoader tests =
                new URLClassLoader(new URL[] {TESTS.toUri().toURL()}, getClass().getClassLoader())) {
            for (String name : names()) {
                DefectiveLibrary intact = new DefectiveLibrary(Map.of(), tests);
                assertEquals(Outcome.PASSED, outcome(name, intact), name + " without a defect");
                String breaker = breaker(name, intact.used(), tests);
                System.out.println(name + ": " + (breaker.isEmpty() ? "NEVER FAILS" : breaker));
                if (breaker.isEmpty()) {
                    spared.add(name);
                }
            }
        }
        Set<String> expected = new java.util.TreeSet<>(SPARED.keySet());
        expected.retainAll(names());
        assertEquals(expected, spared);
    }

    /** The first defect by which a test class fails; empty if none does. */
    private static String breaker(String name, Set<String> used, ClassLoader tests) throws Exception {
        String home = name.substring(0, name.lastIndexOf('.')).replace('.', '/') + "/";
        List<Defect> candidates = Stream.concat(Defects.all().stream(), SMALL.stream())
                .filter(defect -> used.contains(defect.source()))
                .sorted(Comparator.comparing(defect -> !defect.source().startsWith(home)))
                .toList();
        for (Defect defect : candidates) {
            Outcome outcome = outcome(name, new DefectiveLibrary(DefectiveLibrary.compiled(defect), tests));
            if (outcome == Outcome.FAILED) {
                return defect.id();
            }
            if (outcome == Outcome.NO_END) {
                System.out.println(name + ": no end with " + defect.id());
            }
        }
        return "";
    }

    /**
     * What came of a test class. One that comes to no end, or takes its runner down with it, has noticed nothing: nobody would see
     * a failure.
     */
    private enum Outcome {
        PASSED,
        FAILED,
        NO_END
    }

    private static Outcome outcome(String name, ClassLoader loader) throws InterruptedException {
        FutureTask<Outcome> task = new FutureTask<>(() -> {
            Thread.currentThread().setContextClassLoader(loader);
            LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(selectClass(Class.forName(name, true, loader)))
                    .filters(TagFilter.excludeTags("study"))
                    .configurationParameter("jqwik.database", "target/jqwik-database-under-defects")
                    .build();
            Failures failures = new Failures();
            LauncherFactory.create().execute(request, failures);
            return failures.any ? Outcome.FAILED : Outcome.PASSED;
        });
        Thread thread = new Thread(task, "tests under a defect");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            thread.interrupt();
            return Outcome.NO_END;
        }
    }

    private static final class Failures implements TestExecutionListener {
        private volatile boolean any;

        @Override
        public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
            any |= result.getStatus() == TestExecutionResult.Status.FAILED;
        }
    }
}
