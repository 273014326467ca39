package org.dualflow.validation.io.fields;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dualflow.run.Solution;

/** Writes the kept states of a solution in the formats that are asked for. */
public final class FieldFiles {

    private FieldFiles() {}

    /** Where files are put. */
    @FunctionalInterface
    public interface Folder {
        /** Opens a new file. */
        OutputStream open(String name) throws IOException;
    }

    /**
     * Writes {@code fields/<solution>-<species>.pvd} with a file per state, and {@code fields/<solution>.h5}.
     *
     * @param formats {@code vtk}, {@code hdf5}
     */
    public static void write(Folder folder, Solution solution, List<String> formats, Stamp stamp) throws IOException {
        if (formats.contains("vtk")) {
            for (int s = 0; s < solution.model().species().size(); s++) {
                new VtkSeries(folder, solution, s, stamp).write();
            }
        }
        if (formats.contains("hdf5")) {
            try (OutputStream out = folder.open("fields/" + solution.name() + ".h5")) {
                out.write(Hdf5Fields.of(solution, stamp));
            }
        }
    }
}
