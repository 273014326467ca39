package org.dualflow.validation.io.fields;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.mesh.Boundary;
import org.dualflow.run.Solution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fields as VTK itself and h5dump read them; left out, with a message, on machines that have no such program. */
@Tag("study")
class OtherReadersTest {

    /** Prints every array of the files that are named: where, name, values. */
    private static final String SCRIPT = """
            import sys, vtk
            readers = {"vti": vtk.vtkXMLImageDataReader, "vtr": vtk.vtkXMLRectilinearGridReader,
                       "vtu": vtk.vtkXMLUnstructuredGridReader}
            reader = readers[sys.argv[1].rsplit(".", 1)[1]]()
            reader.SetFileName(sys.argv[1])
            reader.Update()
            if reader.GetErrorCode() != 0:
                sys.exit(4)
            data = reader.GetOutput()
            print("size", data.GetNumberOfPoints(), data.GetNumberOfCells())
            print("bounds", *[repr(b) for b in data.GetBounds()])
            for i in range(min(data.GetNumberOfPoints(), 40)):
                print("point" + str(i), *[repr(c) for c in data.GetPoint(i)])
            for arrays in (data.GetFieldData(), data.GetCellData(), data.GetPointData()):
                for i in range(arrays.GetNumberOfArrays()):
                    array = arrays.GetAbstractArray(i)
                    if array.IsA("vtkStringArray"):
                        print(array.GetName(), array.GetValue(0))
                    else:
                        print(array.GetName(), *[repr(array.GetComponent(t, 0)) for t in range(array.GetNumberOfTuples())])
            """;

    @TempDir
    private Path folder;

    private record Output(int code, List<String> lines) {}

    private static Output execute(List<String> command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            List<String> lines =
                    new String(process.getInputStream().readAllBytes()).lines().toList();
            return new Output(process.waitFor(), lines);
        } catch (IOException e) {
            return new Output(127, List.of());
        }
    }

    /** A Python that knows VTK. */
    private static String python() throws IOException, InterruptedException {
        for (String python : List.of("python3", "/usr/bin/python3")) {
            if (execute(List.of(python, "-c", "import vtk")).code() == 0) {
                return python;
            }
        }
        return abort("no VTK for Python here (Debian: python3-vtk9): not checked");
    }

    private Map<String, double[]> read(String python, Path file) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("read.py"), SCRIPT);
        Output output = execute(List.of(python, script.toString(), file.toString()));
        assertEquals(0, output.code(), file.toString());
        Map<String, double[]> arrays = new LinkedHashMap<>();
        for (String line : output.lines()) {
            String[] words = line.split(" ");
            if (List.of("case", "digest", "dualflow").contains(words[0])) {
                String expected = FieldSettings.STAMP.entries().get(words[0]);
                assertEquals(words[0] + " " + expected, line);
            } else {
                arrays.put(
                        words[0],
                        Arrays.stream(words)
                                .skip(1)
                                .mapToDouble(Double::parseDouble)
                                .toArray());
            }
        }
        return arrays;
    }

    @Test
    void vtkReadsImages() throws Exception {
        String python = python();
        Solution solution = FieldSettings.box(2, Boundary.NO_FLUX, FieldSettings.cells(5, 4));
        Path fields = FieldSettings.write(folder, solution);
        Map<String, double[]> arrays = read(python, fields.resolve("grid-density-00002.vti"));
        assertArrayEquals(new double[] {30, 20}, arrays.get("size"));
        assertArrayEquals(new double[] {-1, 2, -1, 2, 0, 0}, arrays.get("bounds"), 1e-15);
        CellMeasure cells = (CellMeasure) solution.last().state().measure(0);
        double[] masses = new double[20];
        Arrays.setAll(masses, c -> cells.rows()[c / 5][c % 5]);
        assertArrayEquals(masses, arrays.get("mass"));
        assertArrayEquals(new double[] {solution.last().time()}, arrays.get("TimeValue"));
    }

    @Test
    void vtkReadsRectilinearGrids() throws Exception {
        String python = python();
        Solution solution = FieldSettings.gan(FieldSettings.cells(12));
        Path fields = FieldSettings.write(folder, solution);
        Map<String, double[]> arrays = read(python, fields.resolve("grid-critic-00001.vtr"));
        assertArrayEquals(new double[] {13, 12}, arrays.get("size"));
        assertArrayEquals(new double[] {-1, 1, 0, 0, 0, 0}, arrays.get("bounds"));
        CellMeasure cells = (CellMeasure) solution.snapshots().get(1).state().measure(0);
        assertArrayEquals(cells.rows()[0], arrays.get("mass"));
        assertArrayEquals(solution.snapshots().get(1).state().scalars(), arrays.get("generator"));
    }

    @Test
    void vtkReadsParticles() throws Exception {
        String python = python();
        Solution solution = FieldSettings.box(4, Boundary.NO_FLUX, FieldSettings.particles());
        Path fields = FieldSettings.write(folder, solution);
        Map<String, double[]> arrays = read(python, fields.resolve("particles-density-00002.vtu"));
        ParticleMeasure cloud = (ParticleMeasure) solution.last().state().measure(0);
        assertArrayEquals(new double[] {17, 17}, arrays.get("size"));
        assertArrayEquals(cloud.weights(), arrays.get("weight"));
        assertArrayEquals(cloud.x(3), arrays.get("x4"));
        for (int i = 0; i < 17; i++) {
            assertArrayEquals(new double[] {cloud.x(0)[i], cloud.x(1)[i], cloud.x(2)[i]}, arrays.get("point" + i));
        }
    }

    @Test
    void h5dumpReadsHdf5() throws Exception {
        assumeTrue(
                execute(List.of("h5dump", "--version")).code() == 0,
                "no h5dump here (Debian: hdf5-tools): not checked");
        Solution solution = FieldSettings.box(3, Boundary.NO_FLUX, FieldSettings.cells(5, 4, 3));
        Path file = FieldSettings.write(folder, solution).resolve("grid.h5");
        Output output =
                execute(List.of("h5dump", "-d", "/density/mass", "-y", "-w", "1", "-m", "%.17g", file.toString()));
        assertEquals(0, output.code());
        List<String> text = output.lines();
        assertEquals(
                1,
                text.stream()
                        .filter(l -> l.contains("( 3, 3, 4, 5 ) / ( 3, 3, 4, 5 )"))
                        .count());
        List<Double> values = new ArrayList<>();
        int from = text.indexOf("   DATA {");
        for (String line : text.subList(from + 1, text.size())) {
            String number = line.strip().replace(",", "");
            if (number.equals("}")) {
                break;
            }
            values.add(Double.parseDouble(number));
        }
        double[] expected = solution.snapshots().stream()
                .flatMap(s -> Arrays.stream(((CellMeasure) s.state().measure(0)).rows()))
                .flatMapToDouble(Arrays::stream)
                .toArray();
        assertArrayEquals(
                expected, values.stream().mapToDouble(Double::doubleValue).toArray());
        Output attribute = execute(List.of("h5dump", "-a", "/digest", file.toString()));
        assertEquals(
                1,
                attribute.lines().stream()
                        .filter(l -> l.contains("(0): \"0123\""))
                        .count());
    }
}
