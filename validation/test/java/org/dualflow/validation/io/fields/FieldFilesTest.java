package org.dualflow.validation.io.fields;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.Measure;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.mesh.Boundary;
import org.dualflow.run.Grid;
import org.dualflow.run.Snapshot;
import org.dualflow.run.Solution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Fields are read back by the rules of their formats, and every bit is compared. */
class FieldFilesTest {

    @TempDir
    private Path folder;

    private static double[] masses(Measure measure) {
        double[] masses = new double[measure.size()];
        int[] at = {0};
        measure.forEachBlock((x, w, n) -> {
            System.arraycopy(w, 0, masses, at[0], n);
            at[0] += n;
        });
        return masses;
    }

    private VtkFile read(String name) throws Exception {
        return new VtkFile(folder.resolve("fields").resolve(name));
    }

    private static void requireStamp(VtkFile file, Snapshot snapshot) {
        assertArrayEquals(new double[] {snapshot.time()}, file.numbers("TimeValue"));
        assertEquals(FieldSettings.STAMP.caseName(), file.text("case"));
        assertEquals("0123", file.text("digest"));
        assertEquals("1.0", file.text("dualflow"));
    }

    @Test
    void evenCellsAreImages() throws Exception {
        for (int dimension = 1; dimension <= 3; dimension++) {
            Grid grid = FieldSettings.cells(Arrays.copyOf(new Integer[] {5, 4, 3}, dimension));
            Solution solution = FieldSettings.box(dimension, Boundary.NO_FLUX, grid);
            FieldSettings.write(folder, solution);
            VtkFile file = read("grid-density-00002.vti");
            String[] extents = {"0 5 0 0 0 0", "0 5 0 4 0 0", "0 5 0 4 0 3"};
            String[] spacings = {"0.6 1.0 1.0", "0.6 0.75 1.0", "0.6 0.75 1.0"};
            Element image = file.element("ImageData");
            assertEquals(extents[dimension - 1], image.getAttribute("WholeExtent"));
            assertEquals(extents[dimension - 1], file.element("Piece").getAttribute("Extent"));
            assertEquals(spacings[dimension - 1], image.getAttribute("Spacing"));
            assertTrue(image.getAttribute("Origin").startsWith("-1.0 "), image.getAttribute("Origin"));
            double[] expected = masses(solution.last().state().measure(0));
            assertArrayEquals(expected, file.numbers("mass"));
            double volume = new double[] {0.6, 0.45, 0.45}[dimension - 1];
            double[] densities = Arrays.stream(expected).map(m -> m / volume).toArray();
            assertArrayEquals(densities, file.numbers("density"), 1e-15);
            requireStamp(file, solution.last());
        }
    }

    @Test
    void gradedAndClippedCellsAreRectilinear() throws Exception {
        Solution graded =
                FieldSettings.box(2, Boundary.NO_FLUX, FieldSettings.cells(5, 4).graded(Grid.Grading.TOWARDS_ENDS));
        FieldSettings.write(folder, graded);
        VtkFile file = read("grid-density-00001.vtr");
        CellMeasure cells = (CellMeasure) graded.snapshots().get(1).state().measure(0);
        assertArrayEquals(cells.mesh().axis(0).faces(), file.numbers("x0"));
        assertArrayEquals(cells.mesh().axis(1).faces(), file.numbers("x1"));
        assertArrayEquals(new double[1], file.numbers("x2"));
        assertArrayEquals(masses(cells), file.numbers("mass"));
        Solution clipped = FieldSettings.gan(FieldSettings.cells(4));
        FieldSettings.write(folder, clipped);
        VtkFile walls = read("grid-critic-00002.vtr");
        assertArrayEquals(new double[] {-1, -2 / 3.0, 0, 2 / 3.0, 1}, walls.numbers("x0"), 1e-15);
        double[] density = masses(clipped.last().state().measure(0));
        double[] widths = {1 / 3.0, 2 / 3.0, 2 / 3.0, 1 / 3.0};
        Arrays.setAll(density, i -> density[i] / widths[i]);
        assertArrayEquals(density, walls.numbers("density"), 1e-14);
        assertArrayEquals(clipped.last().state().scalars(), walls.numbers("generator"));
    }

    @Test
    void particlesArePoints() throws Exception {
        Solution solution = FieldSettings.box(5, Boundary.NO_FLUX, FieldSettings.particles());
        FieldSettings.write(folder, solution);
        VtkFile file = read("particles-density-00002.vtu");
        ParticleMeasure cloud = (ParticleMeasure) solution.last().state().measure(0);
        assertEquals("17", file.element("Piece").getAttribute("NumberOfPoints"));
        double[] points = new double[3 * 17];
        Arrays.setAll(points, i -> cloud.x(i % 3)[i / 3]);
        assertArrayEquals(points, file.numbers("points"));
        assertArrayEquals(cloud.x(3), file.numbers("x4"));
        assertArrayEquals(cloud.x(4), file.numbers("x5"));
        assertArrayEquals(cloud.weights(), file.numbers("weight"));
        double[] vertices = new double[17];
        Arrays.fill(vertices, 1);
        assertArrayEquals(vertices, file.numbers("types"));
        Arrays.setAll(vertices, i -> i);
        assertArrayEquals(vertices, file.numbers("connectivity"));
        Arrays.setAll(vertices, i -> i + 1);
        assertArrayEquals(vertices, file.numbers("offsets"));
        requireStamp(file, solution.last());
    }

    @Test
    void aCollectionTellsTheTimes() throws Exception {
        Solution solution = FieldSettings.box(1, Boundary.OPEN, FieldSettings.cells(6));
        FieldSettings.write(folder, solution);
        NodeList sets = read("grid-density.pvd").root().getElementsByTagName("DataSet");
        assertEquals(solution.snapshots().size(), sets.getLength());
        for (int k = 0; k < sets.getLength(); k++) {
            Element set = (Element) sets.item(k);
            assertEquals(solution.snapshots().get(k).time(), Double.parseDouble(set.getAttribute("timestep")));
            assertTrue(Files.exists(folder.resolve("fields").resolve(set.getAttribute("file"))));
        }
    }

    @Test
    void hdf5HoldsEveryState() throws Exception {
        for (int dimension = 1; dimension <= 3; dimension++) {
            Grid grid = FieldSettings.cells(Arrays.copyOf(new Integer[] {5, 4, 3}, dimension));
            Solution solution = FieldSettings.box(dimension, Boundary.CLIPPED, grid);
            try (HdfFile file =
                    new HdfFile(FieldSettings.write(folder, solution).resolve("grid.h5"))) {
                assertEquals("0123", file.getAttribute("digest").getData());
                assertArrayEquals(times(solution), (double[])
                        file.getDatasetByPath("time").getData());
                int[] shape = {3, 3, 4, 5};
                int[] expected = new int[dimension + 1];
                expected[0] = 3;
                System.arraycopy(shape, 4 - dimension, expected, 1, dimension);
                assertArrayEquals(
                        expected, file.getDatasetByPath("density/mass").getDimensions());
                double[] all = solution.snapshots().stream()
                        .flatMapToDouble(s -> Arrays.stream(masses(s.state().measure(0))))
                        .toArray();
                assertArrayEquals(
                        all, (double[]) file.getDatasetByPath("density/mass").getDataFlat());
                double[] faces =
                        (double[]) file.getDatasetByPath("density/faces1").getData();
                assertEquals(-1, faces[0]);
                assertEquals(2, faces[5]);
            }
        }
    }

    @Test
    void hdf5HoldsParticlesAndScalars() throws Exception {
        Solution solution = FieldSettings.gan(FieldSettings.particles());
        try (HdfFile file = new HdfFile(FieldSettings.write(folder, solution).resolve("particles.h5"))) {
            double[][] scalars = (double[][]) file.getDatasetByPath("scalars").getData();
            double[][][] x = (double[][][]) file.getDatasetByPath("critic/x").getData();
            double[][] w = (double[][]) file.getDatasetByPath("critic/weight").getData();
            assertEquals(
                    "generator",
                    file.getDatasetByPath("scalars").getAttribute("labels").getData());
            for (int k = 0; k < 3; k++) {
                ParticleMeasure cloud =
                        (ParticleMeasure) solution.snapshots().get(k).state().measure(0);
                assertArrayEquals(solution.snapshots().get(k).state().scalars(), scalars[k]);
                assertArrayEquals(cloud.x(0), x[k][0]);
                assertArrayEquals(cloud.weights(), w[k]);
            }
        }
    }

    private static double[] times(Solution solution) {
        return solution.snapshots().stream().mapToDouble(Snapshot::time).toArray();
    }

    @Test
    void equalStatesGiveEqualBytes() throws Exception {
        Path first = FieldSettings.write(folder.resolve("a"), FieldSettings.gan(FieldSettings.cells(4)));
        Path second = FieldSettings.write(folder.resolve("b"), FieldSettings.gan(FieldSettings.cells(4)));
        for (String file : files(first)) {
            assertArrayEquals(Files.readAllBytes(first.resolve(file)), Files.readAllBytes(second.resolve(file)), file);
        }
        assertEquals(files(first), files(second));
        assertEquals(5, files(first).size(), "three states, their list, one HDF5 file");
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }
}
