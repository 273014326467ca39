package org.dualflow.validation.io.fields;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.dualflow.measure.CellMeasure;
import org.dualflow.measure.Measure;
import org.dualflow.run.Snapshot;
import org.dualflow.run.Solution;

/**
 * One species over time: a {@code .pvd} that lists a VTK XML file per kept state. Masses on a mesh are an image ({@code .vti}) if all
 * cells have one width and lie inside the domain, otherwise a rectilinear grid ({@code .vtr}); particles an unstructured grid
 * ({@code .vtu}) of points.
 *
 * @see <a href="https://docs.vtk.org/en/latest/vtk_file_formats/vtkxml_file_format.html">VTK XML file formats</a>
 */
final class VtkSeries {

    private final FieldFiles.Folder folder;
    private final Solution solution;
    private final int species;
    private final Stamp stamp;
    private final String name;

    VtkSeries(FieldFiles.Folder folder, Solution solution, int species, Stamp stamp) {
        this.folder = folder;
        this.solution = solution;
        this.species = species;
        this.stamp = stamp;
        this.name =
                solution.name() + "-" + solution.model().species().get(species).name();
    }

    void write() throws IOException {
        StringBuilder list = new StringBuilder("<?xml version=\"1.0\"?>\n"
                + "<VTKFile type=\"Collection\" version=\"0.1\" byte_order=\"LittleEndian\">\n  <Collection>\n");
        List<Snapshot> snapshots = solution.snapshots();
        for (int k = 0; k < snapshots.size(); k++) {
            String file = write(k, snapshots.get(k));
            list.append("    <DataSet timestep=\"")
                    .append(snapshots.get(k).time())
                    .append("\" part=\"0\" file=\"")
                    .append(VtkXml.escaped(file))
                    .append("\"/>\n");
        }
        list.append("  </Collection>\n</VTKFile>\n");
        try (OutputStream out = folder.open("fields/" + name + ".pvd")) {
            out.write(list.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private String write(int k, Snapshot snapshot) throws IOException {
        Measure measure = snapshot.state().measure(species);
        String stem = String.format(Locale.ROOT, "%s-%05d", name, k);
        if (measure instanceof CellMeasure cells) {
            String file = stem + (VtkCells.isImage(cells.mesh()) ? ".vti" : ".vtr");
            try (VtkXml xml = open(file)) {
                VtkCells.write(xml, cells, () -> facts(xml, snapshot));
            }
            return file;
        }
        try (VtkXml xml = open(stem + ".vtu")) {
            VtkPoints.write(xml, measure, () -> facts(xml, snapshot));
        }
        return stem + ".vtu";
    }

    private VtkXml open(String file) throws IOException {
        return new VtkXml(folder.open("fields/" + file));
    }

    /** Time, scalar unknowns and where the file comes from. */
    private void facts(VtkXml xml, Snapshot snapshot) throws IOException {
        xml.open("FieldData");
        xml.numbers("TimeValue", 1, 1, i -> snapshot.time());
        List<String> labels = solution.model().numbers();
        for (int i = 0; i < labels.size(); i++) {
            double value = snapshot.state().scalar(i);
            xml.numbers(labels.get(i), 1, 1, j -> value);
        }
        for (var entry : stamp.entries().entrySet()) {
            xml.text(entry.getKey(), entry.getValue());
        }
        xml.close("FieldData");
    }
}
