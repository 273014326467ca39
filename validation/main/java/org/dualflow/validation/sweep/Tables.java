package org.dualflow.validation.sweep;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Columns as files, the same bytes for the same columns. */
final class Tables {

    private Tables() {}

    /** CSV with one head line; numbers are the shortest decimals that read back to the same double. */
    static byte[] csv(List<Column> columns, int rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(columns.stream().map(Column::name).toList());
            for (int i = 0; i < rows; i++) {
                int row = i;
                csv.writeRecord(columns.stream().map(column -> column.cell(row)).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * HDF5 with one group per table, in it one dataset per column under the column's name; the group's attribute
     * {@code columns} lists the names in order, one per line, {@code plan} of the file says what the sweep is.
     */
    static byte[] hdf5(Map<String, List<Column>> tables, String plan) throws IOException {
        Path file = Files.createTempFile("dualflow-sweep-", ".h5");
        try {
            try (WritableHdfFile hdf = HdfFile.write(file)) {
                hdf.putAttribute("plan", plan);
                tables.forEach((name, columns) -> {
                    WritableGroup group = hdf.putGroup(name);
                    group.putAttribute(
                            "columns",
                            String.join("\n", columns.stream().map(Column::name).toList()));
                    columns.forEach(column -> group.putDataset(column.name(), column.data()));
                });
            }
            return Files.readAllBytes(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
