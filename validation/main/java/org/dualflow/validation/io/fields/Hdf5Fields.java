package org.dualflow.validation.io.fields;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.Measure;
import org.dualflow.measure.ParticleMeasure;
import org.dualflow.mesh.Mesh;
import org.dualflow.run.Snapshot;
import org.dualflow.run.Solution;

/**
 * The kept states of one solution as HDF5: dataset {@code time [states]}; {@code scalars [states][numbers]}, if there are any, with their
 * {@code labels}; a group per species. In it, for masses on a mesh, {@code mass [states][z][y][x]} and the ends of the cells inside the
 * domain, {@code faces1 …}; for particles {@code x [states][dimension][particles]} and {@code weight [states][particles]}.
 */
final class Hdf5Fields {

    private Hdf5Fields() {}

    /** The bytes of the file, the same for the same states. */
    static byte[] of(Solution solution, Stamp stamp) throws IOException {
        Path file = Files.createTempFile("dualflow-fields-", ".h5");
        try {
            try (WritableHdfFile hdf = HdfFile.write(file)) {
                stamp.entries().forEach(hdf::putAttribute);
                fill(hdf, solution);
            }
            return Files.readAllBytes(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void fill(WritableGroup hdf, Solution solution) {
        List<Snapshot> states = solution.snapshots();
        hdf.putDataset("time", states.stream().mapToDouble(Snapshot::time).toArray());
        List<String> labels = solution.model().numbers();
        if (!labels.isEmpty()) {
            hdf.putDataset(
                            "scalars",
                            states.stream().map(s -> s.state().scalars()).toArray(double[][]::new))
                    .putAttribute("labels", String.join("\n", labels));
        }
        for (int s = 0; s < solution.model().species().size(); s++) {
            List<Measure> measures = new ArrayList<>();
            for (Snapshot state : states) {
                measures.add(state.state().measure(s));
            }
            fill(hdf.putGroup(solution.model().species().get(s).name()), measures);
        }
    }

    private static void fill(WritableGroup group, List<Measure> measures) {
        if (measures.get(0) instanceof CellMeasure cells) {
            Mesh mesh = cells.mesh();
            for (int d = 0; d < mesh.dimension(); d++) {
                group.putDataset("faces" + (d + 1), VtkCells.faces(mesh.axis(d)));
            }
            double[][][] masses =
                    measures.stream().map(m -> ((CellMeasure) m).rows()).toArray(double[][][]::new);
            group.putDataset("mass", shaped(mesh, masses));
        } else {
            List<ParticleMeasure> clouds =
                    measures.stream().map(ParticleMeasure.class::cast).toList();
            group.putDataset("x", clouds.stream().map(Hdf5Fields::coordinates).toArray(double[][][]::new));
            group.putDataset(
                    "weight", clouds.stream().map(ParticleMeasure::weights).toArray(double[][]::new));
        }
    }

    /** Rows as arrays of the dimension of the mesh, not copied. */
    private static Object shaped(Mesh mesh, double[][][] rows) {
        if (mesh.dimension() == 1) {
            double[][] line = new double[rows.length][];
            java.util.Arrays.setAll(line, k -> rows[k][0]);
            return line;
        }
        if (mesh.dimension() == 2) {
            return rows;
        }
        double[][][][] space = new double[rows.length][mesh.cells(2)][mesh.cells(1)][];
        for (int k = 0; k < rows.length; k++) {
            for (int r = 0; r < rows[k].length; r++) {
                space[k][r / mesh.cells(1)][r % mesh.cells(1)] = rows[k][r];
            }
        }
        return space;
    }

    private static double[][] coordinates(ParticleMeasure cloud) {
        double[][] x = new double[cloud.dimension()][];
        java.util.Arrays.setAll(x, cloud::x);
        return x;
    }
}
